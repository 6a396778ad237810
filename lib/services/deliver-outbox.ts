import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { Connection, RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError, type RegistryFailure } from '../registries/registry-error.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import {
  type Failure,
  forgetEntry,
  isTakenOver,
  markSending,
  nextDue,
  nextTime,
  settleDelivered,
  settleFailed,
} from '../store/outbox.ts';
import { standingTogether } from '../store/standing-together.ts';
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

/** How long after a drain began somebody looks whether it came to its end, in milliseconds. */
const restart = 60_000;

/**
 * Makes the drain: sends what is due, one entry after the other, and asks to be woken for the rest. Safe to call at any
 * time from anywhere, and safe to die at any await: an entry found `sending` is looked up at the registry before it is
 * sent again, so one object stands there in the end. Rejects at what nobody expected; that entry is tried again later.
 */
export function createDeliverOutbox({ database, adapters, connect, now, exclusively, wakeAt }: DeliveryNeeds) {
  return function deliverOutbox(signal: AbortSignal): Promise<void> {
    return exclusively(async () => {
      if ((await nextTime(database)) === undefined) return;
      // A worker that dies on the way cannot ask to be woken any more.
      wakeAt(now() + restart);
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
      if (!registry.enabled) throw switchedOff(registry);
      await send(entry, registry, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      await settleFailed(database, entry, failureOf(error), now());
      if (!(error instanceof RegistryError)) throw error;
    }
  }

  async function send(entry: OutboxEntry, registry: Registry, signal: AbortSignal): Promise<void> {
    const adapter = adapters[registry.kind];
    const connection = await connect(registry);
    if (entry.action === 'withdraw') {
      await takeBack(entry, adapter, connection, signal);
      return settleDelivered(database, entry, registry.name, new Date(now()));
    }
    const alignment = await database.alignments.get(entry.alignment);
    if (!alignment || !adapter.publish || !adapter.addressOf) return forgetEntry(database, entry);
    const resource = (await database.resources.get(alignment.resource)) ?? { address: alignment.resource, fields: {} };
    const alignments = await standingTogether(database, entry.registry, alignment);
    const publication = { alignment, resource, alignments, key: entry.key };
    const uri = adapter.addressOf(connection, publication);
    if (entry.uri !== uri) await takeBack(entry, adapter, connection, signal);
    if (!(await markSending(database, entry, uri))) return;
    await adapter.publish(connection, publication, signal);
    await settleDelivered(database, entry, registry.name, new Date(now()));
  }

  /** Takes back what an entry left, or may have left, at the registry, unless it is another alignment's by now. */
  async function takeBack(
    entry: OutboxEntry,
    adapter: RegistryAdapter,
    connection: Connection,
    signal: AbortSignal,
  ): Promise<void> {
    if (!entry.uri || (await isTakenOver(database, entry))) return;
    await adapter.withdraw?.(connection, entry.uri, signal);
  }
}

function switchedOff(registry: Registry): RegistryError {
  return new RegistryError(registry, 'not-permitted', {
    code: 'R321',
    message: `${registry.name} is switched off.`,
    advice: 'Nothing was sent or lost. Switch it on in the options, and what waits is sent.',
  });
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof RegistryError)) return { next: 'retry', problem: unexpected, retryAfter: 0 };
  const { reason, problem, retryAfter } = error;
  const next = needsPerson.has(reason) ? 'pause' : passing.has(reason) ? 'retry' : 'fail';
  return { next, problem, retryAfter };
}

const unexpected: Problem = {
  code: 'R322',
  message: 'Something unexpected went wrong inside Plumbline while sending.',
  advice: 'What you saved is kept here and sent again later; the browser’s extension page shows the details.',
};
