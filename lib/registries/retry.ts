import { RegistryError } from './registry-error.ts';

/** The wait before the second try, in milliseconds; O*NET asks for no less after a 429. */
const pause = 200;

/** The longest wait that a search waits out itself, in milliseconds; a longer one is the caller's to keep. */
const longestPause = 1000;

/**
 * Makes a call and, where it failed of what `passes` says may be gone in a moment, once more after the wait that the
 * registry asked for, 200 ms at least. Rejects as the last try did; on abort with the signal's reason.
 */
export async function twice<Answered>(
  call: () => Promise<Answered>,
  passes: (error: RegistryError) => boolean,
  signal: AbortSignal,
): Promise<Answered> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof RegistryError) || !passes(error) || error.retryAfter > longestPause) throw error;
    await wait(Math.max(pause, error.retryAfter), signal);
    return call();
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
