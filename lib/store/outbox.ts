import { Dexie } from 'dexie';
import { type DeliveryState, isDue, type OutboxEntry } from '../domain/outbox-entry.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** How long what was withdrawn is remembered, so that it returns to where it stood: as long as the trash keeps it. */
const withdrawnTime = 30 * 86_400_000;

/** Ids of the registries that the outbox knows, one look each, however many entries there are. */
export async function registriesInOutbox({ outbox }: PlumblineDatabase): Promise<string[]> {
  const found: string[] = [];
  const index = outbox.where('[registry+state+nextTry]');
  for (let entry = await index.above([Dexie.minKey]).first(); entry; ) {
    found.push(entry.registry);
    entry = await outbox.where('[registry+state+nextTry]').above([entry.registry, Dexie.maxKey]).first();
  }
  return found;
}

/**
 * What is to be sent next to a registry: what a worker that died left `sending`, then the oldest that is due. The caller
 * holds the registry's lock, so nobody else is sending.
 */
export async function nextDue(
  database: PlumblineDatabase,
  registry: string,
  now: number,
): Promise<OutboxEntry | undefined> {
  const queued = () => atRegistry(database, registry, 'queued');
  const [left, oldest] = await Promise.all([atRegistry(database, registry, 'sending').first(), queued().first()]);
  if (left ?? !oldest) return left;
  if (isDue(oldest, now)) return oldest;
  // What a clock that ran ahead has planned is the last in line.
  const last = await queued().last();
  return last && isDue(last, now) ? last : undefined;
}

/** When the next entry falls due, in milliseconds since the epoch; undefined where nothing waits. */
export async function nextTime({ outbox }: PlumblineDatabase): Promise<number | undefined> {
  const waiting = await Promise.all(
    (['queued', 'sending'] as const).map((state) => outbox.where('state').equals(state).first()),
  );
  const times = waiting.flatMap((entry) => (entry ? [entry.nextTry] : []));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** The entries of a registry in a state, by when they are tried. */
export function atRegistry({ outbox }: PlumblineDatabase, registry: string, state: DeliveryState) {
  return outbox.where('[registry+state]').equals([registry, state]);
}

/** Which entries are meant: one by its id, all of a registry, or every one. */
export type WhichEntries = { entry: string } | { registry: string } | { all: true };

/** Puts entries that failed, were paused or wait back in the queue, due at once and with all their tries. */
export function retryEntries(database: PlumblineDatabase, which: WhichEntries, now: number): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      for (const state of ['queued', 'failed', 'paused'] as const)
        await entriesIn(database, which, state).modify((entry) => tryAt(entry, now));
    }),
  );
}

/** Puts back in the queue what waits for one reason, by the code of its problem, since that reason is gone. */
export function resumeEntries(database: PlumblineDatabase, code: string, now: number): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.outbox, async () => {
      for (const state of ['queued', 'paused'] as const)
        await entriesIn(database, { all: true }, state)
          .filter(({ problem }) => problem?.code === code)
          .modify((entry) => tryAt(entry, now));
    }),
  );
}

function entriesIn(database: PlumblineDatabase, which: WhichEntries, state: DeliveryState) {
  if ('registry' in which) return atRegistry(database, which.registry, state);
  const { outbox } = database;
  if ('all' in which) return outbox.where('state').equals(state);
  return outbox
    .where('id')
    .equals(which.entry)
    .filter((entry) => entry.state === state);
}

function tryAt(entry: OutboxEntry, now: number): void {
  entry.state = 'queued';
  entry.attempts = 0;
  entry.nextTry = now;
  entry.planned = now;
}

/** Forgets an entry: it is sent no more, and what stands at the registry is no longer known here. */
export function dropEntry(database: PlumblineDatabase, id: string): Promise<void> {
  return writing(database, () => database.outbox.delete(id));
}

/** Forgets all entries of a registry that is gone. May be part of the caller's transaction. */
export function dropRegistry(database: PlumblineDatabase, registry: string): Promise<number> {
  const ofRegistry = [
    [registry, Dexie.minKey],
    [registry, Dexie.maxKey],
  ] as const;
  return writing(database, () =>
    database.outbox
      .where('[registry+state+nextTry]')
      .between(...ofRegistry)
      .delete(),
  );
}

/** Forgets what was withdrawn more than 30 days ago. What was delivered stays: it is the record of what stands. */
export function sweepOutbox(database: PlumblineDatabase, now: Date): Promise<number> {
  const until = now.getTime() - withdrawnTime;
  return writing(database, () =>
    database.outbox.where('[state+nextTry]').between(['withdrawn', Dexie.minKey], ['withdrawn', until]).delete(),
  );
}
