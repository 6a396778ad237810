import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FieldName } from '../../lib/domain/learning-resource.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { ctdl } from '../../lib/formats/ctdl.ts';
import type { ReadBack } from '../../lib/formats/format.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { hasOfficial, noticeLeftOut } from '../jsonld/official-contexts.ts';
import { goldenBundle, plainAlignment, type TestBundle } from './bundles.ts';
import { describeFormat, type FormatCase } from './contract.ts';
import { ctdlSchema, expectCtdlNode } from './judges/ctdl.ts';
import { expandByOurs } from './judges/json-ld.ts';
import { identifying, whole } from './judges/plain.ts';

const schemaErrors = ctdlSchema();
noticeLeftOut('CTDL documents against the schemas of 2018-06-30, and the samples of others');
const judged = { bundles: 0, nodes: 0 };

const isTag = (text: string | undefined) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text ?? '');
const isWritten = ({ relation }: ResourceAlignment) => relation !== 'readingLevel' && relation !== 'textComplexity';

async function judge(text: string, bundle: TestBundle): Promise<void> {
  const file = JSON.parse(text);
  expect(file['@context']).toBe('https://credreg.net/ctdl/schema/context/json');
  const nodes: Record<string, unknown>[] = file['@graph'];
  for (const node of nodes) {
    expectCtdlNode(node);
    expect(schemaErrors?.(node)).toBeUndefined();
  }
  await expandByOurs(file);
  const targets = JSON.stringify(nodes).split('"ceterms:alignmentType":').length - 1;
  expect(targets).toBe(bundle.alignments.filter(isWritten).length);
  judged.bundles += 1;
  judged.nodes += nodes.length;
}

/** What both contents lose; `isKeptType` says which types of a page become the node's class. */
function losses(isKeptType: (type: string) => boolean): FormatCase['losses'] {
  const of = (test: FormatCase['losses'][string]) => (one: ResourceAlignment, bundle: TestBundle) =>
    isWritten(one) && test(one, bundle);
  const carried = ['title', 'description', 'keyword', 'subject', 'level'];
  return {
    relation: (one) => !isWritten(one),
    identifier: of(({ skill }) => identifying(skill.uri) === undefined),
    name: of(({ skill }) => !skill.name.trim()),
    note: of(({ note }) => Boolean(note)),
    evidence: of(({ evidence }) => evidence !== undefined),
    source: of(() => true),
    dates: of(() => true),
    owner: of(({ resource }, { resources }) => {
      const said = resources.get(resource)?.fields.publisher ?? [];
      return !said.some((one) => one.by === said[0]?.by && identifying(one.uri) !== undefined);
    }),
    author: of((_, { author }) => Boolean(author?.name || author?.uri)),
    'skill details': of(
      ({ skill }) =>
        [skill.category, skill.license].some((detail) => detail !== undefined) ||
        skill.keywords.length > 0 ||
        (skill.occupations?.length ?? 0) > 0 ||
        skill.type !== 'Competency' ||
        Boolean(skill.framework?.uri && identifying(skill.framework.uri) === undefined),
    ),
    'page details': of(({ resource }, { resources }) => {
      const fields = resources.get(resource)?.fields ?? {};
      return FieldName.options.some((name) => {
        const said = (fields[name] ?? []).filter((one) => one.by === fields[name]?.[0]?.by);
        if (said.length === 0) return false;
        if (name === 'type') return said.length > 1 || !isKeptType(said[0]?.value ?? '');
        if (name === 'language') return said.length > 1 || !isTag(said[0]?.value);
        if (name === 'subject' || name === 'level') return said.some(({ uri }) => uri !== undefined);
        return !carried.includes(name);
      });
    }),
  };
}

/** A subject or level without an identifier is a word of the page. */
const isWord = ({ relation, skill }: ResourceAlignment) =>
  identifying(skill.uri) === undefined && (relation === 'educationalSubject' || relation === 'educationalLevel');

const lostAlways = { id: 'dates', created: 'dates', modified: 'dates' } as const;

function lostOf({ skill, note, evidence }: ResourceAlignment) {
  return {
    ...lostAlways,
    ...(note && { note: 'note' }),
    ...(evidence && { evidence: 'evidence' }),
    ...(!skill.name.trim() && { 'skill.name': 'name' }),
    ...(skill.type !== 'Competency' && { 'skill.type': 'skill details' }),
    ...(skill.category !== undefined && { 'skill.category': 'skill details' }),
    ...(skill.license !== undefined && { 'skill.license': 'skill details' }),
    ...(skill.keywords.length > 0 && { 'skill.keywords': 'skill details' }),
    ...(skill.occupations?.length && { 'skill.occupations': 'skill details' }),
    ...(skill.framework?.uri &&
      identifying(skill.framework.uri) === undefined && { 'skill.framework.uri': 'skill details' }),
    ...(identifying(skill.uri) === undefined && { 'skill.uri': 'identifier' }),
  };
}

const normal = (value: unknown, place: string) => {
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (typeof value !== 'string') return value;
  return place.endsWith('uri') ? identifying(value) : whole(value).trim();
};

/** The alignments of each page in the order of the properties under which they stand. */
function ordered(alignments: ResourceAlignment[], ranks: (own: ResourceAlignment[]) => string[]): ResourceAlignment[] {
  return [...new Set(alignments.map(({ resource }) => resource))].flatMap((resource) => {
    const own = alignments.filter((one) => one.resource === resource);
    const order = ranks(own);
    return own.toSorted((one, other) => order.indexOf(one.relation) - order.indexOf(other.relation));
  });
}

describeFormat({
  format: ctdl,
  golden: 'ctdl.jsonld',
  judge,
  losses: losses((type) => type.toLowerCase() === 'course'),
  roundTrip: {
    lost: lostOf,
    normal,
    isDropped: (one) => !isWritten(one) || isWord(one),
    inOrder: (alignments, bundle) =>
      ordered(alignments, ([first]) => {
        const page = bundle.alignments.filter((one) => one.resource === first?.resource);
        const says = (relation: string) => page.some((one) => one.relation === relation);
        const general = ['educationalSubject', 'educationalLevel', 'requires'];
        return says('assesses') && !says('teaches') ? ['assesses', ...general] : ['teaches', ...general, 'assesses'];
      }),
  },
});

describeFormat({
  format: ctdl,
  choices: { content: 'credential' },
  golden: 'ctdl-credential.jsonld',
  judge,
  losses: {
    ...losses((type) =>
      /^(badge|certificate|certification|degree|diploma|license|microcredential|openbadge)$/i.test(type),
    ),
    credential: isWritten,
  },
  roundTrip: {
    lost: (one) => ({
      ...lostOf(one),
      ...((one.relation === 'teaches' || one.relation === 'assesses') && { relation: 'credential' }),
    }),
    normal,
    isDropped: (one) => !isWritten(one) || isWord(one),
    inOrder: (alignments) =>
      ordered(alignments, () => ['educationalSubject', 'educationalLevel', 'teaches', 'assesses', 'requires']),
  },
});

describe('CTDL', () => {
  it('was judged', () => {
    expect(judged.bundles).toBeGreaterThan(2000);
    const by = hasOfficial ? 'the schemas of 2018-06-30, safe mode and our rules' : 'safe mode and our rules';
    console.log(`judge ctdl: ${judged.bundles} bundles valid by ${by} (${judged.nodes} nodes)`);
  });

  it('links the two nodes of a page that teaches and assesses', async () => {
    const { '@graph': nodes } = JSON.parse(await textOf(ctdl.write(goldenBundle())));
    expect(nodes.map((node: Record<string, unknown>) => node['@type'])).toEqual([
      'ceterms:Course',
      'ceterms:AssessmentProfile',
    ]);
    expect(nodes[0]['ceterms:targetAssessment']).toEqual([nodes[1]['@id']]);
  });

  it('is known by its classes, in a registry’s envelope too', async () => {
    const text = await textOf(ctdl.write(goldenBundle()));
    expect(recogniseFormat(text)).toBe('ctdl');
    const envelope = JSON.stringify({ envelope_type: 'resource_data', decoded_resource: JSON.parse(text) });
    expect(recogniseFormat(envelope)).toBe('ctdl');
    expect((await ctdl.read?.(envelope))?.bundle.alignments).toHaveLength(3);
  });

  it('reads targets and conditions that stand elsewhere in the graph', async () => {
    const read = await ctdl.read?.(
      JSON.stringify({
        '@graph': [
          {
            '@id': 'https://r.example/course',
            '@type': 'ceterms:Course',
            'ceterms:teaches': ['https://r.example/skill'],
            'ceterms:requires': [{ '@id': '_:c' }],
          },
          {
            '@id': '_:c',
            '@type': 'ceterms:ConditionProfile',
            'ceterms:targetCompetency': [{ '@id': 'urn:x-y:2' }, 7],
          },
          {
            '@id': 'https://r.example/skill',
            '@type': 'ceasn:Competency',
            'ceasn:competencyText': { 'en-US': 'Weld.' },
            'ceasn:isPartOf': 'https://r.example/framework',
          },
        ],
      }),
    );
    expect(read?.bundle.alignments).toMatchObject([
      {
        relation: 'teaches',
        resource: 'https://r.example/course',
        skill: {
          uri: 'https://r.example/skill',
          statement: 'Weld.',
          framework: { uri: 'https://r.example/framework' },
        },
      },
      { relation: 'requires', skill: { uri: 'urn:x-y:2' } },
    ]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', message: 'An alignment names no skill.', count: 1 }]);
  });

  it('survives documents made to break it', async () => {
    const deep = `${'{"ceterms:teaches":['.repeat(2000)}1${']}'.repeat(2000)}`;
    const proto =
      '{"@type":"ceterms:Course","@id":"https://a.example/","__proto__":{"x":1},"ceterms:teaches":[{"__proto__":{}}]}';
    for (const text of [deep, proto, `[${'['.repeat(5000)}${']'.repeat(5000)}]`]) {
      const ended = await ctdl.read?.(text).catch((error: unknown) => error);
      if (ended instanceof Error) expect(ended.name).toBe('ProblemError');
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('never keeps an address that is none', async () => {
    const { skill } = plainAlignment();
    const written = await textOf(ctdl.write({ ...goldenBundle(), alignments: [plainAlignment({ skill })] }));
    const read = await ctdl.read?.(written.replaceAll(skill.uri, 'javascript:alert(1)'));
    expect(read?.bundle.alignments[0]?.skill.uri).toMatch(/^urn:uuid:/);
    expect(read?.warnings[0]?.count).toBe(1);
  });

  it.skipIf(!hasOfficial)('reads what others wrote', async () => {
    const folders = ['credential-registry/RA-EnvelopeSamples/', 'ctdl/'];
    let [files, alignments] = [0, 0];
    for (const folder of folders.map((one) => new URL(`../../../shared/data/schemas/${one}`, import.meta.url))) {
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
        const text = readFileSync(new URL(encodeURIComponent(name), folder), 'utf8').replace(/^\ufeff/, '');
        const read = await ctdl.read?.(text).catch((error: unknown) => error);
        if (read instanceof Error) expect(String(read)).toContain('F501');
        if (!(read instanceof Object) || read instanceof Error) continue;
        files += 1;
        alignments += (read as ReadBack).bundle.alignments.length;
      }
    }
    console.log(`ctdl samples: ${files} read, ${alignments} alignments`);
    expect(files).toBeGreaterThan(3);
  });
});
