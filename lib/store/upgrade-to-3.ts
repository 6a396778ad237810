import type { Transaction } from 'dexie';
import type { CountedThing } from '../domain/library-counts.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { UndoRecord } from '../domain/undo-record.ts';
import { type CountsOf, countedAs } from './count-changes.ts';

/** Version 2 kept removed alignments in the acts that removed them; they lie in the trash since. */
type OlderChange = { key: string; revision: number; before?: ResourceAlignment };

/** Brings a database of version 2 up to 3: removed alignments into the trash, a key for each delivery, and the counts. */
export async function upgradeTo3(transaction: Transaction): Promise<void> {
  const undos = (await transaction.table('undos').toArray()) as (Omit<UndoRecord, 'alignments'> & {
    alignments: OlderChange[];
  })[];
  for (const act of undos) {
    const removed = act.alignments.filter(({ revision, before }) => revision === 0 && before);
    await transaction
      .table('trash')
      .bulkPut(removed.map(({ key, before }) => ({ id: key, alignment: before, at: act.at, act: act.id })));
    const alignments = act.alignments.map((change) =>
      change.revision === 0 ? { key: change.key, revision: 0 } : change,
    );
    await transaction.table('undos').put({ ...act, alignments });
  }
  await transaction
    .table('outbox')
    .toCollection()
    .modify((entry: { key?: string }) => {
      entry.key ??= crypto.randomUUID();
    });
  await recount(transaction);
}

/** What version 3 counts; tables of later versions are not there yet. */
const countedTables = ['alignments', 'resources', 'skillAlignments', 'trash', 'outbox'];

/** Counts everything anew, row by row. */
async function recount(transaction: Transaction): Promise<void> {
  const counts = new Map<CountedThing, number>();
  for (const name of countedTables) {
    const countsOf = countedAs[name] as CountsOf;
    await transaction.table(name).each((row: unknown) => {
      for (const id of countsOf(row)) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  await transaction.table('counters').clear();
  await transaction.table('counters').bulkPut([...counts].map(([id, count]) => ({ id, count })));
}
