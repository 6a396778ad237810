/** A signal that aborts with the caller's or when the time, in milliseconds, is up. `stop` lets go of both. */
export function deadline(signal: AbortSignal, timeout: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeout);
  signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}
