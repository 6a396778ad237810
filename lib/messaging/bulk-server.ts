import type { ImportProgress } from '../domain/framework-import.ts';
import { type Problem, problemIn } from '../domain/problem.ts';
import { I429 } from '../domain/problems.ts';
import type { BulkAnswers, BulkRequestName, BulkRequests, FromBulkWorker, ToBulkWorker } from './bulk-protocol.ts';

/** One handler for each request. What it throws as ProblemError reaches the page; anything else is logged, as I429. */
export type BulkHandlers = {
  [Name in BulkRequestName]: (
    request: BulkRequests[Name],
    hear: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<BulkAnswers[Name]>;
};

/** What the worker speaks to: its own global scope, or a port. */
export type BulkPort = {
  postMessage(message: FromBulkWorker): void;
  addEventListener(type: 'message', listener: (event: { data: ToBulkWorker }) => void): void;
};

/** Answers the page that started this worker. Requests run beside each other; each can be cancelled by its number. */
export function serveBulk(port: BulkPort, handlers: BulkHandlers, log: (error: unknown) => void): void {
  const running = new Map<number, AbortController>();
  port.addEventListener('message', ({ data }) => {
    const { turn } = data;
    if ('cancel' in data) return running.get(turn)?.abort();
    const aborter = new AbortController();
    running.set(turn, aborter);
    const hear = (progress: ImportProgress) => port.postMessage({ turn, progress });
    // The table ties each name to its own shape; the compiler cannot follow that through a computed key.
    const handle = handlers[data.name] as (...args: unknown[]) => Promise<BulkAnswers[BulkRequestName]>;
    void handle(data.request, hear, aborter.signal)
      .then(
        (value) => ({ ok: true as const, value }),
        (error: unknown) => (aborter.signal.aborted ? 'cancelled' : { ok: false as const, problem: told(error, log) }),
      )
      .then((ended) => port.postMessage({ turn, ended }))
      .finally(() => running.delete(turn));
  });
}

function told(error: unknown, log: (error: unknown) => void): Problem {
  const known = problemIn(error);
  if (known) return known;
  log(error);
  return I429;
}
