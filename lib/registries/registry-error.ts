import type { Problem } from '../domain/problem.ts';
import type { Registry } from '../domain/registry.ts';

/** Why a registry's call failed. */
export type RegistryFailure =
  | 'unreachable'
  | 'not-permitted'
  | 'timed-out'
  | 'redirected'
  | 'unauthorised'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'refused'
  | 'too-large'
  | 'not-json'
  | 'wrong-shape'
  | 'no-key';

/** A call to a registry that failed in an expected way. `problem` is what the person is told. */
export class RegistryError extends Error {
  override name = 'RegistryError';
  constructor(
    readonly registry: Registry,
    readonly reason: RegistryFailure,
    readonly problem: Problem,
    /** Milliseconds to wait before the next try, as the registry asked; 0 where it did not. */
    readonly retryAfter: number = 0,
    options?: ErrorOptions,
  ) {
    super(`${registry.name}: ${reason}: ${problem.message}`, options);
  }
}
