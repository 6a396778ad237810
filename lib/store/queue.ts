import { type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** What is to be sent: an alignment, or a statement from skill to skill where `of` says so. */
type Sendable = { id: string; revision: number; of?: 'skill' };

/**
 * Queues an alignment for registries, and for those for which it waits already: what is sent are its newest words. Inside
 * the caller's transaction.
 */
export async function queueAgain(
  database: PlumblineDatabase,
  changed: Sendable,
  publishTo: readonly string[],
  nextTry: number,
): Promise<void> {
  const waiting = await database.outbox.where('alignment').equals(changed.id).filter(isWaiting).primaryKeys();
  const again = waiting.map((id) => id.slice(0, id.indexOf(':')));
  await queue(database, changed, new Set([...publishTo, ...again]), nextTry);
}

/** Queues an alignment that came back for the registries that it was taken back from. Inside the caller's transaction. */
export async function queueReturned(database: PlumblineDatabase, returned: Sendable, nextTry: number): Promise<void> {
  const entries = await database.outbox.where('alignment').equals(returned.id).toArray();
  const left = entries.filter(({ action }) => action === 'withdraw').map(({ registry }) => registry);
  await queue(database, returned, left, nextTry);
}

/** An entry not yet delivered carries the newest words when it goes, so that edits made before sending coalesce. */
function isWaiting({ action, state }: OutboxEntry): boolean {
  return action === 'publish' && state !== 'delivered';
}

/** Queues an alignment for registries, in its newest words. Inside the caller's transaction. */
export async function queue(
  database: PlumblineDatabase,
  alignment: Sendable,
  registries: Iterable<string>,
  nextTry: number,
): Promise<void> {
  const targets = [...registries];
  const standing = await database.outbox.bulkGet(targets.map((registry) => outboxId(registry, alignment.id)));
  const wishes = targets.map((registry, index) => wishFor(alignment, registry, nextTry, standing[index]));
  await database.outbox.bulkPut(wishes);
}

/** Queues an alignment that was just made, so that nothing of it can stand anywhere. Inside the caller's transaction. */
export async function queueNew(
  database: PlumblineDatabase,
  alignment: Sendable,
  registries: readonly string[],
  nextTry: number,
): Promise<void> {
  const targets = new Set(registries);
  await database.outbox.bulkAdd(Array.from(targets, (registry) => wishFor(alignment, registry, nextTry)));
}

function wishFor(
  { id, revision, of }: Sendable,
  registry: string,
  nextTry: number,
  { uri, statement, receipt }: Partial<OutboxEntry> = {},
): OutboxEntry {
  return {
    id: outboxId(registry, id),
    registry,
    alignment: id,
    action: 'publish',
    state: 'queued',
    attempts: 0,
    nextTry,
    planned: nextTry,
    key: crypto.randomUUID(),
    revision,
    ...(of && { of }),
    ...(uri && { uri }),
    ...(statement && { statement }),
    ...(receipt && { receipt }),
  };
}

/** Queues statements from skill to skill for registries, in one transaction. Answers how many entries now wait. */
export function queueSkillAlignments(
  database: PlumblineDatabase,
  ids: readonly string[],
  registries: readonly string[],
  now: Date,
): Promise<number> {
  return writing(database, () =>
    database.transaction('rw', database.skillAlignments, database.outbox, async () => {
      const statements = (await database.skillAlignments.bulkGet([...ids])).filter((one) => one !== undefined);
      for (const { id, revision } of statements)
        await queue(database, { id, revision, of: 'skill' }, registries, now.getTime());
      return statements.length * registries.length;
    }),
  );
}

/** Sees to it that a removed alignment stands at no registry. Inside the caller's transaction. */
export async function forgetOrWithdraw(database: PlumblineDatabase, alignment: string, nextTry: number): Promise<void> {
  for (const entry of await database.outbox.where('alignment').equals(alignment).toArray())
    await withdrawOrForget(database, entry, nextTry);
}

/**
 * What stands at the registry, or may stand because it was sent, is withdrawn. What never left is not sent any more; its
 * entry stays, so that an alignment that comes back is sent where it was to go.
 */
async function withdrawOrForget(database: PlumblineDatabase, entry: OutboxEntry, nextTry: number): Promise<void> {
  if (entry.state === 'withdrawn') return;
  const { problem: _, ...rest } = entry;
  const state = entry.uri ? ('queued' as const) : ('withdrawn' as const);
  const wish = { state, attempts: 0, nextTry, planned: nextTry, key: crypto.randomUUID() };
  await database.outbox.put({ ...rest, action: 'withdraw', ...wish });
}
