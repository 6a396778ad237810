import type { OutboxEntry } from '../domain/outbox-entry.ts';
import { R321, R322 } from '../domain/problems.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError, type RegistryFailure } from '../registries/registry-error.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { dropRegistry, nextDue, nextTime, registriesInOutbox } from '../store/outbox.ts';
import { type Failure, forgetEntry, markSending, settleDelivered, settleFailed } from '../store/settle-deliveries.ts';
import type { Connect } from './connections.ts';
import { packParcel } from './pack-parcel.ts';

/** What delivery needs. */
export type DeliveryNeeds = {
  database: PlumblineDatabase;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
  now: () => number;
  /** Whether this device has a network, as far as the browser knows. */
  online(): boolean;
  /** Runs at most one drain of a registry at a time over all contexts of the extension (Web Locks). */
  exclusively(registry: string, run: () => Promise<void>): Promise<void>;
  /** Wakes us at a time in milliseconds since the epoch, even if the worker is asleep by then. */
  wakeAt(time: number): void;
};

/** Failures that say that the whole registry is in trouble; `not-json` is what a hotel's sign-in page answers. */
const inTrouble: ReadonlySet<RegistryFailure> = new Set([
  'unreachable',
  'timed-out',
  'rate-limited',
  'server-error',
  'not-json',
]);
const needsPerson: ReadonlySet<RegistryFailure> = new Set(['unauthorised', 'no-key', 'not-permitted']);

/** How long after a drain began somebody looks whether it came to its end, in milliseconds. */
const restart = 60_000;

/**
 * Makes the drain: sends what is due, to all registries side by side and to each in order, and asks to be woken for the
 * rest. Safe to call at any time from anywhere, and safe to die at any await: an entry found `sending` is looked up at the
 * registry before it is sent again, so one object stands there in the end. Rejects at what nobody expected, once everything
 * else is sent; what it concerned is tried again later.
 */
export function createDeliverOutbox({ database, adapters, connect, now, online, exclusively, wakeAt }: DeliveryNeeds) {
  return async function deliverOutbox(signal: AbortSignal): Promise<void> {
    if ((await nextTime(database)) === undefined) return;
    // A worker that dies on the way cannot ask to be woken any more.
    wakeAt(now() + restart);
    const registries = await registriesInOutbox(database);
    const drains = await Promise.allSettled(registries.map((id) => exclusively(id, () => drain(id, signal))));
    const next = await nextTime(database);
    if (next !== undefined) wakeAt(next);
    for (const drained of drains) if (drained.status === 'rejected') throw drained.reason;
  };

  async function drain(id: string, signal: AbortSignal): Promise<void> {
    const unexpected: unknown[] = [];
    for (
      let entry = await nextDue(database, id, now());
      entry && !signal.aborted;
      entry = await nextDue(database, id, now())
    ) {
      const registry = await database.registries.get(id);
      if (!registry) return void (await dropRegistry(database, id));
      const error = await deliver(entry, registry, signal);
      if (error !== undefined) unexpected.push(error);
    }
    if (unexpected.length > 0) throw unexpected[0];
  }

  /** Delivers an entry with what goes along with it. Answers an error that nobody expected, once it is settled. */
  async function deliver(entry: OutboxEntry, registry: Registry, signal: AbortSignal): Promise<unknown> {
    let sent: readonly OutboxEntry[] = [entry];
    try {
      if (!registry.enabled) throw switchedOff(registry);
      const adapter = adapters[registry.kind];
      const connection = await connect(registry);
      const parcel = await packParcel({ database, adapter, connection }, entry);
      if (!parcel) return void (await forgetEntry(database, entry));
      sent = parcel.entries;
      await parcel.leave?.(signal);
      if (!(await markSending(database, sent, parcel.uri))) return undefined;
      await parcel.send(signal);
      await settleDelivered(database, sent, registry.name, new Date(now()));
      return undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      await settleFailed(database, sent, failureOf(error), now());
      return error instanceof RegistryError ? undefined : error;
    }
  }

  function failureOf(error: unknown): Failure {
    if (!(error instanceof RegistryError)) return { next: 'retry', problem: R322, retryAfter: 0 };
    const { reason, problem, retryAfter } = error;
    if (inTrouble.has(reason)) return { next: 'later', problem, retryAfter, offline: !online() };
    return { next: needsPerson.has(reason) ? 'pause' : 'fail', problem, retryAfter };
  }
}

function switchedOff(registry: Registry): RegistryError {
  return new RegistryError(registry, 'not-permitted', R321({ name: registry.name }));
}
