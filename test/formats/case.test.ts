import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FieldName } from '../../lib/domain/learning-resource.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { SkillReference } from '../../lib/domain/skill-alignment.ts';
import { casePackage } from '../../lib/formats/case.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { hasOfficial, noticeLeftOut } from '../jsonld/official-contexts.ts';
import { crosswalkBundle, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { expectPackage, packageErrors } from './judges/case.ts';
import { identifying, whole } from './judges/plain.ts';

const errors = packageErrors();
noticeLeftOut('CFPackages against the schemas of CASE 1.1 and 1.0, and the samples of others');
const judged = { '1.1': 0, '1.0': 0 };

type Entry = { [member: string]: unknown };
type Association = { associationType: string; originNodeURI: Entry; destinationNodeURI: Entry };

/** How each relation has to stand there: its type, and whether the subject is the origin. */
const expected: Record<'1.1' | '1.0', Record<string, [string, boolean]>> = {
  '1.1': {
    exact: ['exactMatchOf', true],
    major: ['isRelatedTo', true],
    minor: ['isRelatedTo', true],
    broad: ['isPartOf', true],
    narrow: ['isPartOf', false],
    prerequisite: ['precedes', false],
  },
  '1.0': { teaches: ['exemplar', false] },
};

function judgeOf(release: '1.1' | '1.0') {
  return async (text: string, bundle: TestBundle) => {
    const file = JSON.parse(text);
    expectPackage(file, release);
    expect(errors?.(file, release)).toBeUndefined();
    const meant = [...(bundle.skillAlignments ?? []), ...bundle.alignments];
    expect(file.CFAssociations).toHaveLength(meant.length);
    for (const [index, one] of meant.entries()) {
      const said: Association = file.CFAssociations[index];
      const fallback: [string, boolean] = release === '1.1' ? [`ext:${one.relation}`, true] : ['isRelatedTo', false];
      const [type, isOrigin] = expected['1.1'][one.relation] ?? expected[release][one.relation] ?? fallback;
      expect(said.associationType).toBe(type);
      const object = 'skill' in one ? one.skill : one.object;
      const end = isOrigin ? said.destinationNodeURI : said.originNodeURI;
      expect(end.uri).toBe(ascii(identifying(object.uri)) ?? end.uri);
    }
    judged[release] += 1;
  };
}

function ascii(uri: string | undefined): string | undefined {
  return uri?.replace(/[^\u0021-\u007e]+/gu, encodeURIComponent);
}

const nameOf = (skill: SkillReference) =>
  [skill.name, skill.statement, skill.uri].map((one) => whole(one ?? '').trim()).find((one) => one !== '');
const hasNoUri = ({ uri }: SkillReference) => identifying(uri) === undefined;
const is10 = (release: string) => release === '1.0';

for (const release of ['1.1', '1.0'] as const) {
  const whether = (test: boolean) => () => test;
  describeFormat({
    format: casePackage,
    choices: { release },
    golden: `case-${release}.json`,
    goldenOf: crosswalkBundle,
    judge: judgeOf(release),
    losses: {
      relation: whether(is10(release)),
      identifier: ({ skill }) => hasNoUri(skill),
      name: ({ skill }) => !skill.name.trim(),
      fit: whether(true),
      note: ({ note }) => is10(release) && Boolean(note),
      evidence: ({ evidence }) => evidence !== undefined,
      source: whether(true),
      dates: whether(true),
      'skill details': whether(true),
      'page details': ({ resource }, { resources }) =>
        FieldName.options.some((name) => name !== 'title' && resources.get(resource)?.fields[name]?.length),
    },
    statementLosses: {
      identifier: ({ subject, object }) => hasNoUri(subject) || hasNoUri(object),
      name: ({ subject, object }) => !subject.name.trim() || !object.name.trim(),
      note: ({ note }) => is10(release) && Boolean(note),
      dates: whether(true),
      'skill details': ({ subject, object }) =>
        [subject, object].some(({ statement, code, framework }) => Boolean(statement || code || framework)),
    },
    skillLosses: {
      'item details': ({ occupations, license, type }) =>
        Boolean(occupations?.length) || license !== undefined || type !== 'CFItem',
    },
    roundTrip: {
      lost: ({ skill, note, evidence }: ResourceAlignment) => ({
        fit: 'fit',
        created: 'dates',
        ...(is10(release) && note && { note: 'note' }),
        ...(evidence && { evidence: 'evidence' }),
        ...(hasNoUri(skill) && { 'skill.uri': 'identifier' }),
        ...(!skill.name.trim() && { 'skill.name': 'name' }),
        'skill.statement': 'skill details',
        'skill.code': 'skill details',
        'skill.category': 'skill details',
        'skill.keywords': 'skill details',
        'skill.occupations': 'skill details',
        'skill.language': 'skill details',
        'skill.license': 'skill details',
        'skill.framework.uri': 'skill details',
        'skill.framework.name': 'skill details',
        ...((is10(release) ||
          !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(skill.type) ||
          skill.type === 'LearningResource') && {
          'skill.type': 'skill details',
        }),
      }),
      normal: (value, place) => {
        if (typeof value !== 'string') return value;
        return place === 'skill.uri' ? ascii(identifying(value)) : whole(value).trim();
      },
      statements: ({ skillAlignments = [] }) =>
        skillAlignments.map(({ id, subject, relation, object, note, modified }) => ({
          id,
          modified,
          ...(!is10(release) && note?.trim() && { note: whole(note).trim() }),
          subject: { uri: ascii(identifying(subject.uri)), name: nameOf(subject) },
          relation,
          object: { uri: ascii(identifying(object.uri)), name: nameOf(object) },
        })),
    },
  });
}

describe('CASE', () => {
  it('was judged', () => {
    for (const release of ['1.1', '1.0'] as const) {
      expect(judged[release]).toBeGreaterThan(1000);
      const by = hasOfficial ? `the CFPackage schema of CASE ${release} and our rules` : 'our rules';
      console.log(`judge case: ${judged[release]} bundles valid by ${by}`);
    }
  });

  it('is known by an association that is an alignment, and not by a tree alone', async () => {
    const text = await textOf(casePackage.write(crosswalkBundle()));
    expect(recogniseFormat(text)).toBe('case');
    const tree = { CFDocument: {}, CFItems: [], CFAssociations: [{ associationType: 'isChildOf' }] };
    expect(recogniseFormat(JSON.stringify(tree))).toBeUndefined();
  });

  it('reads what another system calls an exemplar, a match, a prerequisite, and an extension that it does not know', async () => {
    const node = (name: string) => ({ title: name, identifier: name, uri: `https://case.example/${name}` });
    const association = (associationType: string) => ({
      associationType,
      originNodeURI: node('origin'),
      destinationNodeURI: node('destination'),
    });
    const items = [{ uri: 'https://case.example/origin', fullStatement: 'Adds.', humanCodingScheme: '1.OA.6' }];
    const types = ['exemplar', 'Exact Match Of', 'precedes', 'ext:adjacentTo', 'isChildOf', 'ext:assesses'];
    const file = {
      CFDocument: { title: 'Math' },
      CFItems: items,
      CFAssociations: [...types.map(association), null, 'x'],
    };
    const read = await casePackage.read?.(JSON.stringify(file));
    expect(read?.bundle.alignments).toMatchObject([
      {
        relation: 'teaches',
        resource: 'https://case.example/destination',
        skill: { statement: 'Adds.', code: '1.OA.6', framework: { name: 'Math' } },
      },
      { relation: 'assesses', resource: 'https://case.example/origin' },
    ]);
    expect(read?.bundle.skillAlignments).toMatchObject([
      { relation: 'exact', subject: { name: 'origin' } },
      { relation: 'prerequisite', subject: { name: 'destination' }, object: { name: 'origin' } },
      { relation: 'major' },
    ]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 2 }]);
  });

  it('survives documents made to break it', async () => {
    const deep = `{"CFDocument":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)},"CFAssociations":[{"__proto__":{"x":1}}]}`;
    const read = await casePackage.read?.(deep);
    expect(read?.bundle.alignments).toEqual([]);
    expect(({} as Entry).x).toBeUndefined();
    const script = { title: '', identifier: 'javascript:1', uri: 'javascript:1' };
    const hostile = { associationType: 'exemplar', originNodeURI: script, destinationNodeURI: script };
    const ended = await casePackage.read?.(JSON.stringify({ CFDocument: {}, CFAssociations: [hostile] }));
    expect(ended).toMatchObject({ bundle: { alignments: [] }, warnings: [{ count: 1 }] });
  });

  it.skipIf(!hasOfficial)('reads what others wrote', async () => {
    const folder = new URL('../../../shared/data/registries/case/', import.meta.url);
    let [files, alignments] = [0, 0];
    for (const name of readdirSync(folder).filter((one) => one.startsWith('opensalt_') && one.endsWith('.json'))) {
      const read = await casePackage.read?.(readFileSync(new URL(name, folder), 'utf8'));
      files += 1;
      alignments += (read?.bundle.alignments.length ?? 0) + (read?.bundle.skillAlignments.length ?? 0);
    }
    console.log(`case samples: ${files} read, ${alignments} alignments (they hold trees alone)`);
    expect(files).toBeGreaterThan(5);
    expect(alignments).toBe(0);
  });
});
