import { describe, expect, it } from 'vitest';
import type { SkillAlignment, SkillReference } from '../../lib/domain/skill-alignment.ts';
import { clr2 } from '../../lib/formats/clr-2.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { noticeLeftOut } from '../jsonld/official-contexts.ts';
import { crosswalkBundle, goldenBundle, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { badgeLosses, losesType, lostInAchievement, normalInBadge } from './judges/badge-losses.ts';
import { expandSafely } from './judges/json-ld.ts';
import {
  documentsIn,
  expectAnyAchievement,
  expectCredential,
  expectRecord,
  expectTargets,
  officialSchema,
} from './judges/open-badges.ts';
import { openable, present, whole } from './judges/plain.ts';

const [validCredential, validAchievement] = [officialSchema(), officialSchema('Achievement')];
const bare = badgeLosses(['title', 'description', 'keyword']);
const speaking = badgeLosses(['title', 'description', 'keyword', 'language']);
const tag = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const judged = { records: 0 };

/** The AssociationType of each relation, and whether its ends are swapped. */
const types: Record<SkillAlignment['relation'], [string, boolean]> = {
  exact: ['exactMatchOf', false],
  major: ['isRelatedTo', false],
  minor: ['isRelatedTo', false],
  broad: ['isPartOf', false],
  narrow: ['isParentOf', false],
  prerequisite: ['precedes', true],
};

noticeLeftOut(
  'the JSON Schema of Open Badges 3.0 for the achievements of 1000 learner records; the rules by hand remain',
);
describeFormat({
  format: clr2,
  golden: 'clr-2.json',
  goldenOf: crosswalkBundle,
  async judge(text, bundle) {
    const record = JSON.parse(text);
    expectRecord(record);
    const { id: learner, verifiableCredential, achievement, association } = record.credentialSubject;
    for (const { document, own } of documentsIn(verifiableCredential, bundle)) {
      expectCredential(document);
      expect((document.credentialSubject as { id: string }).id).toBe(learner);
      if (validCredential) expect(validCredential(document) ? [] : validCredential.errors).toEqual([]);
      expectTargets((document.credentialSubject as { achievement: { alignment: unknown } }).achievement.alignment, own);
    }
    const urls = new Map<string, string>();
    for (const one of achievement) {
      expectAnyAchievement(one);
      if (validAchievement) expect(validAchievement(one) ? [] : validAchievement.errors).toEqual([]);
      expect(urls.has(one.id), 'a skill written twice').toBe(false);
      urls.set(one.id, one.alignment[0].targetUrl);
    }
    const said = association.map((one: Record<string, string>) => [
      one.associationType,
      urls.get(one.sourceId ?? ''),
      urls.get(one.targetId ?? ''),
    ]);
    const meant = (bundle.skillAlignments ?? []).map(({ subject, relation, object }) => {
      const [type, isSwapped] = types[relation];
      return [type, ...(isSwapped ? [object.uri, subject.uri] : [subject.uri, object.uri])];
    });
    expect(said).toEqual(meant);
    await expandSafely(record);
    judged.records += 1;
  },
  losses: {
    ...bare,
    'page details': (one, bundle) => {
      const language = bundle.resources.get(one.resource)?.fields.language?.[0]?.value ?? '';
      return Boolean((tag.test(language) ? speaking : bare)['page details']?.(one, bundle));
    },
    'skill type': losesType,
    learner: () => true,
  },
  statementLosses: {
    identifier: (one) => endsOf(one).some(({ uri }) => openable(uri) === undefined),
    name: (one) => endsOf(one).some(({ name }) => name === ''),
    'skill details': (one) => endsOf(one).some(({ framework }) => framework?.uri !== undefined),
    strength: ({ relation }) => relation === 'minor',
    note: ({ note }) => Boolean(note),
    dates: () => true,
  },
  roundTrip: { lost: lostInAchievement, normal: normalInBadge, statements: statementsBack },
});

function endsOf({ subject, object }: SkillAlignment): SkillReference[] {
  return [subject, object];
}

/** What comes back of the statements of a bundle: all but what the losses name. */
function statementsBack({ skillAlignments = [] }: TestBundle) {
  return skillAlignments.map(({ subject, relation, object }) => ({
    subject: referenceBack(subject),
    relation: relation === 'minor' ? 'major' : relation,
    object: referenceBack(object),
  }));
}

function referenceBack({ uri, name, statement, code, framework }: SkillReference) {
  return present({
    uri,
    name: whole(name || statement || uri),
    statement: statement ? whole(statement) : undefined,
    code: code ? whole(code) : undefined,
    framework: framework?.name ? { name: whole(framework.name) } : undefined,
  });
}

describe('learner records', () => {
  it('were judged', () => {
    expect(judged.records).toBeGreaterThan(1000);
    console.log(`judge clr-2: ${judged.records} records valid by our rules, their credentials by those of Open Badges`);
  });

  it('are known from the badges inside them, and these from them', async () => {
    expect(recogniseFormat(await textOf(clr2.write(goldenBundle())))).toBe('clr-2');
    const draft = ['https://www.w3.org/2018/credentials/v1', 'https://dc.imsglobal.org/draft/clr/v2p0/context'];
    const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
    expect(recogniseFormat(JSON.stringify({ '@context': [...draft, badges] }))).toBe('clr-2');
    expect(recogniseFormat(JSON.stringify({ '@context': [badges] }))).toBe('open-badges-3');
  });

  it('name one state of a skill once, however many statements speak of it', async () => {
    const bundle = crosswalkBundle();
    const uris = bundle.skillAlignments?.flatMap(({ subject, object }) => [subject.uri, object.uri]);
    const { achievement } = JSON.parse(await textOf(clr2.write(bundle))).credentialSubject;
    expect(achievement).toHaveLength(new Set(uris).size);
    const [one, ...others] = bundle.skillAlignments ?? [];
    if (!one) throw new Error('the crosswalk has statements');
    const renamed = [one, ...others, { ...one, subject: { ...one.subject, name: 'Another name' } }];
    const text = await textOf(clr2.write({ ...bundle, skillAlignments: renamed }));
    const read = await clr2.read?.(text);
    expect(read?.bundle.skillAlignments.map(({ subject }) => subject.name)).toEqual(
      renamed.map(({ subject }) => subject.name),
    );
  });

  it('take statements from an async generator in one pass', async () => {
    const bundle = crosswalkBundle();
    async function* later() {
      yield* bundle.skillAlignments ?? [];
    }
    const list = await textOf(clr2.write(bundle));
    expect(await textOf(clr2.write({ ...bundle, skillAlignments: later() }))).toBe(list);
  });
});

describe('reading learner records of others', () => {
  const achievement = (id: string, more: object = {}) => ({
    id,
    type: 'Achievement',
    name: id,
    criteria: { id: `https://lessons.example/${id}` },
    alignment: [{ type: 'Alignment', targetName: `skill of ${id}`, targetUrl: `https://skills.example/${id}` }],
    ...more,
  });
  const read = (credentialSubject: object) =>
    clr2.read?.(
      JSON.stringify({
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        ],
        type: ['VerifiableCredential', 'ClrCredential'],
        credentialSubject,
      }),
    );

  it('tells an achievement once that stands in a credential and in the list, and one that stands only in the list', async () => {
    const back = await read({
      type: 'ClrSubject',
      verifiableCredential: { type: 'AchievementCredential', credentialSubject: { achievement: achievement('a') } },
      achievement: [achievement('a'), achievement('b')],
    });
    expect(back?.bundle.alignments.map(({ resource, skill }) => [resource, skill.uri])).toEqual([
      ['https://lessons.example/a', 'https://skills.example/a'],
      ['https://lessons.example/b', 'https://skills.example/b'],
    ]);
  });

  it('takes associations of competencies for statements and leaves out those of courses', async () => {
    const competency = { achievementType: 'Competency', criteria: { narrative: 'Practice.' } };
    const association = (associationType: string, sourceId: string, targetId: string) => ({
      type: ['Association'],
      associationType,
      sourceId,
      targetId,
    });
    const back = await read({
      achievement: [
        achievement('a', competency),
        achievement('urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10', { ...competency, alignment: undefined }),
        achievement('course'),
      ],
      association: [
        association('isChildOf', 'a', 'urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10'),
        association('precedes', 'a', 'urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10'),
        association('isPeerOf', 'a', 'urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10'),
        association('isChildOf', 'a', 'course'),
        association('isChildOf', 'a', 'nowhere'),
        association('__proto__', 'a', 'constructor'),
      ],
    });
    const [a, b] = ['https://skills.example/a', 'urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10'];
    expect(
      back?.bundle.skillAlignments.map(({ subject, relation, object }) => [subject.uri, relation, object.uri]),
    ).toEqual([
      [a, 'broad', b],
      [b, 'prerequisite', a],
    ]);
    expect(back?.bundle.alignments.map(({ skill }) => skill.uri)).toEqual(['https://skills.example/course']);
    expect(back?.warnings).toContainEqual(expect.objectContaining({ code: 'F502', count: 4 }));
  });
});
