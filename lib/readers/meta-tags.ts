import type { NodeObject } from '../domain/page-reading.ts';
import { createGraph, nodeReference } from './graph.ts';
import { initialPrefixes, namespaceOf, openGraph } from './initial-context.ts';
import { resolveIri } from './iri.ts';
import { literal } from './literal.ts';
import { type Page, words } from './page.ts';
import { linkPrefix, metaPrefix } from './vocabularies.ts';

const dcterms = namespaceOf('dcterms');

/**
 * Prefixes of meta names, before a dot or colon; RDFa's prefixes will do too. `link rel="schema.<prefix>"` declares more
 * or others (DC-HTML, 2008).
 */
const vocabularies: [prefix: string, address: string][] = [
  ...initialPrefixes,
  ['dc', namespaceOf('dc11')],
  ['lrmi', 'http://purl.org/dcx/lrmi-terms/'],
  ['prism', 'http://prismstandard.org/namespaces/basic/2.0/'],
  ['eprints', 'http://purl.org/eprint/terms/'],
];

/** Terms of Dublin Core that old pages write as qualifiers of an element: `DC.Date.created` means dcterms:created. */
const qualifier = /\.(abstract|alternative|available|created|isPartOf|issued|license|modified)$/i;

/** What this reader looks for, beside the links with `rel` that RDFa looks for too. */
export const metaSelector = 'meta[content]';

const relations = /^(author|canonical|cite-as|collection|describedby|item|license|type)$/;

/**
 * Reads what meta and link elements say of a page: Dublin Core, Highwire, PRISM, EPrints, Open Graph, Twitter, LRMI and
 * plain names, the links of Signposting (https://signposting.org), translations, and one COinS; all of one node, the
 * page's.
 */
export function readMetaTags(page: Page): NodeObject[] {
  const { attribute, base, having, name: nameOf, query } = page;
  const subject = page.url.replace(/#.*/s, '');
  const { add, nodes } = createGraph(page);
  const prefixes = new Map(vocabularies);
  const links: [Element, rel: string][] = [];
  for (const element of having('rel')) {
    const name = nameOf(element);
    const rel = (attribute(element, 'rel') ?? '').toLowerCase();
    const [, prefix] = /^schema\.(.+)/.exec(rel) ?? [];
    if (prefix) prefixes.set(prefix, addressOf(element));
    else if (name === 'link') links.push([element, rel]);
    else if (name === 'a' && words(rel).includes('license')) links.push([element, 'license']);
  }
  for (const element of having('content')) if (nameOf(element) === 'meta') readMeta(element);
  for (const link of links) readLink(...link);
  const [citation, another] = query('.Z3988');
  // Several citations are a list of other works.
  if (citation && !another) readCitation(attribute(citation, 'title') ?? '');
  return nodes();

  function addressOf(element: Element): string {
    return resolveIri(attribute(element, 'href') ?? '', base);
  }

  function readMeta(element: Element): void {
    const content = (attribute(element, 'content') ?? '').trim();
    for (const name of content ? words(attribute(element, 'name') ?? attribute(element, 'property')) : []) {
      const iri = predicateOf(name) ?? resolveIri(metaPrefix + name.toLowerCase(), base);
      add(subject, iri, literal(content, attribute(element, 'lang') ?? ''));
    }
  }

  /** The IRI of a prefixed name. Dublin Core is written `DC.Title` and `DC.title`; its terms begin in lower case. */
  function predicateOf(name: string): string | undefined {
    const [, prefix = '', rest = ''] = /^(\w+)[.:](.+)$/.exec(name) ?? [];
    const vocabulary = prefixes.get(prefix.toLowerCase()) ?? openGraph(prefix);
    if (!vocabulary?.includes('/dc/')) return vocabulary && resolveIri(vocabulary + rest, base);
    const [, later] = qualifier.exec(name) ?? [];
    const term = later ?? rest.replace(/\..*/, '');
    const address = later ? dcterms : vocabulary;
    return resolveIri(address + term.charAt(0).toLowerCase() + term.slice(1), base);
  }

  function readLink(element: Element, rel: string): void {
    const object = addressOf(element);
    const language = attribute(element, 'hreflang');
    for (const name of words(rel)) {
      const isTranslation = name === 'alternate' && language;
      const iri = relations.test(name) || isTranslation ? linkPrefix + name : predicateOf(name);
      if (iri) add(subject, iri, nodeReference(object));
      if (isTranslation) add(object, `${dcterms}language`, literal(language));
    }
  }

  /** An OpenURL in a span, its keys as ANSI/NISO Z39.88 has them: `rft.title`. */
  function readCitation(text: string): void {
    for (const [key, value] of new URLSearchParams(text)) {
      if (/^rft\.\w+$/.test(key) && value) add(subject, metaPrefix + key, literal(value));
    }
  }
}
