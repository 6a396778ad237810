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

const relations = /^(author|canonical|cite-as|collection|describedby|item|license|type)$/;

/**
 * Reads what meta and link elements say of a page: Dublin Core, Highwire, PRISM, EPrints, Open Graph, Twitter, LRMI and
 * plain names, the links of Signposting (https://signposting.org), translations, and one COinS; all of one node, the
 * page's.
 */
export function readMetaTags(page: Page): NodeObject[] {
  const { attribute, base, query } = page;
  const subject = page.url.replace(/#.*/s, '');
  const { add, nodes } = createGraph(page);
  const prefixes = new Map(vocabularies);
  const links = query('link[rel]').map((element): [Element, string] => [element, attribute(element, 'rel') ?? '']);
  for (const [element, rel] of links) {
    const [, prefix] = /^schema\.(.+)/i.exec(rel) ?? [];
    if (prefix) prefixes.set(prefix.toLowerCase(), addressOf(element));
  }
  for (const element of query('meta[content]')) {
    if (page.exhausted()) break;
    readMeta(element);
  }
  for (const element of query('a[rel~=license i]')) links.push([element, 'license']);
  for (const [element, rel] of links) {
    if (page.exhausted()) break;
    readLink(element, rel.toLowerCase());
  }
  const [citation, another] = query('span.Z3988');
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
      if (iri && !/^schema\./.test(name)) add(subject, iri, nodeReference(object));
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
