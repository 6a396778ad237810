import type { Pace } from '../registries/adapter.ts';

/**
 * Makes a `fetch` that sends no more requests than a pace allows in any stretch of its time; one too many waits for its
 * turn, and gives it up where its signal aborts. `now` is the clock, in milliseconds.
 */
export function paced(fetch: typeof globalThis.fetch, pace: Pace, now: () => number): typeof globalThis.fetch {
  const turns: number[] = [];

  function take(): number {
    const before = turns.at(-pace.requests);
    const turn = Math.max(now(), before === undefined ? 0 : before + pace.milliseconds);
    turns.push(turn);
    if (turns.length > 10 * pace.requests && (turns[0] ?? 0) + pace.milliseconds < now()) turns.shift();
    return turn;
  }

  return async function inTurn(input, init) {
    const turn = take();
    try {
      await wait(turn - now(), init?.signal ?? undefined);
    } catch (error) {
      turns.splice(turns.indexOf(turn), 1);
      throw error;
    }
    return fetch(input, init);
  };
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
