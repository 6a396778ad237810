import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import jsonld from 'jsonld';
import { expect } from 'vitest';
import { contextAt } from '../../../lib/jsonld/contexts/index.ts';
import { hasOfficial, officialContext } from '../../jsonld/official-contexts.ts';

/** A node of expanded JSON-LD. */
export type Node = { [iri: string]: unknown };

/**
 * The processor copies every term of a context, deeply, for each node with a type. It never changes a term once it is made, so
 * that copying the table of terms alone gives the same answers, in a third of the time.
 */
const processor: { clone(value: unknown): unknown } = createRequire(import.meta.url)('jsonld/lib/util.js');
const { clone } = processor;
processor.clone = (value) => (value instanceof Map ? new Map(value) : clone(value));

/** Whose contexts a document is read by. */
type Contexts = 'ours' | 'official';

/**
 * Expands in safe mode, where every term that a context does not know is an error (jsonld's `safe`): by our own contexts,
 * and where they are at hand by the official ones, which must say the same.
 */
export async function expandSafely(document: unknown): Promise<Node[]> {
  const ours = await expandByOurs(document);
  const theirs = hasOfficial ? await expand(document, 'official') : ours;
  // Vitest's comparison is slow; it is asked only to tell the difference.
  if (!isDeepStrictEqual(theirs, ours)) expect(theirs).toEqual(ours);
  return ours;
}

/** The same by our own contexts alone, for vocabularies of whose published context no copy is at hand. */
export function expandByOurs(document: unknown): Promise<Node[]> {
  return expand(document, 'ours');
}

/**
 * The processor keeps a context that is called static, ready to use, under its address. Ours and the official one stand at
 * the same address, so that each gets a scheme of its own before it.
 */
async function expand(document: unknown, whose: Contexts): Promise<Node[]> {
  const documentLoader = async (address: string) => {
    const context = contextOf(address, whose);
    return { documentUrl: address, document: { '@context': context }, tag: 'static' };
  };
  const localised = JSON.parse(JSON.stringify(document), (name, value) =>
    name === '@context' ? [value].flat().map((one) => (typeof one === 'string' ? `${whose}:${one}` : one)) : value,
  );
  return (await jsonld.expand(localised, { documentLoader, safe: true } as never)) as unknown as Node[];
}

function contextOf(localised: string, whose: Contexts): unknown {
  const address = localised.slice(whose.length + 1);
  const context = whose === 'ours' ? contextAt(address) : officialContext(address)?.['@context'];
  if (!context) throw new Error(`no context at ${address}`);
  return context;
}
