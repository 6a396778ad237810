import jsonld from 'jsonld';
import { expect } from 'vitest';
import { contextAt } from '../../../lib/jsonld/contexts/index.ts';
import { hasOfficial, officialContext } from '../../jsonld/official-contexts.ts';

/** A node of expanded JSON-LD. */
export type Node = { [iri: string]: unknown };

/**
 * Expands in safe mode, where every term that a context does not know is an error (jsonld's `safe`): by our own contexts,
 * and where they are at hand by the official ones, which must say the same.
 */
export async function expandSafely(document: unknown): Promise<Node[]> {
  const ours = await expand(document, (address) => contextAt(address));
  if (hasOfficial) expect(await expand(document, officialAt)).toEqual(ours);
  return ours;
}

const officials = new Map<string, unknown>();

/** An official context, read once. */
function officialAt(address: string): unknown {
  if (!officials.has(address)) officials.set(address, officialContext(address)?.['@context']);
  return officials.get(address);
}

async function expand(document: unknown, contextOf: (address: string) => unknown): Promise<Node[]> {
  const documentLoader = async (address: string) => {
    const context = contextOf(address);
    if (!context) throw new Error(`no context at ${address}`);
    return { documentUrl: address, document: { '@context': context } };
  };
  return (await jsonld.expand(document as never, { documentLoader, safe: true } as never)) as unknown as Node[];
}
