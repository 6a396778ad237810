import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../lib/domain/skill.ts';
import { type SkillReference, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { ctdlAsn } from '../../lib/formats/ctdl-asn.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { hasOfficial, noticeLeftOut } from '../jsonld/official-contexts.ts';
import { anyBundle, crosswalkBundle, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { ctdlSchema, expectCtdlNode } from './judges/ctdl.ts';
import { expandByOurs } from './judges/json-ld.ts';
import { identifying, whole } from './judges/plain.ts';

const schemaErrors = ctdlSchema();
noticeLeftOut('CTDL-ASN documents against the schemas of 2018-06-30');
const judged = { bundles: 0, nodes: 0 };

async function judge(text: string, bundle: TestBundle): Promise<void> {
  const file = JSON.parse(text);
  expect(file['@context']).toBe('https://credreg.net/ctdlasn/schema/context/json');
  const nodes: Record<string, unknown>[] = file['@graph'];
  const ids = new Set(nodes.map((node) => node['@id']));
  for (const node of nodes) {
    expectCtdlNode(node);
    expect(schemaErrors?.(node)).toBeUndefined();
    if (node['@type'] === 'ceasn:Competency') expect(ids).toContain([node['ceasn:isPartOf']].flat()[0]);
  }
  await expandByOurs(file);
  const all = [...(bundle.skills ?? []), ...bundle.alignments.map(({ skill }) => skill)];
  for (const { uri } of all) if (identifying(uri)) expect(ids).toContain(identifying(uri));
  for (const { subject, relation, object } of bundle.skillAlignments ?? []) {
    const said = nodes
      .filter((node) => node['@id'] === subject.uri)
      .flatMap((node) => node[`ceasn:${relation}Alignment`]);
    expect(said).toContain(identifying(object.uri));
  }
  judged.bundles += 1;
  judged.nodes += nodes.length;
}

const skillLosses = {
  identifier: ({ uri }: Skill) => identifying(uri) === undefined,
  framework: ({ framework }: Skill) => identifying(framework?.uri) === undefined,
  'skill details': ({ type, level, license }: Skill) =>
    type !== 'Competency' || level !== undefined || (license !== undefined && identifying(license) === undefined),
};

const clean = (text = '') => whole(text).trim();

function referenceOf({ uri, name, statement, code, framework }: SkillReference): SkillReference {
  const label = clean(name);
  const text = clean(statement) || label || uri;
  const address = identifying(framework?.uri);
  return {
    uri,
    name: label || text,
    ...(label && text !== label && { statement: text }),
    ...(clean(code) && { code: clean(code) }),
    ...(address && { framework: { uri: address } }),
  };
}

describeFormat({
  format: ctdlAsn,
  golden: 'ctdl-asn.jsonld',
  goldenOf: crosswalkBundle,
  judge,
  losses: {
    page: () => true,
    ...Object.fromEntries(
      Object.entries(skillLosses).map(([what, isLost]) => [what, ({ skill }: { skill: Skill }) => isLost(skill)]),
    ),
  },
  skillLosses,
  statementLosses: {
    identifier: ({ subject, object }) => [subject, object].some(({ uri }) => identifying(uri) === undefined),
    target: () => true,
    note: ({ note }) => Boolean(note),
    dates: () => true,
  },
  roundTrip: {
    lost: () => ({}),
    isDropped: () => true,
    statements: ({ skillAlignments = [] }) =>
      skillAlignments.map(({ subject, relation, object }) => ({
        subject: referenceOf(subject),
        relation,
        object: { uri: object.uri, name: object.uri },
      })),
  },
});

describe('CTDL-ASN', () => {
  it('was judged', () => {
    expect(judged.bundles).toBeGreaterThan(1000);
    const by = hasOfficial ? 'the schemas of 2018-06-30, safe mode and our rules' : 'safe mode and our rules';
    console.log(`judge ctdl-asn: ${judged.bundles} bundles valid by ${by} (${judged.nodes} nodes)`);
  });

  it('maps alignments for any bundle, to be read back', async () => {
    const mapped = fc.asyncProperty(anyBundle, async (bundle) => {
      const written = ctdlAsn.write(bundle, { content: 'alignment-map' });
      const text = await textOf(written);
      const map = JSON.parse(text);
      expect(map['@type']).toBe('ceterms:AlignmentMap');
      expect(map['@context']).toBe('https://credreg.net/ctdl/schema/context/json');
      await expandByOurs(map);
      const { skillAlignments = [] } = bundle;
      expect(map['ceterms:hasPart']).toHaveLength(skillAlignments.length);
      const read = await ctdlAsn.read?.(text);
      expect(
        read?.bundle.skillAlignments.map(({ subject, relation, object }) => [subject.uri, relation, object.uri]),
      ).toEqual(skillAlignments.map(({ subject, relation, object }) => [subject.uri, relation, object.uri]));
      const lost = Object.fromEntries(written.losses.map(({ what, count }) => [what, count]));
      expect(lost.page ?? 0).toBe(bundle.alignments.length);
      expect(lost.skill ?? 0).toBe(bundle.skills?.length ?? 0);
      expect(lost.target ?? 0).toBe(skillAlignments.length);
    });
    await fc.assert(mapped, { numRuns: 1000 });
    console.log('judge ctdl-asn: 1000 alignment maps hold in safe mode and come back');
  }, 60_000);

  it('writes the golden map', async () => {
    const text = await textOf(ctdlAsn.write(crosswalkBundle(), { content: 'alignment-map' }));
    await expect(`${text}\n`).toMatchFileSnapshot('../fixtures/golden/ctdl-alignment-map.jsonld');
  });

  it('is told from CTDL about pages, and from a framework without alignments', async () => {
    expect(recogniseFormat(await textOf(ctdlAsn.write(crosswalkBundle())))).toBe('ctdl-asn');
    expect(recogniseFormat(await textOf(ctdlAsn.write(crosswalkBundle(), { content: 'alignment-map' })))).toBe(
      'ctdl-asn',
    );
    const framework = { '@graph': [{ '@type': 'ceasn:Competency', 'ceasn:competencyText': { en: 'Weld.' } }] };
    expect(recogniseFormat(JSON.stringify(framework))).toBeUndefined();
  });

  it('reads the direction of each alignment, and leaves out what names nothing', async () => {
    const file = {
      '@id': 'https://r.example/a',
      '@type': 'ceasn:Competency',
      'ceasn:prerequisiteAlignment': ['https://r.example/b', 'javascript:alert(1)', { '@id': 'https://r.example/c' }],
      __proto__: {},
    };
    const read = await ctdlAsn.read?.(JSON.stringify(file));
    expect(read?.bundle.skillAlignments).toMatchObject([
      { subject: { uri: 'https://r.example/a' }, relation: 'prerequisite', object: { uri: 'https://r.example/b' } },
      { object: { uri: 'https://r.example/c' } },
    ]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 1 }]);
    expect(SkillRelation.options).toHaveLength(6);
  });
});
