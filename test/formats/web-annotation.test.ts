import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { Evidence } from '../../lib/domain/evidence.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { linksOf } from '../../lib/formats/identifier.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { webAnnotation } from '../../lib/formats/web-annotation.ts';
import { goldenBundle, plainAlignment, type TestBundle } from './bundles.ts';
import { candidate, describeFormat } from './contract.ts';
import { asWritten, detailsLost, hasLostDetails, isNameless, under, wholeValue } from './judges/incoming.ts';
import { expandByOurs } from './judges/json-ld.ts';

type Annotation = { [name: string]: unknown };

const context = 'http://www.w3.org/ns/anno.jsonld';
const folder = new URL('../../../shared/data/schemas/web-annotation/', import.meta.url);
const hasAssertions = existsSync(folder);
if (!hasAssertions) console.warn('left out, since ../shared/data is missing: the MUST assertions, 84 samples');

const load = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const mustHold = hasAssertions ? assertions() : [];

/** The W3C's assertions of what an annotation must be, each a JSON Schema with the result that it wants. */
function assertions() {
  // Their schemas call themselves by bare file names, which Ajv does not take for identifiers of their own.
  const base = 'https://assertions.example/';
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  for (const name of readdirSync(new URL('definitions/', folder)).filter((one) => one.endsWith('.json')))
    ajv.addSchema({ ...newer(load(`definitions/${name}`)), $id: base + name });
  const paths = (load('annotations/annotationMusts.test') as { assertions: string[] }).assertions;
  return paths
    .filter((path) => existsSync(new URL(path, folder)))
    .map((path) => {
      const schema = load(path);
      const validate = ajv.compile({ ...newer(schema), $id: base + path.split('/').at(-1) });
      const wanted = schema.expectedResult !== 'invalid';
      return { path, holds: (annotation: unknown) => validate(annotation) === wanted };
    });
}

/** A schema of draft 4 in the words of draft 7, as far as these use others: no `id`, limits as numbers. */
function newer(schema: Annotation): Annotation {
  const { $schema: _, ...rest } = schema;
  if (typeof rest.id === 'string') delete rest.id;
  if (rest.exclusiveMinimum === true) {
    rest.exclusiveMinimum = rest.minimum;
    delete rest.minimum;
  }
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner);
    return typeof value === 'object' && value !== null ? newer(value as Annotation) : value;
  };
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inner(value)]));
}

/** The rules of sections 3 and 4 of the model that our annotations touch, written out by hand. */
function expectAnnotation(annotation: Annotation): void {
  expect(annotation['@context']).toBe(context);
  expect(annotation.type).toBe('Annotation');
  expect(annotation.id).toMatch(/^urn:uuid:/);
  expect(Object.hasOwn(annotation, 'body') && Object.hasOwn(annotation, 'bodyValue')).toBe(false);
  for (const name of ['created', 'modified']) expect(annotation[name]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  for (const body of [annotation.body].flat() as Annotation[]) {
    if (body.type === 'SpecificResource') expect(linksOf(String(body.source)).iri).toBe(body.source);
    else expect([body.type, typeof body.value]).toEqual(['TextualBody', 'string']);
  }
  const target = annotation.target as string | Annotation;
  const source = typeof target === 'string' ? target : target.source;
  expect(linksOf(String(source)).url).toBe(source);
  if (typeof target !== 'object') return;
  const [quote, position] = target.selector as Annotation[];
  expect(quote).toMatchObject({ type: 'TextQuoteSelector' });
  expect(typeof quote?.exact).toBe('string');
  expect(position).toMatchObject({ type: 'TextPositionSelector' });
  for (const end of ['start', 'end']) expect(Number(position?.[end])).toBeGreaterThanOrEqual(0);
}

function annotationsOf(text: string): Annotation[] {
  const document = JSON.parse(text);
  if (document.type === 'Annotation') return [document];
  expect(document).toMatchObject({ '@context': context, type: 'AnnotationPage' });
  return document.items.map((one: Annotation) => ({ '@context': context, ...one }));
}

const isSetLost = ({ skill: { framework } }: ResourceAlignment) =>
  framework?.uri !== undefined && linksOf(framework.uri).iri === undefined;

describeFormat({
  format: webAnnotation,
  golden: 'web-annotation.jsonld',
  async judge(text, bundle) {
    const written = annotationsOf(text);
    for (const one of written) {
      expectAnnotation(one);
      for (const { path, holds } of mustHold) if (!holds(one)) throw new Error(`${path}: ${JSON.stringify(one)}`);
    }
    expect(written.map((one) => [one.id, one['schema:alignmentType']])).toEqual(
      bundle.alignments.map(({ id, relation }) => [`urn:uuid:${id}`, relation]),
    );
    await expandByOurs(JSON.parse(text));
  },
  losses: {
    identifier: ({ skill }) => linksOf(skill.uri).iri === undefined,
    fit: () => true,
    source: () => true,
    'skill details': ({ skill, ...one }) =>
      hasLostDetails({ ...one, skill: { ...skill, code: undefined } }) || isSetLost({ ...one, skill }),
    'page details': ({ resource }, { resources }) =>
      Object.values(resources.get(resource)?.fields ?? {}).some((said) => said.length > 0),
  },
  roundTrip: {
    lost: (one) => ({
      fit: 'fit',
      ...(linksOf(one.skill.uri).iri === undefined && { 'skill.uri': 'identifier' }),
      ...(isSetLost(one) && { 'skill.framework.uri': 'skill details' }),
      ...under(
        'skill details',
        detailsLost(one).filter((place) => place !== 'skill.code'),
      ),
    }),
    normal: (value, place) => {
      if (place !== 'evidence') return asWritten(value, place);
      const { address, frame, ...evidence } = value as Evidence;
      const url = linksOf(address).url;
      return wholeValue({ ...evidence, ...(url && { address: url }), ...(frame !== undefined && { frame }) });
    },
    isDropped: isNameless,
  },
});

/** An alignment with a passage, as the reader keeps it. */
const quoted = () =>
  plainAlignment({
    note: 'Look at the table.',
    evidence: Evidence.parse({
      quote: { type: 'TextQuoteSelector', exact: 'gross and net', prefix: 'between ', suffix: '.' },
      position: { type: 'TextPositionSelector', start: 40, end: 53 },
      address: 'https://lessons.example/pay-slip#:~:text=gross%20and%20net',
    }),
  });

describe('Web Annotations', () => {
  it('point at the quoted passage by its words and its place', async () => {
    const bundle: TestBundle = { ...goldenBundle(), alignments: [quoted()] };
    const [annotation] = annotationsOf(await textOf(webAnnotation.write(bundle)));
    expect(annotation?.target).toEqual({
      type: 'SpecificResource',
      source: 'https://lessons.example/pay-slip',
      selector: [quoted().evidence?.quote, quoted().evidence?.position],
      'schema:url': 'https://lessons.example/pay-slip#:~:text=gross%20and%20net',
    });
    const read = await webAnnotation.read?.(await textOf(webAnnotation.write(bundle)));
    expect(read?.bundle.alignments[0]).toMatchObject({ note: 'Look at the table.', evidence: quoted().evidence });
  });

  it('of others are read where they classify or link a page, and left out where they only comment', async () => {
    const text = JSON.stringify([
      {
        '@context': context,
        type: 'Annotation',
        motivation: 'linking',
        body: 'https://skills.example/1',
        target: 'https://a.example/',
      },
      {
        '@context': context,
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'Nice.' },
        target: 'https://a.example/',
      },
      {
        '@context': context,
        type: 'Annotation',
        motivation: 'classifying',
        body: 'https://skills.example/1',
        target: 'javascript:alert(1)',
      },
    ]);
    const read = await webAnnotation.read?.(text);
    expect(read?.bundle.alignments).toMatchObject([
      { relation: 'teaches', skill: { uri: 'https://skills.example/1' } },
    ]);
    expect(read?.warnings).toMatchObject([{ count: 1 }, { count: 2 }]);
  });
});

describe.skipIf(!hasAssertions)('the judge of Web Annotations', () => {
  const samples = (kind: string) => {
    const root = new URL(`tools/samples/${kind}/`, folder);
    const names = readdirSync(root, { recursive: true }).map(String);
    return names
      .filter((name) => /\.json(ld)?$/.test(name))
      .flatMap((name) => {
        const { text, json } = candidate(readFileSync(new URL(name, root), 'utf8'));
        return json === undefined ? [] : [{ name, text, sample: json as Annotation }];
      });
  };

  it('refuses what the W3C calls incorrect', () => {
    const refused = samples('incorrect').filter(({ sample }) => !mustHold.every(({ holds }) => holds(sample)));
    expect(refused.length).toBe(samples('incorrect').length);
    console.log(
      `judge web-annotation: ${mustHold.length} MUST assertions, ${refused.length} incorrect samples refused`,
    );
  });

  it('hands over samples that are read without an exception, with the alignments that they hold', async () => {
    let count = 0;
    let read = 0;
    for (const { text, sample } of [...samples('correct'), ...samples('incorrect')]) {
      if (!webAnnotation.recognises?.({ text, json: sample })) continue;
      const back = await webAnnotation.read?.(text);
      count += back?.bundle.alignments.length ?? 0;
      read += 1;
      expect(recogniseFormat(text)).toBeDefined();
    }
    expect(read).toBeGreaterThan(40);
    console.log(`web-annotation samples: ${read} read, ${count} alignments`);
  });
});
