import type { Problem } from '../domain/problem.ts';
import { limits } from '../jsonld/guard.ts';
import { type DocumentLoader, isKnownContext } from './document-loader.ts';
import { problems } from './problems.ts';

/** A document that may go to the processor as it is. */
export type Admitted = Record<string, unknown> & { '@context': string[] };

/** Keywords that a statement may use; all others can hold what no signature covers, or change what words mean. */
const plainKeywords = new Set(['@id', '@type', '@value', '@language']);

/**
 * Lets only documents through whose every word a signature covers: all contexts named at the top and known here, no
 * keyword but the plain ones, no `__proto__` (which processors skip), no broken text (which all hashes alike), within the
 * limits of lib/jsonld. Nothing is mended, since it would no longer be the document that was given. Answers the problem
 * otherwise.
 */
export async function admit(document: unknown, load: DocumentLoader): Promise<Admitted | Problem> {
  if (!isObject(document)) return problems.noCredential;
  const found = walk(document);
  if (found) return found;
  const contexts = document['@context'];
  if (!Array.isArray(contexts) || contexts.length === 0) return problems.noCredential;
  for (const context of contexts) {
    if (typeof context !== 'string') return problems.ownVocabulary;
    if (!(await isKnownContext(context, load))) return problems.unknownVocabulary(context);
  }
  return document as Admitted;
}

/** Whether `admit` let the document through. */
export function isAdmitted(answer: Admitted | Problem): answer is Admitted {
  return Object.hasOwn(answer, '@context');
}

/** An object that is no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(document: Record<string, unknown>): Problem | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > limits.values || depth > limits.depth) return problems.tooLarge;
    if (typeof value === 'string' && isBroken(value)) return problems.halfCharacter;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const refused = Array.isArray(value) ? undefined : refusedKey(key, depth);
      if (refused) return refused;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

function refusedKey(key: string, depth: number): Problem | undefined {
  if (key === '@context') return depth === 0 ? undefined : problems.ownVocabulary;
  if (key === '__proto__' || isBroken(key)) return problems.unsayable(key);
  return key.startsWith('@') && !plainKeywords.has(key) ? problems.unsayable(key) : undefined;
}

function isBroken(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
