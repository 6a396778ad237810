import { type Problem, problemIn } from '../domain/problem.ts';
import { K541 } from '../domain/problems.ts';
import type {
  FromSigningWorker,
  SigningAnswers,
  SigningRequestName,
  SigningRequests,
  ToSigningWorker,
} from './signing-protocol.ts';

/** One handler for each request. What it throws as ProblemError reaches the page; anything else is logged, as K541. */
export type SigningHandlers = {
  [Name in SigningRequestName]: (request: SigningRequests[Name], signal: AbortSignal) => Promise<SigningAnswers[Name]>;
};

/** What the worker listens to: its own global scope. */
export type SigningScope = {
  addEventListener(
    type: 'message',
    listener: (event: { data: ToSigningWorker; ports: readonly MessagePort[] }) => void,
  ): void;
};

/** Answers the page that started this worker, each request over the port that came with it. */
export function serveSignatures(scope: SigningScope, handlers: SigningHandlers, log: (error: unknown) => void): void {
  scope.addEventListener('message', ({ data: { name, request }, ports: [port] }) => {
    if (!port) return;
    const aborter = new AbortController();
    port.onmessage = () => aborter.abort();
    // The table ties each name to its own shape; the compiler cannot follow that through a computed key.
    const handle = handlers[name] as (...args: unknown[]) => Promise<SigningAnswers[SigningRequestName]>;
    void handle(request, aborter.signal)
      .then(
        (value): FromSigningWorker => ({ ok: true, value }),
        (error: unknown): FromSigningWorker => ({ ok: false, problem: told(error, log) }),
      )
      .then((ended) => {
        if (!aborter.signal.aborted) port.postMessage(ended);
        port.close();
      });
  });
}

function told(error: unknown, log: (error: unknown) => void): Problem {
  const known = problemIn(error);
  if (known) return known;
  log(error);
  return K541;
}
