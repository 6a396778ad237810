import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../lib/domain/skill.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { rsd } from '../../lib/formats/rsd.ts';
import { hasOfficial, noticeLeftOut } from '../jsonld/official-contexts.ts';
import { crosswalkBundle, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { expandByOurs, expandSafely } from './judges/json-ld.ts';
import { identifying, whole } from './judges/plain.ts';

noticeLeftOut('skill descriptors by the official context, and the samples of others');
const judged = { bundles: 0 };
type Entry = Record<string, unknown>;
type Content = 'ctdl-asn' | 'collection' | 'case-ld';
const uri = /^(https?:|urn:|did:)[^\s"<>\\^`{|}]+$/;
const clean = (text = '') => whole(text).trim();

function judgeOf(content: Content) {
  return async (text: string, bundle: TestBundle) => {
    const file = JSON.parse(text);
    const items: Entry[] = content === 'collection' ? file.skills : [file].flat();
    if (content === 'collection') expect(file).toMatchObject({ type: 'Collection', id: expect.stringMatching(uri) });
    for (const item of items) {
      expect(item.id).toMatch(uri);
      expect(item.type).toBe(content === 'case-ld' ? 'CFItem' : 'RichSkillDescriptor');
      expect(clean(String(item[content === 'case-ld' ? 'fullStatement' : 'skillStatement']))).not.toBe('');
      if (content === 'case-ld') expect(item.identifier).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    }
    const ids = items.map(({ id }) => id);
    const all = [...(bundle.skills ?? []), ...bundle.alignments.map(({ skill }) => skill)];
    for (const skill of all) if (identifying(skill.uri)) expect(ids).toContain(identifying(skill.uri));
    for (const { subject, object } of bundle.skillAlignments ?? []) {
      const own = items.filter(({ id }) => id === subject.uri);
      expect(JSON.stringify(own)).toContain(JSON.stringify(identifying(object.uri)));
    }
    for (const document of [file].flat())
      await (content === 'case-ld' ? expandByOurs(document) : expandSafely(document));
    judged.bundles += 1;
  };
}

for (const content of ['ctdl-asn', 'collection', 'case-ld'] as const) {
  const isCase = content === 'case-ld';
  const skillLosses = {
    identifier: ({ uri: one }: Skill) => identifying(one) === undefined,
    'skill details': ({ type, license, framework, code, language, category, occupations }: Skill) =>
      type !== (isCase ? 'CFItem' : 'RichSkillDescriptor') ||
      (license !== undefined && identifying(license) === undefined) ||
      (isCase
        ? Boolean(category || occupations?.length || (framework && identifying(framework.uri) === undefined))
        : Boolean(framework || code || language)),
  };
  describeFormat({
    format: rsd,
    choices: { content },
    golden: `rsd-${content}.json`,
    goldenOf: crosswalkBundle,
    judge: judgeOf(content),
    losses: {
      page: () => true,
      ...Object.fromEntries(
        Object.entries(skillLosses).map(([what, isLost]) => [what, ({ skill }: { skill: Skill }) => isLost(skill)]),
      ),
    },
    skillLosses,
    statementLosses: {
      identifier: ({ subject, object }) => [subject, object].some((one) => identifying(one.uri) === undefined),
      relation: ({ relation }) => isCase && ['minor', 'narrow', 'prerequisite'].includes(relation),
      target: ({ object }) => Boolean(object.statement || object.code || object.framework),
      note: ({ note }) => Boolean(note),
      dates: () => true,
    },
    roundTrip: {
      lost: () => ({}),
      isDropped: () => true,
      statements: ({ skillAlignments = [] }) =>
        skillAlignments.map(({ subject, relation, object }) => {
          const [label, text] = [clean(subject.name), clean(subject.statement) || clean(subject.name) || subject.uri];
          const words = label && text !== label ? { statement: text } : {};
          const name = clean(object.name) || clean(object.statement) || object.uri;
          const kept = isCase && !['exact', 'broad'].includes(relation) ? 'major' : relation;
          return {
            subject: { uri: subject.uri, name: label || text, ...words },
            relation: kept,
            object: { uri: object.uri, name },
          };
        }),
    },
  });
}

describe('Rich Skill Descriptors', () => {
  it('were judged', () => {
    expect(judged.bundles).toBeGreaterThan(3000);
    const by = hasOfficial ? 'safe mode (the official context too) and our rules' : 'safe mode and our rules';
    console.log(`judge rsd: ${judged.bundles} bundles valid by ${by}`);
  });

  it('are known by what they are aligned to', async () => {
    for (const content of ['ctdl-asn', 'collection', 'case-ld'] as const)
      expect(recogniseFormat(await textOf(rsd.write(crosswalkBundle(), { content })))).toBe('rsd');
    expect(recogniseFormat('{"skillStatement":"Adds.","alignments":[]}')).toBeUndefined();
  });

  it('reads alignments and standards, and leaves out those without an address', async () => {
    const read = await rsd.read?.(
      JSON.stringify({
        id: 'https://osmt.example/api/skills/1',
        skillStatement: 'The learner saves documents.',
        alignments: [{ id: 'https://other.example/1', skillName: 'Saving' }, 'https://other.example/2'],
        standards: [{ skillName: 'NICE_SP_RSK' }, { id: 'javascript:alert(1)', __proto__: { x: 1 } }],
      }),
    );
    expect(read?.bundle.skillAlignments).toMatchObject([
      { relation: 'major', object: { uri: 'https://other.example/1', name: 'Saving' } },
      { object: { name: 'https://other.example/2' } },
    ]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 2 }]);
  });

  it.skipIf(!hasOfficial)('reads what others wrote', async () => {
    let alignments = 0;
    const names = ['api_v2_skills__uuid__get', 'api_v3_skills__uuid__get'];
    for (const name of names) {
      const file = new URL(`../../../shared/data/registries/osmt/${name}.json`, import.meta.url);
      alignments += (await rsd.read?.(readFileSync(file, 'utf8')))?.bundle.skillAlignments.length ?? 0;
    }
    console.log(`rsd samples: ${names.length} read, ${alignments} alignments`);
    expect(alignments).toBeGreaterThan(0);
  });
});
