import type { NodeObject, Warning } from '../domain/page-reading.ts';
import { createGraph } from './graph.ts';
import { resolveIri } from './iri.ts';
import { plainLiteral } from './literal.ts';
import { type Page, words } from './page.ts';
import { openGraph } from './rdfa-context.ts';
import { linkPrefix, metaPrefix } from './vocabularies.ts';

/** Dublin Core's two namespaces, Open Graph's and LRMI's. */
const dc = 'http://purl.org/dc/elements/1.1/';
const dcterms = 'http://purl.org/dc/terms/';

/** Prefixes of meta names before a dot or colon; `link rel="schema.<prefix>"` declares others or overrides (DC-HTML). */
const vocabularies = {
  dc,
  dcterms,
  lrmi: 'http://purl.org/dcx/lrmi-terms/',
  schema: 'http://schema.org/',
  og: 'http://ogp.me/ns#',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  eprints: 'http://purl.org/eprint/terms/',
};

/** Dublin Core's later terms, which old pages write as qualifiers: `DC.Date.created` means dcterms:created. */
const qualifier =
  /^(abstract|alternative|audience|available|bibliographiccitation|conformsto|created|educationlevel|extent|hasformat|haspart|hasversion|instructionalmethod|isformatof|ispartof|isreferencedby|isreplacedby|isrequiredby|issued|isversionof|license|mediator|medium|modified|references|replaces|requires|rightsholder|spatial|tableofcontents|temporal|valid)$/i;

const links = /^(canonical|license|cite-as|describedby|item|collection|author|type|alternate)$/;

/**
 * Reads what meta and link elements say of a page: Dublin Core, Highwire, PRISM, EPrints, Open Graph, Twitter, LRMI,
 * plain names, the links of Signposting (https://signposting.org) and one COinS, as one node for the page.
 */
export function readMetaTags(page: Page, warnings: Warning[]): NodeObject[] {
  const { attribute } = page;
  const subject = page.url.replace(/#.*/s, '');
  const graph = createGraph(warnings);
  const found = page.select('meta[content],link[href],a[rel~="license" i],span.Z3988[title]');

  const declared = new Map<string, string>(Object.entries(vocabularies));
  for (const element of found) {
    const [, prefix] = /^schema\.(.+)/i.exec(attribute(element, 'rel') ?? '') ?? [];
    if (prefix) declared.set(prefix.toLowerCase(), resolveIri(attribute(element, 'href') ?? '', page.base));
  }

  for (const element of found) {
    if (page.exhausted() || !graph.hasRoom()) break;
    const rel = attribute(element, 'rel');
    if (rel !== null) readLink(element, rel);
    else if (page.name(element) === 'meta') readMeta(element);
  }
  const citations = found.filter((element) => page.name(element) === 'span');
  // Several are a list of other works.
  if (citations.length === 1) readCitation(attribute(citations[0] as Element, 'title') ?? '');
  return graph.nodes();

  function readMeta(element: Element): void {
    const content = (attribute(element, 'content') ?? '').trim();
    if (!content) return;
    for (const name of words(attribute(element, 'name') ?? attribute(element, 'property'))) {
      graph.add(subject, predicateOf(name), plainLiteral(content, attribute(element, 'lang') ?? ''));
    }
  }

  function predicateOf(name: string): string {
    const [, prefix = '', rest = ''] = /^([a-z0-9]+)[.:](.+)$/i.exec(name) ?? [];
    const vocabulary = declared.get(prefix.toLowerCase()) ?? openGraph(prefix);
    if (!vocabulary) return resolveIri(metaPrefix + name.toLowerCase(), page.base);
    // Dublin Core pages write `DC.Title` and `DC.title`; its terms begin in lower case.
    const isDublinCore = vocabulary === dc || vocabulary === dcterms;
    if (!isDublinCore) return resolveIri(vocabulary + rest, page.base);
    const term = rest.split('.').find((part) => qualifier.test(part));
    const local = term ?? rest.split('.')[0] ?? rest;
    return resolveIri((term ? dcterms : vocabulary) + local.charAt(0).toLowerCase() + local.slice(1), page.base);
  }

  function readLink(element: Element, rel: string): void {
    const object = resolveIri(attribute(element, 'href') ?? '', page.base);
    for (const name of words(rel.toLowerCase())) {
      const [, prefix = ''] = /^([a-z]+)\../.exec(name) ?? [];
      if (declared.has(prefix)) graph.add(subject, predicateOf(name), { '@id': object });
      else if (links.test(name)) {
        const language = attribute(element, 'hreflang');
        if (name === 'alternate' && !language) continue;
        graph.add(subject, linkPrefix + name, { '@id': object });
        if (language) graph.add(object, `${dcterms}language`, plainLiteral(language));
      }
    }
  }

  /** OpenURL in spans (COinS): keys as in ANSI/NISO Z39.88, `rft.title`. */
  function readCitation(text: string): void {
    for (const [key, value] of new URLSearchParams(text)) {
      if (/^rft\.\w+$/.test(key) && value) graph.add(subject, metaPrefix + key, plainLiteral(value));
    }
  }
}
