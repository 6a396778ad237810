import jsonld from 'jsonld';
import { contextAt } from '../../../lib/jsonld/contexts/index.ts';
import type { Node } from './json-ld.ts';

/**
 * Expands in safe mode by our own contexts alone, for vocabularies of whose published context no copy is at hand. Every
 * term must be known there.
 */
export async function expandByOurs(document: unknown): Promise<Node[]> {
  const documentLoader = async (address: string) => {
    const context = contextAt(address);
    if (!context) throw new Error(`no context at ${address}`);
    return { documentUrl: address, document: { '@context': context } };
  };
  return (await jsonld.expand(document as never, { documentLoader, safe: true } as never)) as unknown as Node[];
}
