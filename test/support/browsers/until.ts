import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait, and what to say when the wait was in vain. */
export type Patience = {
  /** Milliseconds until giving up. Default 10,000. */
  limit?: number;
  /** Tells what was there instead, for the error. */
  instead?: () => string;
};

/** Milliseconds between two looks. */
const pace = 20;

/**
 * Looks again and again until `look` answers something other than undefined. A look that throws counts as "not yet",
 * since pages are torn down and built up under the observer; its error is told at the limit.
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  { limit = 10_000, instead }: Patience = {},
): Promise<T> {
  const end = performance.now() + limit;
  let cause: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined) return found;
      cause = undefined;
    } catch (error) {
      if (error instanceof GoneError) throw error;
      cause = error;
    }
    if (performance.now() > end) break;
    await pause(pace);
  }
  const rest = [instead?.(), cause instanceof Error ? cause.message : undefined].filter(Boolean).join('\n');
  throw new Error(`waited ${limit} ms for ${what}${rest && `; instead:\n${rest}`}`, { cause });
}

/** Rejects at the limit unless `work` has settled before. */
export async function within<T>(what: string, work: Promise<T>, limit = 10_000): Promise<T> {
  const stop = new AbortController();
  const late = pause(limit, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`waited ${limit} ms for ${what}`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}

/** The surface closed while something was still wanted of it: waiting on is pointless. */
export class GoneError extends Error {
  override name = 'GoneError';
}
