import type { Warning } from '../domain/page-reading.ts';
import { jsonLdTooDeep, jsonLdTooLarge } from '../domain/warnings.ts';
import { contextAt, fallbackContext } from './contexts/index.ts';
import { localAddress } from './document-loader.ts';

/**
 * How much of a document is let through to the processor. It recurses, so that a deep document would end the thread's
 * stack, and it copies the definitions in force with each node, so that many of both cost their product.
 */
export const limits = {
  /** Objects and arrays inside one another. The processor itself gives up near 1,000. */
  depth: 200,
  /** Values in all: objects, arrays, texts, numbers. */
  values: 100_000,
  /** Characters of all texts and keys together, and of a block as text: UTF-16 code units. */
  characters: 2_000_000,
  /** Term definitions to process, those of our own contexts counted at each place that names one. */
  definitions: 500_000,
  /** Definitions that the document makes itself, times its objects. */
  copies: 5_000_000,
} as const;

/** A document that may go to the processor: a copy without `__proto__`, whose contexts are all ours or its own. */
export type Guarded = {
  document: unknown;
  /** Whether an `@context` stands anywhere in it. */
  hasContext: boolean;
  /** Addresses of contexts that we do not hold, as the document writes them, each once. */
  unknownContexts: string[];
};

type Holder = Record<string, unknown> | unknown[];
type Step = { from: object; to: Holder; depth: number; inContext: boolean };
type Walk = {
  steps: Step[];
  values: number;
  characters: number;
  objects: number;
  ownDefinitions: number;
  definitions: number;
  hasContext: boolean;
  namesKnownContext: boolean;
  unknownContexts: Set<string>;
  /** Where an unknown context stood. */
  gaps: { holder: Holder; key: string | number }[];
};

/** The definitions that a context of ours holds at most, for the count. */
const definitionsOfOurs = 150;

/**
 * Copies a document of whatever origin, with a loop instead of recursion, and answers what is too large as a warning.
 * The addresses of contexts are replaced: known ones by our own names for them; an unknown one by schema.org's context,
 * or only by its vocabulary where known contexts stand beside it, since their terms may be protected.
 */
export function guard(document: unknown): Guarded | Warning {
  const walk: Walk = {
    steps: [],
    values: 0,
    characters: 0,
    objects: 0,
    ownDefinitions: 0,
    definitions: 0,
    hasContext: false,
    namesKnownContext: false,
    unknownContexts: new Set(),
    gaps: [],
  };
  const copy = take(walk, document, 0, false);
  for (let step = walk.steps.pop(); step; step = walk.steps.pop()) {
    if (step.depth > limits.depth) return jsonLdTooDeep({ depth: limits.depth });
    copyInto(walk, step);
    if (isTooLarge(walk)) return jsonLdTooLarge;
  }
  const standIn = walk.namesKnownContext ? { '@vocab': fallbackContext['@vocab'] } : localAddress('schema.org');
  for (const { holder, key } of walk.gaps) put(holder, key, standIn);
  return { document: copy, hasContext: walk.hasContext, unknownContexts: [...walk.unknownContexts] };
}

function copyInto(walk: Walk, { from, to, depth, inContext }: Step): void {
  for (const [key, value] of Object.entries(from)) {
    if (key === '__proto__') continue;
    const place = Array.isArray(to) ? Number(key) : key;
    if (!Array.isArray(to)) walk.characters += key.length;
    const isContext = key === '@context' || (inContext && Array.isArray(to));
    if (isContext) walk.hasContext = true;
    if (typeof value === 'string' && (isContext || (inContext && key === '@import'))) {
      putContext(walk, to, place, value);
    } else {
      put(to, place, take(walk, value, depth + 1, isContext));
    }
  }
}

/** The value itself, or the empty copy of an object or array whose filling is put on the list. */
function take(walk: Walk, value: unknown, depth: number, inContext: boolean): unknown {
  walk.values += 1;
  if (typeof value === 'string') walk.characters += value.length;
  if (typeof value !== 'object' || value === null) return value;
  const to: Holder = Array.isArray(value) ? [] : {};
  walk.objects += 1;
  walk.steps.push({ from: value, to, depth, inContext });
  if (inContext && !Array.isArray(value)) {
    walk.ownDefinitions += Object.keys(value).length;
    walk.definitions += Object.keys(value).length;
  }
  return to;
}

function putContext(walk: Walk, holder: Holder, key: string | number, address: string): void {
  walk.values += 1;
  walk.characters += address.length;
  walk.definitions += definitionsOfOurs;
  if (contextAt(address)) {
    walk.namesKnownContext = true;
    put(holder, key, localAddress(address));
  } else {
    walk.unknownContexts.add(address);
    walk.gaps.push({ holder, key });
  }
}

function put(holder: Holder, key: string | number, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

function isTooLarge(walk: Walk): boolean {
  return (
    walk.values > limits.values ||
    walk.characters > limits.characters ||
    walk.definitions > limits.definitions ||
    walk.ownDefinitions * walk.objects > limits.copies
  );
}
