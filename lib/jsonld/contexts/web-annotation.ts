import { type Context, coerced, plain } from './terms.ts';

const oa = 'http://www.w3.org/ns/oa#';
const as = 'http://www.w3.org/ns/activitystreams#';
const terms = 'http://purl.org/dc/terms/';
const date = 'http://www.w3.org/2001/XMLSchema#dateTime';

/** A term whose value is an address, under another name than its IRI's. */
const link = (iri: string): Context => ({ '@id': iri, '@type': '@id' });

/** Motivations stand as bare words (Web Annotation Vocabulary, section 3.3.4). */
const motivations = plain(
  oa,
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating ' +
    'questioning replying tagging',
);

/**
 * Web Annotation (https://www.w3.org/TR/annotation-vocab/#json-ld-context): the terms that alignments use. We hold no copy
 * of http://www.w3.org/ns/anno.jsonld; this one follows the table of its vocabulary, section 4.
 */
export const webAnnotation: Context = {
  oa,
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: terms,
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  as,
  id: '@id',
  type: '@type',
  ...plain(oa, 'Annotation SpecificResource TextualBody FragmentSelector TextPositionSelector TextQuoteSelector'),
  ...plain(oa, 'exact prefix suffix'),
  Person: 'http://xmlns.com/foaf/0.1/Person',
  AnnotationPage: `${as}OrderedCollectionPage`,
  items: { '@id': `${as}items`, '@type': '@id', '@container': '@list' },
  body: link(`${oa}hasBody`),
  target: link(`${oa}hasTarget`),
  source: link(`${oa}hasSource`),
  selector: link(`${oa}hasSelector`),
  scope: link(`${oa}hasScope`),
  motivation: { '@id': `${oa}motivatedBy`, '@type': '@vocab', '@context': motivations },
  purpose: { '@id': `${oa}hasPurpose`, '@type': '@vocab', '@context': motivations },
  bodyValue: `${oa}bodyValue`,
  start: { '@id': `${oa}start`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  end: { '@id': `${oa}end`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  name: 'http://xmlns.com/foaf/0.1/name',
  creator: link(`${terms}creator`),
  ...coerced(terms, date, 'created modified'),
};
