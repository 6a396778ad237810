import type { Result } from '../domain/problem.ts';
import { K540, K542 } from '../domain/problems.ts';
import type { FromSigningWorker, SigningAnswers, SigningRequestName, SigningRequests } from './signing-protocol.ts';

export type { SigningRequests } from './signing-protocol.ts';

/**
 * The page's signing worker. Never rejects: where the worker cannot be started or breaks down, the answer is problem K540.
 * An aborted request is answered by K542.
 */
export type Signatures = {
  ask<Name extends SigningRequestName>(
    name: Name,
    request: SigningRequests[Name],
    signal?: AbortSignal,
  ): Promise<Result<SigningAnswers[Name]>>;
};

/** A worker, as far as it is needed. */
export type SigningWorker = {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
};

/** Opens the way to a signing worker. It is started when it is first asked, and anew where it broke down. */
export function openSignatures(start: () => SigningWorker): Signatures {
  let worker: SigningWorker | undefined;
  const waiting = new Set<(ended: Result<never>) => void>();
  const breakDown = () => {
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting) settle(brokenDown);
  };
  const started = () => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('error', breakDown);
    return worker;
  };
  return {
    ask: (name, request, signal) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const settle = (ended: FromSigningWorker) => {
          waiting.delete(settle);
          port1.close();
          // What is answered over a port is what was asked with it.
          resolve(ended as Result<never>);
        };
        if (signal?.aborted) return settle(cancelled);
        waiting.add(settle);
        port1.onmessage = ({ data }: MessageEvent<FromSigningWorker>) => settle(data);
        signal?.addEventListener('abort', () => {
          if (!waiting.has(settle)) return;
          port1.postMessage('cancel');
          settle(cancelled);
        });
        try {
          started().postMessage({ name, request }, [port2]);
        } catch {
          breakDown();
        }
      }),
  };
}

const brokenDown: Result<never> = {
  ok: false,
  problem: K540,
};

const cancelled: Result<never> = {
  ok: false,
  problem: K542,
};
