import * as z from 'zod/mini';
import { withQuote } from './problems.ts';
import { type Sentence, sentence } from './sentence.ts';

/**
 * An expected failure, told to a person: what happened (`message`, one sentence), what became of the data, what to do, and
 * a code to quote. Codes: P1xx reading pages, S2xx storing, R3xx to R5xx registries (R4xx and R5xx carry the HTTP status),
 * I4xx documents and imports, F5xx reading formats back, K5xx signing, B7xx backups, M6xx messages. Each is made in
 * `problems.ts`, which `npm run words` writes from `locales/en/problem.json`.
 */
export const Problem = z.object({
  code: z.string(),
  ...sentence,
  /** What became of the data, and what to do. In the languages of the screens it is the key's `.advice`. */
  advice: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** A problem, or another sentence, with what the other side said of it; as it is where that is nothing. */
export function quoting<Told extends Sentence>(told: Told, said: string): Told {
  return said ? { ...told, message: withQuote({ sentence: told, said }).message, said } : told;
}

/** What crosses between contexts: Error objects do not survive the crossing, a Result does. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * The Problem that an error carries, itself or inside: Dexie wraps what a listener of it throws as `inner`. Undefined for
 * an error that nobody expected.
 */
export function problemIn(error: unknown, depth = 0): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof Object) || depth > 3) return undefined;
  return problemIn((error as { inner?: unknown }).inner, depth + 1);
}

/** An error that carries a Problem, for use inside one context. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(
    /** What a person is told. */
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(`${problem.code} ${problem.message}`, options);
  }
}
