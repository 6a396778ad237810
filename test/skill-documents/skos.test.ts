import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../lib/skill-documents/index.ts';
import { skos } from '../../lib/skill-documents/skos.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({ document: skos, skills: { 'colours.json': 4, 'unknown-context.json': 3 } });

describe('a concept scheme', () => {
  it('is expanded by its own context, and keeps its tree in the order of narrower and hasTopConcept', async () => {
    const { frameworks, skills, warnings } = await readAll(skos, fixture('skos', 'colours.json'));
    expect(frameworks).toEqual([
      {
        uri: 'https://vocab.example/colour/scheme',
        name: 'Colours',
        license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        language: 'en',
      },
    ]);
    expect(
      skills.map(({ name, parent, position, status }) => [name, parent?.split('/').at(-1), position, status]),
    ).toEqual([
      ['Cold', undefined, 1, undefined],
      ['Warm', undefined, 0, undefined],
      ['Orange', 'warm', 1, undefined],
      ['Red', 'warm', 0, 'deprecated'],
    ]);
    expect(skills[0]?.code).toBe('C');
    expect(skills[1]).toMatchObject({ keywords: ['hot'], statement: 'Colours that seem near.' });
    expect(skills[2]?.sameAs).toEqual(['https://other.example/orange']);
    expect(warnings).toEqual([]);
  });

  it('is read in the language asked for', async () => {
    const { frameworks, skills } = await readAll(skos, fixture('skos', 'colours.json'), { language: 'de' });
    expect(frameworks[0]?.name).toBe('Farben');
    expect(skills[1]).toMatchObject({ name: 'Warme Farben', keywords: ['heiss'], language: 'de' });
  });

  it('whose context is not to be had is read by its prefixes, and what is no address is named for good', async () => {
    const { frameworks, skills, warnings } = await readAll(skos, fixture('skos', 'unknown-context.json'));
    expect(frameworks[0]).toMatchObject({ name: 'Tones', uri: expect.stringMatching(/^urn:uuid:/) });
    const [low, hum, beep] = skills;
    expect([low?.name, hum?.name, beep?.name]).toEqual(['Low', 'Hum', 'Beep']);
    expect(hum?.parent).toBe(low?.uri);
    expect(low?.uri).toMatch(/^urn:uuid:/);
    expect(beep?.uri).toBe('https://tones.example/beep');
    expect(countsOf(warnings)).toEqual({ I436: 1, I437: 2 });
  });
});

describe('a concept scheme larger than is expanded', () => {
  it('is read by its prefixes, written out by its own context, and says nothing of an unknown vocabulary', async () => {
    const concepts = Array.from({ length: 25_000 }, (_, at) => ({
      '@id': `ex:${at}`,
      '@type': 'skos:Concept',
      'skos:prefLabel': { '@value': `Concept ${at}`, '@language': 'en' },
      ...(at > 0 && { 'skos:broader': { '@id': `ex:${Math.floor(at / 10)}` } }),
    }));
    const context = { skos: 'http://www.w3.org/2004/02/skos/core#', ex: 'https://vocab.example/' };
    const text = JSON.stringify({ '@context': context, '@graph': concepts });
    const { skills, warnings } = await readAll(skos, documentFrom('large.jsonld', text));
    expect([skills.length, warnings]).toEqual([25_000, []]);
    expect(skills[123]).toMatchObject({ uri: 'https://vocab.example/123', parent: 'https://vocab.example/12' });
  });
});

const lists = [
  'alignmentType',
  'educationalAudienceRole',
  'educationalUse',
  'interactivityType',
  'learningResourceType',
];
noticeLeftOut('published schemes', lists.length + 1);

describe.skipIf(!hasShared)('published schemes', () => {
  it('Bloom’s taxonomy is read though its context is a page, with all its concepts', async () => {
    const source = sharedDocument('registries/asn/vocab_ASNBloomsTaxonomy.jsonld');
    expect((await recognise(source))?.id).toBe('skos');
    const { frameworks, skills } = await readAll(skos, source);
    const graph = JSON.parse(await source.body.text())['@graph'] as { '@type': string }[];
    expect(skills).toHaveLength(graph.filter((node) => node['@type'] === 'skos:Concept').length);
    expect(frameworks[0]?.name).toBe("Bloom's Taxonomy");
    expect(skills.find(({ name }) => name === 'Evaluation')?.parent).toBe(
      skills.find(({ name }) => name === 'Cognitive')?.uri,
    );
  });

  it.each(lists)('the %s list of LRMI holds as many concepts as its Turtle', async (list) => {
    const file = new URL(`../../../shared/data/schemas/dcmi-lrmi/lrmi_vocabs/${list}/${list}.ttl`, import.meta.url);
    const quads = new Parser().parse(readFileSync(file, 'utf8'));
    const nodes = new Map<string, Record<string, unknown[]>>();
    for (const { subject, predicate, object } of quads) {
      const node = nodes.get(subject.value) ?? {};
      nodes.set(subject.value, node);
      const key = predicate.value.endsWith('#type') ? '@type' : predicate.value;
      const value =
        object.termType === 'Literal'
          ? { '@value': object.value, ...(object.language && { '@language': object.language }) }
          : { '@id': object.value };
      node[key] = [...(node[key] ?? []), key === '@type' ? object.value : value];
    }
    const json = Array.from(nodes, ([id, node]) => ({ '@id': id, ...node }));
    const source = documentFrom(`${list}.jsonld`, JSON.stringify(json));
    expect((await recognise(source))?.id).toBe('skos');
    const { skills } = await readAll(skos, source);
    const concepts = quads.filter(
      ({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith('core#Concept'),
    );
    expect(skills).toHaveLength(new Set(concepts.map(({ subject }) => subject.value)).size);
  });
});
