import type { HistoryLine } from '../domain/history-line.ts';
import { backOff, mostAttempts, type OutboxEntry, offlineWait } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { PlumblineDatabase } from './database.ts';
import { atRegistry } from './outbox.ts';
import { writing } from './store-problem.ts';

/** How a failed try goes on. */
export type Failure = {
  /**
   * - `later`: the registry is in trouble; nothing is sent to it before the next try, and nothing is given up
   * - `retry`: only these entries are in trouble, for a fault of ours; given up after a few tries
   * - `fail`: another try would only repeat it; given up until the person asks
   * - `pause`: the registry lets nobody in; everything for it waits for the person
   */
  next: 'later' | 'retry' | 'fail' | 'pause';
  problem: Problem;
  /** Milliseconds that the registry asked to be left alone; 0 where it did not. */
  retryAfter: number;
  /** Whether this device had no network, so that nobody was asked. */
  offline?: boolean;
};

/**
 * Writes down, before anything is sent, that it is being sent, where it will stand and which words it carries. False, and
 * nothing is written, where the person changed their mind about any of it since: then it must not be sent.
 */
export function markSending(
  database: PlumblineDatabase,
  sent: readonly OutboxEntry[],
  uri: string | undefined,
): Promise<boolean> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const standing = await unchanged(database, sent);
      if (standing.length < sent.length) return false;
      const { outbox } = database;
      await outbox.bulkPut(
        standing.map(({ entry, sent: { revision, statement } }) => ({
          ...entry,
          state: 'sending' as const,
          revision,
          ...(uri !== undefined && { uri }),
          ...(statement && { statement }),
        })),
      );
      return true;
    }),
  );
}

/** Forgets an entry that can never be sent, unless it became something else since it was read. */
export function forgetEntry(database: PlumblineDatabase, read: OutboxEntry): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const standing = await unchanged(database, [read]);
      await database.outbox.bulkDelete(standing.map(({ entry }) => entry.id));
    }),
  );
}

/**
 * Records a delivery: the entries with their receipts and a history line each. Where the person changed their mind about
 * one while it was on the wire, the newer wish stays queued and only the receipt is noted.
 */
export function settleDelivered(
  database: PlumblineDatabase,
  sent: readonly OutboxEntry[],
  registry: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  return writing(database, () =>
    database.transaction('rw', database.outbox, database.history, async () => {
      for (const one of sent) {
        const entry = await database.outbox.get(one.id);
        if (!entry) continue;
        await database.history.add(await lineOf(database, one, registry, at));
        await database.outbox.put(afterDelivery(entry, one, now));
      }
    }),
  );
}

function afterDelivery(entry: OutboxEntry, sent: OutboxEntry, now: Date): OutboxEntry {
  const { problem: _, receipt: _receipt, ...rest } = entry;
  const receipt = sent.action === 'publish' ? { revision: sent.revision, at: now.toISOString() } : undefined;
  const noted = { ...rest, ...(receipt && { receipt }) };
  if (isSuperseded(entry, sent)) return { ...noted, state: 'queued' };
  const reached = sent.action === 'publish' ? ('delivered' as const) : ('withdrawn' as const);
  return { ...noted, state: reached, attempts: 0, nextTry: now.getTime() };
}

/** A removed alignment's page is known from the lines before. A statement between skills is about its subject. */
async function lineOf(
  { history }: PlumblineDatabase,
  { alignment, action, statement }: OutboxEntry,
  registry: string,
  at: string,
): Promise<HistoryLine> {
  const before = await history.where('alignment').equals(alignment).last();
  const resource = before?.resource ?? statement?.subject.uri ?? '';
  const what = action === 'publish' ? 'published' : 'withdrawn';
  const line = { alignment, resource, what, at, from: 'outbox', registry } as const;
  if (!statement) return line;
  const { subject, object, relation } = statement;
  return { ...line, skills: { subject, object, [action === 'publish' ? 'after' : 'before']: { relation } } };
}

/**
 * Records a failed try and what follows from it, for the entries that were sent and, where the whole registry is concerned,
 * for everything else that waits for it. A wish that is newer than what failed is not given up for it.
 */
export function settleFailed(
  database: PlumblineDatabase,
  sent: readonly OutboxEntry[],
  failure: Failure,
  now: number,
): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const tried = (await unchanged(database, sent)).map(({ entry }) => afterFailure(entry, failure, now));
      await database.outbox.bulkPut(tried);
      const [first] = tried;
      if (first && (failure.next === 'later' || failure.next === 'pause')) await holdBack(database, first, failure);
    }),
  );
}

function afterFailure(entry: OutboxEntry, { next, problem, retryAfter, offline }: Failure, now: number): OutboxEntry {
  const attempts = offline ? entry.attempts : entry.attempts + 1;
  const wait = offline ? offlineWait : backOff(attempts, retryAfter) + 1;
  const givenUp = next === 'fail' || (next === 'retry' && attempts >= mostAttempts);
  const state = next === 'pause' ? 'paused' : givenUp ? 'failed' : 'queued';
  return { ...entry, state, attempts, problem, nextTry: now + wait, planned: now };
}

/**
 * Lets everything else that waits for a registry share the fate of what was tried. It is tried a millisecond before that
 * then, so that an entry that a registry stumbles over holds up no other.
 */
async function holdBack(database: PlumblineDatabase, tried: OutboxEntry, { next, problem }: Failure): Promise<void> {
  const { registry, attempts, nextTry, planned = 0 } = tried;
  const waiting = atRegistry(database, registry, 'queued');
  if (next === 'pause')
    return void (await waiting.modify((entry) => {
      entry.state = 'paused';
      entry.problem = problem;
    }));
  const earlier = waiting.filter((entry) => entry.nextTry < nextTry);
  await earlier.modify((entry) => {
    entry.attempts = Math.max(entry.attempts, attempts);
    entry.nextTry = nextTry - 1;
    entry.planned = planned;
    entry.problem = problem;
  });
}

/** The entries about which nobody has wished anything else since they were read. */
async function unchanged(
  { outbox }: PlumblineDatabase,
  read: readonly OutboxEntry[],
): Promise<{ entry: OutboxEntry; sent: OutboxEntry }[]> {
  const entries = await outbox.bulkGet(read.map(({ id }) => id));
  return read.flatMap((sent, index) => {
    const entry = entries[index];
    return entry && !isSuperseded(entry, sent) ? [{ entry, sent }] : [];
  });
}

/** Whether the person wants something else by now: each wish has a key of its own. */
function isSuperseded(entry: OutboxEntry, sent: OutboxEntry): boolean {
  return entry.key !== sent.key;
}
