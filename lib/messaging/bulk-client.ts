import type { ImportProgress } from '../domain/framework-import.ts';
import type { Result } from '../domain/problem.ts';
import { I428 } from '../domain/problems.ts';
import type { BulkAnswers, BulkRequestName, BulkRequests, FromBulkWorker, ToBulkWorker } from './bulk-protocol.ts';

/** How a request to the bulk worker is followed. */
export type BulkAsking = { signal?: AbortSignal; hear?: (progress: ImportProgress) => void };

/**
 * The page's bulk worker. Never rejects: where the worker cannot be started or breaks down, the answer is problem I428;
 * what was asked is undone then, or was done. `cancelled` where the signal was aborted: nothing was changed.
 */
export type Bulk = {
  ask<Name extends BulkRequestName>(
    name: Name,
    request: BulkRequests[Name],
    asking?: BulkAsking,
  ): Promise<Result<BulkAnswers[Name]> | 'cancelled'>;
};

/** A worker, as far as it is needed. */
export type BulkWorker = {
  postMessage(message: ToBulkWorker): void;
  onmessage: ((event: MessageEvent<FromBulkWorker>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
  terminate?(): void;
};

type Waiting = { settle(ended: Result<unknown> | 'cancelled'): void; hear: BulkAsking['hear'] };

/** Opens the way to a bulk worker. It is started when it is first asked, and anew where it broke down. */
export function openBulk(start: () => BulkWorker): Bulk {
  const waiting = new Map<number, Waiting>();
  let worker: BulkWorker | undefined;
  let turns = 0;
  const breakDown = () => {
    worker?.terminate?.();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { settle } of left) settle(brokenDown);
  };
  const hearWorker = ({ data }: MessageEvent<FromBulkWorker>) => {
    const one = waiting.get(data.turn);
    if ('progress' in data) return one?.hear?.(data.progress);
    waiting.delete(data.turn);
    one?.settle(data.ended);
  };
  const started = () => {
    if (worker) return worker;
    const fresh = start();
    fresh.onmessage = hearWorker;
    fresh.onerror = breakDown;
    worker = fresh;
    return fresh;
  };
  return {
    ask: (name, request, { signal, hear } = {}) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve('cancelled');
        turns += 1;
        const turn = turns;
        // What is answered under a number is what was asked under it.
        waiting.set(turn, { settle: resolve as Waiting['settle'], hear });
        signal?.addEventListener('abort', () => waiting.has(turn) && worker?.postMessage({ turn, cancel: true }));
        try {
          started().postMessage({ turn, name, request } as ToBulkWorker);
        } catch {
          breakDown();
        }
      }),
  };
}

const brokenDown: Result<never> = {
  ok: false,
  problem: I428,
};
