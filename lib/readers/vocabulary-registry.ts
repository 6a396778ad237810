import { rdfType } from './initial-context.ts';
import { isAbsolute, resolveIri } from './iri.ts';
import { words } from './page.ts';

/**
 * Which properties of a vocabulary stand for others too, by the vocabulary's address
 * (Microdata to RDF, section 5.1: https://www.w3.org/TR/microdata-rdf/#registry).
 */
export type VocabularyRegistry = Record<string, { properties?: Record<string, Record<string, string | string[]>> }>;

const asType = { subPropertyOf: rdfType };

/**
 * Used where the caller gives none: the one vocabulary of W3C's registry (https://www.w3.org/ns/md) that cannot be told
 * from its types, and the vocabulary of W3C's own tests. schema.org's `additionalType` is not made a type, as it is none
 * in JSON-LD and RDFa: all syntaxes are to say the same.
 */
export const defaultRegistry: VocabularyRegistry = {
  'http://microformats.org/profile/hcard': {},
  'http://expansion/': { properties: { subPropertyOf: asType, equivalentProperty: asType } },
};

/**
 * Makes predicates of the property names that an attribute of an item of one type holds (Microdata to RDF, sections 6.2
 * and 6.4): each name's own first, then those that the registry adds. Without a type, names are fragments of the page.
 */
export function predicatesFor(
  type: string,
  registry: VocabularyRegistry,
  base: string,
): (names: string | null) => string[] {
  const known = Object.keys(registry).find((prefix) => type.startsWith(prefix));
  const vocabulary = known ?? type.replace(/[^/#]*$/, '');
  const start = type ? vocabulary + (/[/#]$/.test(vocabulary) ? '' : '#') : '#';
  const expansions = new Map(Object.entries((known && registry[known]?.properties) || {}));
  const made = new Map<string | null, string[]>();
  return (names) => {
    const predicates =
      made.get(names) ??
      words(names).flatMap((name) => [
        isAbsolute(name) ? name : resolveIri(start + name, base),
        ...Object.values(expansions.get(name) ?? {}).flat(),
      ]);
    made.set(names, predicates);
    return predicates;
  };
}
