import { termNode } from '../jsonld/term-node.ts';
import type { Entry } from './json-reading.ts';

/** Where schema.org's terms and LRMI's stand; pages write both schemes, and LRMI had an address of its own once. */
const namespaces = [
  'http://schema.org/',
  'https://schema.org/',
  'http://purl.org/dcx/lrmi-terms/',
  'http://lrmi.net/the-specification#',
];

/** A node's values by the bare names of its terms, as expanded JSON-LD has them. */
export type LrmiNode = { id?: string; types: string[]; terms: ReadonlyMap<string, unknown> };

/** An entry of expanded JSON-LD by schema.org's and LRMI's names. */
export function lrmiNode(entry: Entry): LrmiNode {
  const { id, types, terms } = termNode(entry, namespaces);
  return { id, types: types.map((type) => type.replace(/^.*[/#:]/s, '')), terms };
}
