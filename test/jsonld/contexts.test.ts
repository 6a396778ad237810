import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { completeContextAt, contextAt } from '../../lib/jsonld/contexts/index.ts';
import type { Context } from '../../lib/jsonld/contexts/terms.ts';
import { hasOfficial, noticeLeftOut, official, officialContext } from './official-contexts.ts';

/** Addresses whose official context is at hand; the older drafts of Open Badges 3.0 are read by 3.0.3 on purpose. */
const published = [
  'https://schema.org',
  'https://w3id.org/openbadges/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://rsd.openskillsnetwork.org/context-v1.json',
];

/** Values by which each kind of coercion and container shows. */
const probes = ['https://values.example/a', 'plain words', ['one', 'two'], { '@value': 'x' }, { en: 'one' }, 4, true];

type Term = { term: string; type?: string };

/** Every statement that the terms make, as `name`, `type.name` or as a type themselves, with each of the probes. */
async function meaningsOf(context: Context, terms: readonly Term[]): Promise<Record<string, unknown>[]> {
  const nodes = terms.flatMap(({ term, type }) => [
    ...probes.map((value) => ({ '@id': idOf({ term, type }), ...(type ? { '@type': type } : {}), [term]: value })),
    { '@id': idOf({ term, type }), '@type': term },
  ]);
  return (await jsonld.expand({ '@context': context, '@graph': nodes } as never)) as Record<string, unknown>[];
}

function idOf({ term, type = 'any' }: Term): string {
  return `urn:term:${encodeURIComponent(type)}:${encodeURIComponent(term)}`;
}

/** Every term of a context with its scope: `name`, or `name` inside nodes of a type. */
function termsOf(context: Context): Term[] {
  return Object.entries(context)
    .filter(([term]) => !term.startsWith('@') && term !== 'id' && term !== 'type')
    .flatMap(([term, definition]) => {
      const inner = (definition as { '@context'?: Context } | null)?.['@context'];
      const scoped = inner ? termsOf(inner).map((each) => ({ ...each, type: term })) : [];
      return [{ term }, ...scoped];
    });
}

function ours(address: string): Context {
  const context = contextAt(address);
  if (!context) throw new Error(`no context of ours at ${address}`);
  return context;
}

describe('our contexts', () => {
  it.each([
    ...published,
    'http://purl.org/dcx/lrmi-terms/',
    'https://schema.cassproject.org/0.4',
    'http://www.w3.org/ns/anno.jsonld',
    'https://credreg.net/ctdl/schema/context/json',
    'http://credreg.net/ctdlasn/schema/context/json',
    'https://purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld',
  ])('hold %s, each term of it absolute', async (address) => {
    const terms = termsOf(ours(address));
    const meanings = await meaningsOf(ours(address), terms);
    for (const term of terms) {
      const said = meanings.filter((node) => node['@id'] === idOf(term));
      const properties = said.flatMap((node) => Object.keys(node)).filter((iri) => !iri.startsWith('@'));
      const types = said.flatMap((node) => node['@type'] ?? []);
      expect(
        [...properties, ...types].some((iri) => /^https?:/.test(String(iri))),
        term.term,
      ).toBe(true);
    }
  });

  it.each([
    ['ceterms:name', { en: 'Nursing' }, 'https://purl.org/ctdl/terms/name', { '@language': 'en', '@value': 'Nursing' }],
    ['ceterms:name', 'Nursing', 'https://purl.org/ctdl/terms/name', { '@value': 'Nursing' }],
    [
      'ceterms:targetNode',
      'https://r.example/1',
      'https://purl.org/ctdl/terms/targetNode',
      { '@id': 'https://r.example/1' },
    ],
    [
      'ceasn:competencyText',
      { 'en-us': ['Counts'] },
      'https://purl.org/ctdlasn/terms/competencyText',
      { '@language': 'en-us', '@value': 'Counts' },
    ],
    [
      'ceasn:isPartOf',
      'https://r.example/f',
      'https://purl.org/ctdlasn/terms/isPartOf',
      { '@id': 'https://r.example/f' },
    ],
  ])('read CTDL’s %s with %j', async (term, value, iri, expanded) => {
    const context = ours('https://credreg.net/ctdl/schema/context/json');
    expect(await jsonld.expand({ '@context': context, [term]: value } as never)).toEqual([{ [iri]: [expanded] }]);
  });

  it('reads the CASE-LD recipe of the RSD specification', async () => {
    const context = ours('https://purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld');
    const item = {
      type: 'CFItem',
      id: 'https://c.example/1',
      fullStatement: 'Counts.',
      associationSet: [{ targetId: 'https://c.example/2' }],
    };
    const vocabulary = 'https://purl.imsglobal.org/spec/case/v1p0/vocab#';
    expect(await jsonld.expand({ '@context': context, ...item } as never)).toEqual([
      {
        '@id': 'https://c.example/1',
        '@type': [`${vocabulary}CFItem`],
        [`${vocabulary}fullStatement`]: [{ '@value': 'Counts.' }],
        [`${vocabulary}associationSet`]: [{ [`${vocabulary}targetId`]: [{ '@id': 'https://c.example/2' }] }],
      },
    ]);
  });
});

noticeLeftOut('our contexts against the official ones, term by term, of 7 vocabularies');
describe.skipIf(!hasOfficial)('our contexts against the official ones', () => {
  it.each(published)('give every term of ours at %s the same meaning', async (address) => {
    const theirs = officialContext(address)?.['@context'] as Context;
    const terms = termsOf(ours(address));
    expect(terms.length).toBeGreaterThanOrEqual(10);
    expect(await meaningsOf(ours(address), terms)).toEqual(await meaningsOf(theirs, terms));
    console.info(`${address}: ${terms.length} terms agree`);
  });

  it('gives every term of schema.org the meaning that its own context gives', async () => {
    const theirs = official('schemaorg/schemaorgcontext.jsonld')['@context'] as Context;
    const prefixes = Object.keys(theirs).filter((term) => typeof theirs[term] === 'string');
    const terms = Object.keys(theirs).filter((term) => !prefixes.includes(term) && !term.includes(':'));
    expect(terms.length).toBeGreaterThan(2900);
    const document = Object.fromEntries(terms.map((term) => [term, ['https://values.example/a', 'plain words']]));
    const types = { '@type': terms };
    const expanding = [theirs, ours('https://schema.org')].map((context) =>
      jsonld.expand({ '@context': context, ...document, ...types } as never),
    );
    const [expected, own] = await Promise.all(expanding);
    expect(own).toEqual(expected);
  });
});

/** A context as the processor takes it: a definition that is only an IRI is the same as one with that `@id`. */
function spelledOut(context: Context): unknown {
  return Object.fromEntries(
    Object.entries(context).map(([term, definition]) => {
      if (typeof definition === 'string' && !definition.startsWith('@')) return [term, { '@id': definition }];
      const inner = (definition as { '@context'?: Context } | null)?.['@context'];
      return [term, inner ? { ...(definition as object), '@context': spelledOut(inner) } : definition];
    }),
  );
}

noticeLeftOut('the contexts by which is signed against the official ones, definition by definition, of 3 vocabularies');
describe.skipIf(!hasOfficial)('the contexts by which is signed', () => {
  it.each([
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://w3id.org/security/data-integrity/v2',
  ])('define at %s exactly what the official one defines', (address) => {
    const own = completeContextAt(address);
    if (!own) throw new Error(`no complete context at ${address}`);
    expect(spelledOut(own)).toEqual(spelledOut(officialContext(address)?.['@context'] as Context));
  });
});
