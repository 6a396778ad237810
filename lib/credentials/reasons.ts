import type { Problem } from '../domain/problem.ts';
import { UnknownAddress } from './document-loader.ts';
import { problems } from './problems.ts';

/** Every error inside an error, outermost first: the signing packages wrap theirs as `errors`, JSON-LD as `cause`. */
function inside(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { errors, cause } = error as Error & { errors?: unknown; cause?: unknown };
  const within = [...(Array.isArray(errors) ? errors : []), cause];
  return [error, ...within.flatMap((one) => inside(one, depth + 1))];
}

/** What safe mode would have dropped, in words; undefined where that was not the trouble. */
function droppedIn(error: Error): string | undefined {
  const { event } = ((error as { details?: { event?: unknown } }).details ?? {}) as {
    event?: { code?: string; message?: string; details?: Record<string, unknown> };
  };
  if (!event?.code) return undefined;
  const { property, type, id, value } = event.details ?? {};
  const what = [property, type, id, value].find((one) => typeof one === 'string');
  return what ? `${what} (${event.code})` : event.code;
}

/** Why the processor would not take a document whole: a term dropped, or a vocabulary missing. Undefined for all else. */
export function uncoveredIn(error: unknown): Problem | undefined {
  for (const one of inside(error)) {
    if (one instanceof UnknownAddress) return problems.unknownVocabulary(one.address);
    const dropped = droppedIn(one);
    if (dropped) return problems.unsayable(dropped);
  }
  return undefined;
}

/** What the innermost error says, in the package's own words. */
export function wordsOf(error: unknown): string {
  return inside(error).at(-1)?.message.replace(/\.$/, '') ?? String(error);
}
