import { Dexie } from 'dexie';
import { backOff, type DeliveryState, mostAttempts, type OutboxEntry } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** How a failed try goes on: tried again by itself, given up until the person asks, or paused with its registry. */
export type Failure = { next: 'retry' | 'fail' | 'pause'; problem: Problem; retryAfter: number };

/** The farthest that a next try can lie ahead, in milliseconds: more than the day that a registry can ask for. */
const farthestTry = 172_800_000;

/**
 * The next entry to send, oldest first: queued and due, or left `sending` by a worker that died. The caller holds the
 * outbox lock, so nobody else is sending. A try that lies days ahead was planned by a clock that was wrong, so it is due.
 */
export async function nextDue(database: PlumblineDatabase, now: number): Promise<OutboxEntry | undefined> {
  const due = await Promise.all(toSend.map((state) => first(database, state, Dexie.minKey, now)));
  const wrong = await Promise.all(toSend.map((state) => first(database, state, now + farthestTry, Dexie.maxKey)));
  return earliest(due) ?? earliest(wrong);
}

/** When the next queued entry falls due, in milliseconds since the epoch; undefined where nothing waits. */
export async function nextTime(database: PlumblineDatabase): Promise<number | undefined> {
  const waiting = await Promise.all(toSend.map((state) => first(database, state, Dexie.minKey, Dexie.maxKey)));
  return earliest(waiting)?.nextTry;
}

const toSend = ['queued', 'sending'] as const satisfies DeliveryState[];

function first({ outbox }: PlumblineDatabase, state: DeliveryState, from: unknown, to: unknown) {
  return outbox.where('[state+nextTry]').between([state, from], [state, to], true, true).first();
}

function earliest(entries: readonly (OutboxEntry | undefined)[]): OutboxEntry | undefined {
  const [entry] = entries.filter((one) => one !== undefined).sort((one, other) => one.nextTry - other.nextTry);
  return entry;
}

/**
 * Writes down, before anything is sent, that it is being sent and where it will stand. False, and nothing is written,
 * where the person changed their mind since the entry was read: then it must not be sent.
 */
export function markSending(database: PlumblineDatabase, read: OutboxEntry, uri: string): Promise<boolean> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const entry = await database.outbox.get(read.id);
      if (!entry || isSuperseded(entry, read)) return false;
      await database.outbox.put({ ...entry, state: 'sending', uri });
      return true;
    }),
  );
}

/** Forgets an entry that can never be sent, unless it became something else since it was read. */
export function forgetEntry(database: PlumblineDatabase, read: OutboxEntry): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const entry = await database.outbox.get(read.id);
      if (entry && !isSuperseded(entry, read)) await database.outbox.delete(entry.id);
    }),
  );
}

/**
 * Whether another alignment stands, or is about to stand, at the address that an entry would take its own back from.
 * Registries name an object by what it says, so one that was removed and made again has the address of the one before.
 */
export async function isTakenOver(database: PlumblineDatabase, { id, registry, uri }: OutboxEntry): Promise<boolean> {
  const others = database.outbox.where('registry').equals(registry);
  return (
    (await others.filter((other) => other.id !== id && other.action === 'publish' && other.uri === uri).count()) > 0
  );
}

/** Whether the person wants something else by now than when the entry was read. */
function isSuperseded(entry: OutboxEntry, read: OutboxEntry): boolean {
  return entry.action !== read.action || entry.revision !== read.revision;
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
  return writing(database, () =>
    database.transaction('rw', database.outbox, database.history, async () => {
      const entry = await database.outbox.get(sent.id);
      if (!entry) return;
      const what = sent.action === 'publish' ? 'published' : 'withdrawn';
      const before = await database.history.where('alignment').equals(sent.alignment).last();
      const resource = before?.resource ?? '';
      await database.history.add({ alignment: sent.alignment, resource, what, at, from: 'outbox', registry });
      const { problem: _, ...rest } = entry;
      const superseded = isSuperseded(entry, sent);
      const reached = sent.action === 'publish' ? ('delivered' as const) : ('withdrawn' as const);
      const { receipt: _receipt, ...without } = rest;
      await database.outbox.put({
        ...(sent.action === 'publish' ? { ...rest, receipt: { revision: sent.revision, at } } : without),
        ...(superseded ? { state: 'queued' as const } : { state: reached, attempts: 0 }),
      });
    }),
  );
}

/** Records a failed try and what follows from it. A wish that is newer than what failed is not given up for it. */
export function settleFailed(
  database: PlumblineDatabase,
  sent: OutboxEntry,
  { next, problem, retryAfter }: Failure,
  now: number,
): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      const entry = await database.outbox.get(sent.id);
      if (!entry) return;
      const attempts = entry.attempts + 1;
      const givenUp = !isSuperseded(entry, sent) && (next === 'fail' || attempts >= mostAttempts);
      const state = next === 'pause' ? 'paused' : givenUp ? 'failed' : 'queued';
      await database.outbox.put({ ...entry, state, attempts, problem, nextTry: now + backOff(attempts, retryAfter) });
    }),
  );
}

/** Which entries are meant: one by its id, all of a registry, or every one. */
export type WhichEntries = { entry: string } | { registry: string } | { all: true };

/** Puts entries that failed, were paused or wait back in the queue, due at once and with all their tries. */
export function retryEntries(database: PlumblineDatabase, which: WhichEntries, now: number): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      for (const state of waiting) await entriesIn(database, which, state).modify((entry) => again(entry, now));
    }),
  );
}

const waiting = ['queued', 'failed', 'paused'] as const satisfies DeliveryState[];

function entriesIn({ outbox }: PlumblineDatabase, which: WhichEntries, state: DeliveryState) {
  if ('entry' in which)
    return outbox
      .where('id')
      .equals(which.entry)
      .filter((entry) => entry.state === state);
  if ('registry' in which) return outbox.where({ registry: which.registry, state });
  return outbox.where('state').equals(state);
}

function again(entry: OutboxEntry, now: number): void {
  entry.state = 'queued';
  entry.attempts = 0;
  entry.nextTry = now;
}

/** Forgets an entry: it is sent no more, and what stands at the registry is no longer known here. */
export function dropEntry(database: PlumblineDatabase, id: string): Promise<void> {
  return writing(database, () => database.outbox.delete(id));
}
