import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError, type RegistryFailure } from '../registries/registry-error.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { type Failure, markSending, nextDue, nextTime, settleDelivered, settleFailed } from '../store/outbox.ts';
import type { Connect } from './connections.ts';

/** What delivery needs. */
export type DeliveryNeeds = {
  database: PlumblineDatabase;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
  now: () => number;
  /** Runs at most one drain at a time over all contexts of the extension (Web Locks). */
  exclusively(run: () => Promise<void>): Promise<void>;
  /** Wakes us at a time in milliseconds since the epoch, even if the worker is asleep by then. */
  wakeAt(time: number): void;
};

/** Failures that a later try may get past by itself; `not-json` is what a hotel's sign-in page answers. */
const passing: ReadonlySet<RegistryFailure> = new Set([
  'unreachable',
  'timed-out',
  'rate-limited',
  'server-error',
  'not-json',
]);
const needsPerson: ReadonlySet<RegistryFailure> = new Set(['unauthorised', 'no-key', 'not-permitted']);

/**
 * Makes the drain: sends what is due, one entry after the other, and asks to be woken for the rest. Safe to call at any
 * time from anywhere, and safe to die at any await: an entry found `sending` is looked up at the registry before it is
 * sent again, so one object stands there in the end.
 */
export function createDeliverOutbox({ database, adapters, connect, now, exclusively, wakeAt }: DeliveryNeeds) {
  return function deliverOutbox(signal: AbortSignal): Promise<void> {
    return exclusively(async () => {
      for (
        let entry = await nextDue(database, now());
        entry && !signal.aborted;
        entry = await nextDue(database, now())
      ) {
        await deliver(entry, signal);
      }
      const next = await nextTime(database);
      if (next !== undefined) wakeAt(next);
    });
  };

  async function deliver(entry: OutboxEntry, signal: AbortSignal): Promise<void> {
    const registry = await database.registries.get(entry.registry);
    if (!registry) return void (await database.outbox.delete(entry.id));
    try {
      await send(entry, registry, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof RegistryError)) throw error;
      await settleFailed(database, entry, failureOf(error), now());
    }
  }

  async function send(entry: OutboxEntry, registry: Registry, signal: AbortSignal): Promise<void> {
    const adapter = adapters[registry.kind];
    const connection = await connect(registry);
    if (entry.action === 'withdraw') {
      if (entry.uri) await adapter.withdraw?.(connection, entry.uri, signal);
      return settleDelivered(database, entry, registry.name, new Date(now()));
    }
    const alignment = await database.alignments.get(entry.alignment);
    if (!alignment || !adapter.publish || !adapter.addressOf) return void (await database.outbox.delete(entry.id));
    const resource = (await database.resources.get(alignment.resource)) ?? { address: alignment.resource, fields: {} };
    const publication = { alignment, resource };
    await markSending(database, entry, adapter.addressOf(connection, publication));
    await adapter.publish(connection, publication, signal);
    await settleDelivered(database, { ...entry, revision: alignment.revision }, registry.name, new Date(now()));
  }
}

function failureOf({ reason, problem, retryAfter }: RegistryError): Failure {
  const then = needsPerson.has(reason) ? 'pause' : passing.has(reason) ? 'retry' : 'fail';
  return { then, problem, retryAfter };
}
