import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OutboxEntry, outboxId } from '../../lib/domain/outbox-entry.ts';
import { Relation, type ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { foundSkill, registryId } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const at = '2026-03-01T10:00:00.000Z';
const states = ['queued', 'delivered', 'failed'] as const;

function alignment(number: number, relation: ResourceAlignment['relation']): ResourceAlignment {
  const id = `00000000-0000-4000-8000-00000000000${number}`;
  const skill = { ...foundSkill(), taken: at };
  const resource = 'https://lessons.example/graph';
  return { id, resource, relation, fit: 'major', skill, created: at, modified: at, revision: 1 };
}

function entry(number: number, state: OutboxEntry['state']): OutboxEntry {
  const { id } = alignment(number, 'teaches');
  const rest = { action: 'publish', attempts: 0, nextTry: number, key: id, revision: 1 } as const;
  return { id: outboxId(registryId, id), registry: registryId, alignment: id, state, ...rest };
}

const relation = fc.constantFrom(...Relation.options.slice(0, 3));
const alignmentRows = fc.array(fc.tuple(fc.nat(5), relation), { minLength: 1, maxLength: 4 });
const entryRows = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...states)), { minLength: 1, maxLength: 4 });
const numbers = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 });
const write = fc.oneof(
  fc.record({ do: fc.constant('add' as const), rows: alignmentRows }),
  fc.record({ do: fc.constant('put' as const), rows: alignmentRows }),
  fc.record({ do: fc.constant('delete' as const), numbers }),
  fc.record({ do: fc.constant('deleteRange' as const), from: fc.nat(5), to: fc.nat(5) }),
  fc.record({ do: fc.constant('clear' as const) }),
  fc.record({ do: fc.constant('modify' as const), relation }),
  fc.record({ do: fc.constant('putEntries' as const), rows: entryRows }),
  fc.record({ do: fc.constant('deleteEntries' as const), state: fc.constantFrom(...states) }),
);
type Write = typeof write extends fc.Arbitrary<infer One> ? One : never;

const keyOf = (number: number) => alignment(number, 'teaches').id;

function run({ alignments, outbox }: PlumblineDatabase, one: Write): PromiseLike<unknown> {
  switch (one.do) {
    case 'add':
      return alignments.bulkAdd(one.rows.map((row) => alignment(...row)));
    case 'put':
      return alignments.bulkPut(one.rows.map((row) => alignment(...row)));
    case 'delete':
      return alignments.bulkDelete(one.numbers.map(keyOf));
    case 'deleteRange':
      return alignments.where('id').between(keyOf(one.from), keyOf(one.to), true, true).delete();
    case 'clear':
      return alignments.clear();
    case 'modify':
      return alignments.toCollection().modify({ relation: one.relation });
    case 'putEntries':
      return outbox.bulkPut(one.rows.map((row) => entry(...row)));
    case 'deleteEntries':
      return outbox.where('[registry+state]').equals([registryId, one.state]).delete();
  }
}

/** Some writes in one transaction: one after the other or all at once, and whether the transaction is given up at its end. */
const act = fc.record({
  writes: fc.array(write, { minLength: 1, maxLength: 4 }),
  atOnce: fc.boolean(),
  /** Whether a write that fails is taken for what it is, and the transaction goes on. */
  bears: fc.boolean(),
  givenUp: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const givenUp = new Error('given up');

function transact(database: PlumblineDatabase, { writes, atOnce, bears, givenUp: ends }: Act): PromiseLike<unknown> {
  const { alignments, outbox } = database;
  return database.transaction('rw', alignments, outbox, async () => {
    const borne = (one: Write) => (bears ? Promise.resolve(run(database, one)).catch(() => {}) : run(database, one));
    if (atOnce) await Promise.all(writes.map(borne));
    else for (const one of writes) await borne(one);
    if (ends) throw givenUp;
  });
}

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

/** Fails with its own words where a count is not what it should be. */
async function expectTrueCounts(): Promise<void> {
  expect(await countsKept(database)).toEqual(await countsNow(database));
}

describe('the counts', () => {
  it('stay true through writes of many rows, failures, transactions given up, and some side by side', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), async (rounds) => {
        await database.alignments.clear();
        await database.outbox.clear();
        for (const together of rounds) {
          await Promise.allSettled(together.map((one) => transact(database, one)));
          await expectTrueCounts();
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('count a row once that one write or two at the same moment put twice', async () => {
    await database.alignments.bulkPut([alignment(1, 'teaches'), alignment(1, 'assesses')]);
    await database.transaction('rw', database.alignments, () =>
      Promise.all([
        database.alignments.put(alignment(2, 'teaches')),
        database.alignments.put(alignment(2, 'requires')),
        database.alignments.add(alignment(3, 'requires')),
      ]),
    );
    expect(await countsKept(database)).toEqual({
      alignments: 3,
      'alignments/assesses': 1,
      'alignments/requires': 2,
    });
    await database.alignments.bulkDelete([keyOf(1), keyOf(1), keyOf(2)]);
    expect(await countsKept(database)).toEqual({ alignments: 1, 'alignments/requires': 1 });
  });

  it('are read anew where something else wrote them in the same transaction', async () => {
    await database.alignments.add(alignment(1, 'teaches'));
    const { alignments, counters } = database;
    await database.transaction('rw', alignments, counters, async () => {
      await alignments.clear();
      await counters.clear();
      await counters.put({ id: 'alignments', count: 7 });
      await alignments.add(alignment(2, 'teaches'));
    });
    expect(await countsKept(database)).toEqual({ alignments: 8, 'alignments/teaches': 1 });
  });
});

describe.each(['the counts', 'the row that is replaced'])('where %s cannot be read', (what) => {
  it('nothing is written, even if whoever asked for it goes on', async () => {
    await database.alignments.add(alignment(1, 'teaches'));
    const before = await database.alignments.toArray();
    database.close();
    const broken = what === 'the counts' ? 'counters' : 'alignments';
    const unreadable = new PlumblineDatabase(database.name);
    unreadable.use({
      stack: 'dbcore',
      name: 'unreadable',
      // Below the counting.
      level: 3,
      create: (core: DBCore) => ({
        ...core,
        table(name) {
          const fail = () => Promise.reject(new DOMException('The disk cannot be read.', 'UnknownError'));
          return name === broken ? { ...core.table(name), getMany: fail, query: fail } : core.table(name);
        },
      }),
    });
    await expect(
      unreadable.transaction('rw', unreadable.alignments, async () => {
        await unreadable.alignments.put(alignment(1, 'requires')).catch(() => {});
        await unreadable.alignments.count();
      }),
    ).rejects.toThrow();
    unreadable.close();
    await database.open();
    expect(await database.alignments.toArray()).toEqual(before);
    await expectTrueCounts();
  });
});
