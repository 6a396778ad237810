import * as z from 'zod/mini';
import { Problem } from './problem.ts';
import { SkillAlignment } from './skill-alignment.ts';

/**
 * `queued` waits for its time; `sending` is on the wire or was when the worker died; `paused` waits for the person;
 * `withdrawn` stood at the registry and was taken back.
 */
export const DeliveryState = z.enum(['queued', 'sending', 'delivered', 'failed', 'paused', 'withdrawn']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * One alignment on its way to one registry. There is one entry for each pair, so that edits made before sending
 * coalesce, and it stays after delivery: it is also the record of what stands at the registry.
 */
export const OutboxEntry = z.object({
  /** `outboxId(registry, alignment)`. */
  id: z.string(),
  registry: z.uuid(),
  /** A ResourceAlignment, or a SkillAlignment where `of` says so. */
  alignment: z.uuid(),
  /** Default: a resource alignment. */
  of: z.optional(z.literal('skill')),
  action: z.enum(['publish', 'withdraw']),
  state: DeliveryState,
  /** Failed tries since it was queued, those of others while the whole registry was in trouble included. */
  attempts: z.int(),
  /** Milliseconds since the epoch: not before this time. Of what is settled: when that was. */
  nextTry: z.number(),
  /** When `nextTry` was planned, by the clock of that moment. */
  planned: z.optional(z.number()),
  /**
   * Names this wish, the same for each try of it and another for the next wish: sent as `Idempotency-Key`
   * (draft-ietf-httpapi-idempotency-key-header), so that a server that knows the header stores it once.
   */
  key: z.uuid(),
  /** Why the last try failed. */
  problem: z.optional(Problem),
  /** Revision of the alignment that is to be sent, or was. */
  revision: z.int(),
  /** Address of the object at the registry, written down before the first sending: what is to be withdrawn if need be. */
  uri: z.optional(z.string()),
  /** The statement from skill to skill as it was sent last: nobody else keeps it once it is removed. */
  statement: z.optional(SkillAlignment),
  /** What stands at the registry since the last delivery. */
  receipt: z.optional(z.object({ revision: z.int(), at: z.iso.datetime() })),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** The entry's key: one for each registry and alignment. */
export function outboxId(registry: string, alignment: string): string {
  return `${registry}:${alignment}`;
}

/** The longest wait between two tries: one hour, in milliseconds. */
export const longestWait = 3_600_000;

/** The wait before the next try where this device was offline: one minute, in milliseconds. */
export const offlineWait = 60_000;

/** Tries that fail for a fault of ours before an entry is given up until the person asks again. */
export const mostAttempts = 8;

/** The longest wait that a registry can ask for: one day, in milliseconds. */
const longestAsked = 86_400_000;

/**
 * Whether an entry's time has come. A plan that was made later than now was made by a clock that was wrong then, or is
 * wrong now: it is not waited for.
 */
export function isDue({ nextTry, planned = nextTry - longestAsked }: OutboxEntry, now: number): boolean {
  return nextTry <= now || planned > now;
}

/**
 * How long to wait before the next try, in milliseconds: 15 s doubled with each failure up to an hour, spread by a
 * quarter so that many entries do not return in one moment. What the registry asked for (`Retry-After`) is the least.
 */
export function backOff(attempts: number, retryAfter = 0, random: () => number = Math.random): number {
  const wait = Math.min(15_000 * 2 ** Math.max(0, attempts - 1), longestWait);
  return Math.max(Math.round(wait * (0.875 + random() / 4)), retryAfter);
}
