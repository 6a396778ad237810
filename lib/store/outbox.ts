import { backOff, mostAttempts, type OutboxEntry } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** How a failed try goes on: tried again by itself, given up until the person asks, or paused with its registry. */
export type Failure = { then: 'retry' | 'fail' | 'pause'; problem: Problem; retryAfter: number };

/**
 * The next entry to send, oldest first: queued and due, or left `sending` by a worker that died. The caller holds the
 * outbox lock, so nobody else is sending.
 */
export async function nextDue(database: PlumblineDatabase, now: number): Promise<OutboxEntry | undefined> {
  return database.outbox
    .where('nextTry')
    .belowOrEqual(now)
    .filter((entry) => entry.state === 'queued' || entry.state === 'sending')
    .first();
}

/** When the next queued entry falls due, in milliseconds since the epoch; undefined where nothing waits. */
export async function nextTime(database: PlumblineDatabase): Promise<number | undefined> {
  const entry = await database.outbox
    .orderBy('nextTry')
    .filter(({ state }) => state === 'queued' || state === 'sending')
    .first();
  return entry?.nextTry;
}

/** Writes down, before anything is sent, that it is being sent and where it will stand. */
export function markSending(database: PlumblineDatabase, entry: OutboxEntry, uri: string): Promise<number> {
  return writing(() => database.outbox.update(entry.id, { state: 'sending', uri }));
}

/**
 * Records a delivery. Where the person changed their mind while it was on the wire, the newer wish stays queued and only
 * the receipt is noted.
 */
export function settleDelivered(
  database: PlumblineDatabase,
  sent: OutboxEntry,
  registry: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  return writing(() =>
    database.transaction('rw', database.outbox, database.history, database.alignments, async () => {
      const entry = await database.outbox.get(sent.id);
      if (!entry) return;
      const what = sent.action === 'publish' ? 'published' : 'withdrawn';
      const alignment = await database.alignments.get(sent.alignment);
      const resource = alignment?.resource ?? '';
      await database.history.add({ alignment: sent.alignment, resource, what, at, registry });
      const { problem: _, ...rest } = entry;
      const superseded = entry.action !== sent.action || entry.revision !== sent.revision;
      if (sent.action === 'withdraw' && !superseded) return database.outbox.delete(sent.id);
      const receipt = sent.action === 'publish' ? { revision: sent.revision, at } : undefined;
      await database.outbox.put({
        ...rest,
        ...(superseded ? { state: 'queued' as const } : { state: 'delivered' as const, attempts: 0 }),
        ...(receipt && { receipt }),
      });
    }),
  );
}

/** Records a failed try and what follows from it. */
export function settleFailed(
  database: PlumblineDatabase,
  sent: OutboxEntry,
  { then, problem, retryAfter }: Failure,
  now: number,
): Promise<void> {
  return writing(() =>
    database.transaction('rw', database.outbox, async () => {
      const entry = await database.outbox.get(sent.id);
      if (!entry) return;
      const attempts = entry.attempts + 1;
      const givenUp = then === 'fail' || (then === 'retry' && attempts >= mostAttempts);
      const state = then === 'pause' ? 'paused' : givenUp ? 'failed' : 'queued';
      await database.outbox.put({ ...entry, state, attempts, problem, nextTry: now + backOff(attempts, retryAfter) });
    }),
  );
}

/** Puts entries that failed or were paused back in the queue, at once due. All of a registry, or of one alignment. */
export function retryEntries(
  database: PlumblineDatabase,
  of: { registry: string } | { alignment: string },
  now: number,
): Promise<void> {
  return writing(() =>
    database.transaction('rw', database.outbox, async () => {
      await database.outbox
        .where(of)
        .filter(({ state }) => state !== 'delivered' && state !== 'sending')
        .modify((entry) => {
          entry.state = 'queued';
          entry.attempts = 0;
          entry.nextTry = now;
        });
    }),
  );
}
