import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { WriteOptions } from '../../lib/formats/format.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { lrmi } from '../../lib/formats/lrmi.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import { interpret } from '../../lib/readers/interpret.ts';
import { hasOfficial, noticeLeftOut, official } from '../jsonld/official-contexts.ts';
import { anyBundle, goldenBundle, plainAlignment, type TestBundle } from './bundles.ts';
import { type Carried, describeFormat, membersOf } from './contract.ts';
import { expandSafely, type Node } from './judges/json-ld.ts';
import { lrmiLossesOf, modern, onlyAlignmentObject } from './judges/lrmi-losses.ts';
import { identifying, openable, present, whole } from './judges/plain.ts';
import { expectSchemaOrg, rules } from './judges/schema-org.ts';

const schema = 'http://schema.org/';
async function judge(text: string, bundle: TestBundle, options: WriteOptions): Promise<void> {
  const document = JSON.parse(text);
  expect(document['@context']).toBe('https://schema.org');
  const nodes = await expandSafely(document);
  expectSchemaOrg(nodes);
  const addresses = [...new Set(bundle.alignments.map((alignment) => alignment.resource))];
  expect(nodes.map((node) => node['@id'])).toEqual(addresses);
  for (const node of nodes) expectAlignments(node, bundle, options);
}

/** The node says of its resource's alignments what the bundle says, property by property, and nothing more. */
function expectAlignments(node: Node, bundle: TestBundle, { alignmentObjects }: WriteOptions): void {
  expect((node['@type'] as string[])[0]).toBe(`${schema}LearningResource`);
  const own = bundle.alignments.filter((alignment) => alignment.resource === node['@id']);
  for (const [relation, property] of Object.entries(modern)) {
    const said = valuesOf(node, property).filter((value) => isDefinedTerm(value) && !isVocabularyWord(value));
    const meant = own.filter((alignment) => alignment.relation === relation);
    expect(said).toEqual(meant.map(definedTerm));
  }
  const twins = own.filter((alignment) => alignmentObjects || !modern[alignment.relation]);
  expect(valuesOf(node, 'educationalAlignment')).toEqual(twins.map(alignmentObject));
}

function valuesOf(node: Node, property: string): Node[] {
  return (node[schema + property] as Node[] | undefined) ?? [];
}

function isDefinedTerm(value: Node): boolean {
  return (value['@type'] as string[] | undefined)?.includes(`${schema}DefinedTerm`) ?? false;
}

/** A level that the page itself names by an address: name and url, no identifier. Generated skills may look alike. */
function isVocabularyWord(value: Node): boolean {
  return !Object.hasOwn(value, '@id') && Object.hasOwn(value, `${schema}url`);
}

function definedTerm({ skill }: ResourceAlignment): Node {
  const { framework } = skill;
  const url = openable(skill.uri);
  const set =
    framework &&
    present({
      ...named('DefinedTermSet', identifying(framework.uri)),
      ...texts({ name: framework.name }),
      ...link('url', openable(framework.uri)),
    });
  return present({
    ...named('DefinedTerm', identifying(skill.uri)),
    ...texts({ name: skill.name, description: descriptionOf(skill), termCode: skill.code }),
    ...link('url', url),
    [`${schema}inDefinedTermSet`]: set && (framework.name || framework.uri) ? [set] : undefined,
  }) as Node;
}

function alignmentObject({ relation, skill }: ResourceAlignment): Node {
  return present({
    ...named('AlignmentObject', undefined),
    ...texts({
      alignmentType: relation,
      educationalFramework: skill.framework?.name,
      targetName: skill.name,
      targetDescription: descriptionOf(skill),
    }),
    ...link('targetUrl', openable(skill.uri)),
  }) as Node;
}

function descriptionOf({ name, statement }: { name: string; statement: string }): string | undefined {
  return statement === '' || statement === name ? undefined : statement;
}

function named(type: string, id: string | undefined): Node {
  return { '@type': [schema + type], '@id': id };
}

function texts(members: Record<string, string | undefined>): Node {
  return Object.fromEntries(
    Object.entries(members).map(([name, text]) => [
      schema + name,
      text === undefined ? undefined : [{ '@value': whole(text) }],
    ]),
  );
}

function link(property: string, address: string | undefined): Node {
  return { [schema + property]: address === undefined ? undefined : [{ '@id': address }] };
}

describeFormat({
  format: lrmi,
  judge,
  golden: 'lrmi.jsonld',
  losses: lrmiLossesOf,
  roundTrip: {
    lost,
    normal,
    inOrder,
    isDropped: (one) => !isIdentified(one) && !one.skill.name && !one.skill.statement,
  },
});

/** Whether the skill's identifier can stand where LRMI wants one. */
function isIdentified(one: ResourceAlignment): boolean {
  return (onlyAlignmentObject(one) ? openable(one.skill.uri) : identifying(one.skill.uri)) !== undefined;
}

function lost(one: ResourceAlignment): Partial<Record<Carried, string>> {
  const { note, evidence, skill } = one;
  const detail = (place: Carried, isLost: unknown) => (isLost ? { [place]: 'skill details' } : {});
  const { category, keywords, occupations, language, license, code, type, framework } = skill;
  return {
    ...{ id: 'dates', created: 'dates', modified: 'dates', fit: 'fit' },
    ...(note && { note: 'note' }),
    ...(evidence && { evidence: 'evidence' }),
    ...(!isIdentified(one) && { 'skill.uri': 'identifier' }),
    ...detail('skill.type', type),
    ...detail('skill.category', category !== undefined),
    ...detail('skill.keywords', keywords.length),
    ...detail('skill.occupations', occupations?.length),
    ...detail('skill.language', language),
    ...detail('skill.license', license !== undefined),
    ...detail('skill.code', onlyAlignmentObject(one) && code !== undefined),
    ...detail(
      'skill.framework.uri',
      framework?.uri !== undefined && (onlyAlignmentObject(one) || identifying(framework.uri) === undefined),
    ),
  };
}

/** Identifiers are escaped, and a statement that is the name again is not written twice. */
function normal(value: unknown, place: Carried, { skill }: { skill: { name: string } }): unknown {
  if (typeof value !== 'string') return value;
  if (place === 'skill.statement' && whole(value) === whole(skill.name)) return '';
  return place.endsWith('uri') ? identifying(value) : whole(value);
}

/** Page by page in the order of the properties; those that only AlignmentObjects carry come last. */
function inOrder(alignments: ResourceAlignment[]): ResourceAlignment[] {
  const place = ({ relation }: ResourceAlignment) => {
    const index = Object.keys(modern).indexOf(relation);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  const pages = [...new Set(alignments.map(({ resource }) => resource))];
  return pages.flatMap((page) =>
    alignments
      .filter(({ resource }) => resource === page)
      .toSorted((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other))),
  );
}

describe('LRMI', () => {
  it('says exactly these triples of a page that teaches, assesses and requires', async () => {
    const nodes = await expandSafely(JSON.parse(await textOf(lrmi.write(goldenBundle()))));
    const triples = await jsonld.canonize(nodes as never, { format: 'application/n-quads' } as never);
    await expect(triples).toMatchFileSnapshot('../fixtures/golden/lrmi.nq');
  });

  it('can stand inside an HTML script element', async () => {
    const { skill } = plainAlignment();
    const alignments = [plainAlignment({ skill: { ...skill, name: '</script><img src=x onerror=alert(1)><!--' } })];
    const text = await textOf(lrmi.write({ ...goldenBundle(), alignments }));
    const page = new JSDOM(`<script type="application/ld+json">${text}</script>`);
    const { document } = page.window;
    expect(document.querySelectorAll('*').length).toBe(4);
    expect(JSON.parse(document.querySelector('script')?.textContent ?? '').teaches[0].name).toBe(
      alignments[0]?.skill.name,
    );
  });

  it('takes a word that is no kind of creative work as the learning resource type', async () => {
    const bundle = goldenBundle();
    const { '@type': types, learningResourceType } = JSON.parse(await textOf(lrmi.write(bundle)));
    expect(types).toEqual(['LearningResource', 'Course']);
    expect(learningResourceType).toBe('lesson plan');
  });

  it.each([
    ['PT45M', 'PT45M'],
    ['45 min', 'PT45M'],
    ['1 h 30 min', 'PT1H30M'],
    ['2 wk 1 d', 'P2W1D'],
    ['1 y 2 mo 3 s', 'P1Y2MT3S'],
    ['about an hour', undefined],
    ['P', undefined],
    ['PT', undefined],
    [' ', undefined],
  ])('writes the time %j as %j', async (value, timeRequired) => {
    const address = 'https://lessons.example/pay-slip';
    const resources = new Map([[address, { address, fields: { time: [{ value, by: 'meta' as const }] } }]]);
    const written = lrmi.write({ ...goldenBundle(), resources });
    expect(JSON.parse(await textOf(written)).timeRequired).toBe(timeRequired);
    expect(written.losses.some(({ what }) => what === 'page details')).toBe(timeRequired === undefined);
  });

  it('finds the class again that the reader put into words', async () => {
    const address = 'https://lessons.example/pay-slip';
    const type = ['Video object', 'Quiz', 'Learning resource', 'worksheet'].map((value) => ({
      value,
      by: 'meta' as const,
    }));
    const resources = new Map([[address, { address, fields: { type } }]]);
    const node = JSON.parse(await textOf(lrmi.write({ ...goldenBundle(), resources })));
    expect(node['@type']).toEqual(['LearningResource', 'VideoObject', 'Quiz']);
    expect(node.learningResourceType).toBe('worksheet');
  });

  it('is read back by our own reader from a page that carries it', async () => {
    const bundle = goldenBundle();
    const text = await textOf(lrmi.write(bundle));
    const url = 'https://lessons.example/pay-slip';
    const { document } = new JSDOM(`<script type="application/ld+json">${text}</script>`, { url }).window;
    const reading = readPage(document);
    const [block] = reading.documents.filter(({ syntax }) => syntax === 'json-ld');
    const { nodes, warnings } = await expandText(block?.text ?? '', { baseUrl: url });
    const { resource, declared } = interpret(nodes, reading);
    expect(warnings).toEqual([]);
    expect(resource.fields.title?.[0]).toEqual({ value: 'Your first pay slip', by: 'json-ld' });
    expect(resource.fields.time?.[0]?.value).toBe('45 min');
    expect(resource.fields.license?.[0]?.uri).toBe('https://creativecommons.org/licenses/by/4.0/');
    const kept = bundle.alignments.map(({ relation, skill: { uri, name, statement, code, framework } }) => ({
      relation,
      skill: present({ uri, name, statement, code, framework }),
      syntax: 'json-ld',
    }));
    expect(declared).toEqual(kept);
  });

  it('writes a resource that the bundle does not describe by its address alone', async () => {
    const text = await textOf(lrmi.write({ ...goldenBundle(), resources: new Map() }));
    const address = 'https://lessons.example/pay-slip';
    expect(JSON.parse(text)).toMatchObject({ '@id': address, url: address, '@type': ['LearningResource'] });
  });

  it('writes every relation twice with the option for alignment objects', async () => {
    const text = await textOf(lrmi.write(goldenBundle(), { alignmentObjects: true }));
    const twins = JSON.parse(text).educationalAlignment;
    expect(twins.map((twin: { alignmentType: string }) => twin.alignmentType)).toEqual([
      'teaches',
      'assesses',
      'requires',
    ]);
  });
});

noticeLeftOut('the rules of schema.org against its vocabulary: 32 properties, 900 classes');
describe.skipIf(!hasOfficial)('the rules of schema.org by which LRMI is judged', () => {
  type Entry = { '@id': string; '@type': string; [term: string]: unknown };
  const entries = () =>
    new Map(
      (official('schemaorg/schemaorg-current-https.jsonld')['@graph'] as Entry[]).map((entry) => [entry['@id'], entry]),
    );
  const idsOf = (value: unknown) =>
    [value ?? []].flat().map((each) => (each as { '@id': string })['@id'].replace('schema:', ''));

  it('are those of the vocabulary, and none of the properties is superseded', () => {
    const vocabulary = entries();
    for (const [name, { on, values }] of Object.entries(rules)) {
      const property = vocabulary.get(`schema:${name}`);
      expect(property, name).toBeDefined();
      expect(property?.['schema:supersededBy'], name).toBeUndefined();
      const domain = idsOf(property?.['schema:domainIncludes']);
      expect(domain, name).toEqual(expect.arrayContaining(on.filter((one) => !isAbove(vocabulary, one, domain))));
      expect(idsOf(property?.['schema:rangeIncludes']), name).toEqual(expect.arrayContaining([...values]));
    }
  });

  it('know every class that a resource may be besides a LearningResource as a CreativeWork', async () => {
    const vocabulary = entries();
    const classes = [...vocabulary.values()]
      .filter((entry) => entry['@type'] === 'rdfs:Class')
      .map((entry) => entry['@id'].replace('schema:', ''));
    const address = 'https://lessons.example/pay-slip';
    const fields = { type: classes.map((value) => ({ value, by: 'meta' as const })) };
    const bundle = { ...goldenBundle(), resources: new Map([[address, { address, fields }]]) };
    const types: string[] = JSON.parse(await textOf(lrmi.write(bundle)))['@type'];
    expect(types.length).toBeGreaterThan(30);
    for (const type of types) expect(isAbove(vocabulary, type, ['CreativeWork']), type).toBe(true);
  });

  /** Whether one of the classes stands above a class, or is it. */
  function isAbove(vocabulary: Map<string, Entry>, name: string, classes: string[]): boolean {
    if (classes.includes(name)) return true;
    return idsOf(vocabulary.get(`schema:${name}`)?.['rdfs:subClassOf']).some((parent) =>
      isAbove(vocabulary, parent, classes),
    );
  }
});

describe('reading LRMI', () => {
  const read = async (document: unknown) => {
    const back = await lrmi.read?.(JSON.stringify(document));
    if (!back) throw new Error('LRMI has a reader');
    return back;
  };

  it('reads an alignment and its twin once', async () => {
    const same = fc.asyncProperty(anyBundle, async (bundle) => {
      const [plain, doubled] = await Promise.all(
        [false, true].map(async (alignmentObjects) => textOf(lrmi.write(bundle, { alignmentObjects, indent: 0 }))),
      );
      const [one, both] = await Promise.all([lrmi.read?.(plain ?? ''), lrmi.read?.(doubled ?? '')]);
      expect(both?.bundle.alignments).toEqual(one?.bundle.alignments);
    });
    await fc.assert(same, { numRuns: 300 });
  });

  it('gives back the page as it was described', async () => {
    const { bundle } = await read(JSON.parse(await textOf(lrmi.write(goldenBundle()))));
    const words = Object.entries(bundle.resources[0]?.fields ?? {}).map(([name, said]) => [
      name,
      said.map(({ value }) => value),
    ]);
    expect(Object.fromEntries(words)).toEqual({
      title: ['Your first pay slip'],
      description: ['Where the money goes between gross and net.'],
      type: ['Course', 'lesson plan'],
      author: ['Marta Osei'],
      language: ['en'],
      level: ['Upper secondary'],
      license: ['https://creativecommons.org/licenses/by/4.0/'],
      keyword: ['wages', 'taxes'],
      time: ['PT45M'],
    });
    expect(bundle.resources[0]?.canonical).toBe('https://lessons.example/units/pay-slip');
  });

  it('follows prefixes, other namespaces, texts, and pages inside pages', async () => {
    const { bundle, warnings } = await read([
      {
        '@context': { s: 'https://schema.org/' },
        '@id': 'https://lessons.example/1#top',
        's:mainEntity': { 's:teaches': ['Read a graph', 'https://skills.example/1'] },
      },
      {
        '@context': 'http://purl.org/dcx/lrmi-terms/',
        '@id': 'https://lessons.example/2',
        educationalAlignment: [{ alignmentType: 'prerequisite', targetName: 'Count' }, { targetName: 'Add' }],
      },
      { '@context': 'https://schema.org', '@type': 'Course', teaches: 'Nobody knows where' },
    ]);
    expect(
      bundle.alignments.map(({ resource, relation, skill }) => [resource, relation, skill.name || skill.uri]),
    ).toEqual([
      ['https://lessons.example/1', 'teaches', 'Read a graph'],
      ['https://lessons.example/1', 'teaches', 'https://skills.example/1'],
      ['https://lessons.example/2', 'requires', 'Count'],
      ['https://lessons.example/2', 'teaches', 'Add'],
    ]);
    expect(warnings.map(({ message, count }) => [message, count])).toEqual([
      ['A skill has no address or urn of its own.', 3],
      ['An alignment does not say in a known word whether the page teaches, assesses or requires the skill.', 1],
      ['A learning resource has no web address.', 1],
    ]);
  });

  it('reads a document that is too large to be expanded at once', async () => {
    const alignments = Array.from({ length: 12_000 }, (_, index) =>
      plainAlignment({ resource: `https://lessons.example/${index % 3000}` }),
    ).toSorted((one, other) => one.resource.localeCompare(other.resource));
    const text = await textOf(lrmi.write({ ...goldenBundle(), resources: new Map(), alignments }, { indent: 0 }));
    const back = await lrmi.read?.(text);
    expect(back?.bundle.alignments).toHaveLength(12_000);
    expect(back?.warnings).toEqual([]);
  });

  it('is harmless with prototypes, depth and foreign contexts', async () => {
    const deep = `${'{"about":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const back = await lrmi.read?.(`{"@context":"https://schema.org","__proto__":{"teaches":"x"},"teaches":${deep}}`);
    expect(back?.bundle.alignments).toEqual([]);
    expect(back?.warnings).toMatchObject([{ code: 'F502' }]);
    const badge = JSON.stringify({ '@context': ['https://schema.org', 'https://w3id.org/openbadges/v2'] });
    expect(recogniseFormat(badge)).not.toBe('lrmi');
  });

  it('ends with the reason of the signal', async () => {
    const reason = new Error('closed');
    const text = await textOf(lrmi.write(goldenBundle()));
    await expect(lrmi.read?.(text, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

noticeLeftOut('14 samples of LRMI');
describe.skipIf(!hasOfficial)('samples of LRMI', () => {
  const file = (path: string) =>
    readFileSync(new URL(`../../../shared/data/schemas/${path}`, import.meta.url), 'utf8').replace(
      /<\/?script[^>]*>/g,
      '',
    );

  it('are read with the alignments that they hold', async () => {
    const documents: unknown[] = [
      ...[
        'alignmentsUK_jsonld.json',
        'type+audience+level_jsonld.json',
        'LRexample01a.json-ld',
        'LRexample01.jsonld',
      ].map((name) => JSON.parse(file(`dcmi-lrmi/lrmi_examples/${name}`))),
      ...JSON.parse(file('credential-registry/learning_registry.json')),
    ];
    let alignments = 0;
    for (const document of documents) {
      const text = JSON.stringify(document);
      // Records that an archive of the Learning Registry handed out are its envelopes' contents, and known as such.
      expect(['lrmi', 'learning-registry']).toContain(recogniseFormat(text));
      const held = [...membersOf(document)].flatMap(([name, value]) =>
        /^(schema:)?(educationalAlignment|AlignmentObject)$/.test(name) && typeof value === 'object'
          ? [value].flat()
          : [],
      );
      const back = await lrmi.read?.(text);
      expect(back?.bundle.alignments, text.slice(0, 200)).toHaveLength(held.length);
      alignments += held.length;
    }
    console.log(`lrmi samples: ${documents.length} read, ${alignments} alignments`);
    expect(alignments).toBeGreaterThan(30);
  });
});
