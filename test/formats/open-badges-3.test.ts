import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { openBadges3 } from '../../lib/formats/open-badges-3.ts';
import { hasOfficial, noticeLeftOut, official } from '../jsonld/official-contexts.ts';
import { goldenBundle, plainAlignment } from './bundles.ts';
import { describeFormat, membersOf } from './contract.ts';
import { badgeLosses, lostInAchievement, normalInBadge } from './judges/badge-losses.ts';
import { expandSafely } from './judges/json-ld.ts';
import { documentsOf, expectCredential, expectTargets, officialSchema } from './judges/open-badges.ts';

const validate = officialSchema();
const bare = badgeLosses(['title', 'description', 'keyword']);
const speaking = badgeLosses(['title', 'description', 'keyword', 'language']);
const tag = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

noticeLeftOut('the JSON Schema of Open Badges 3.0 for 1000 bundles; the rules by hand remain');
describeFormat({
  format: openBadges3,
  golden: 'open-badges-3.json',
  async judge(text, bundle) {
    for (const { document, own } of documentsOf(text, bundle)) {
      expectCredential(document);
      if (validate) expect(validate(document) ? [] : validate.errors).toEqual([]);
      expectTargets((document.credentialSubject as { achievement: { alignment: unknown } }).achievement.alignment, own);
      await expandSafely(document);
    }
  },
  losses: {
    ...bare,
    'page details': (one, bundle) => {
      const language = bundle.resources.get(one.resource)?.fields.language?.[0]?.value ?? '';
      return Boolean((tag.test(language) ? speaking : bare)['page details']?.(one, bundle));
    },
    'skill type': ({ skill }) => !['', 'CFItem', 'ceasn:Competency'].includes(skill.type),
    learner: () => true,
  },
  roundTrip: { lost: lostInAchievement, normal: normalInBadge },
});

describe('Open Badges 3.0', () => {
  const credentialOf = async (bundle = goldenBundle()) => JSON.parse(await textOf(openBadges3.write(bundle)));

  it('is refused by its judge without what a credential must have', async () => {
    const credential = await credentialOf();
    for (const member of ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom']) {
      expect(() => expectCredential({ ...credential, [member]: undefined }), member).toThrow();
    }
    expect(() => expectCredential({ ...credential, type: 'AchievementCredential' })).toThrow();
    const { achievement } = credential.credentialSubject;
    for (const member of ['id', 'type', 'criteria', 'description', 'name', 'alignment']) {
      const credentialSubject = {
        ...credential.credentialSubject,
        achievement: { ...achievement, [member]: undefined },
      };
      expect(() => expectCredential({ ...credential, credentialSubject }), member).toThrow();
    }
  });

  it.each([
    ['RichSkillDescriptor', 'ceasn:Competency'],
    ['Competency', 'ceasn:Competency'],
    ['ceasn:Competency', 'ceasn:Competency'],
    ['CFItem', 'CFItem'],
    ['esco:Skill', 'ext:esco-Skill'],
    ['<b>', 'ext:b'],
    ['', undefined],
    ['***', undefined],
  ])('names the type %j as %j', async (type, targetType) => {
    const { skill } = plainAlignment();
    const credential = await credentialOf({
      ...goldenBundle(),
      alignments: [plainAlignment({ skill: { ...skill, type } })],
    });
    expect(credential.credentialSubject.achievement.alignment[0].targetType).toBe(targetType);
  });

  it('keeps the urn of a skill that has no address, and says how many there are', async () => {
    const written = openBadges3.write(goldenBundle());
    const credential = JSON.parse(await textOf(written));
    const [expanded] = await expandSafely(credential);
    expect(JSON.stringify(expanded)).toContain('"urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10"');
    expect(written.losses.find(({ what }) => what === 'identifier')?.count).toBe(1);
  });

  it('is issued by the bundle’s author from the moment of the bundle', async () => {
    expect(await credentialOf()).toMatchObject({
      issuer: { id: 'https://people.example/jo', type: ['Profile'], name: 'Jo Park', url: 'https://people.example/jo' },
      validFrom: '2026-03-02T10:00:00.000Z',
    });
  });

  it('writes only a language that has the form which Open Badges asks for', async () => {
    const address = 'https://lessons.example/pay-slip';
    const languageOf = async (value: string) => {
      const resource: LearningResourceDraft = { address, fields: { language: [{ value, by: 'meta' }] } };
      const credential = await credentialOf({ ...goldenBundle(), resources: new Map([[address, resource]]) });
      return credential.credentialSubject.achievement.inLanguage;
    };
    expect(await languageOf('zh-Hant-TW')).toBe('zh-Hant-TW');
    expect(await languageOf('English')).toBeUndefined();
  });
});

describe.skipIf(!hasOfficial)('the judge of Open Badges 3.0', () => {
  it('refuses by 1EdTech’s schema what lacks a date', async () => {
    const credential = JSON.parse(await textOf(openBadges3.write(goldenBundle())));
    expect(validate?.(credential)).toBe(true);
    expect(validate?.({ ...credential, validFrom: undefined })).toBe(false);
  });

  it('accepts 1EdTech’s own alignment to a CASE item', () => {
    expect(validate?.(official('ob-examples/achievementAlignmentCase.json'))).toBe(true);
  });
});

describe('reading Open Badges 3.0', () => {
  it('finds the alignments of results and rubrics too, and takes the page of the criteria', async () => {
    const target = (name: string) => ({
      type: ['Alignment'],
      targetName: name,
      targetUrl: `https://skills.example/${name}`,
    });
    const credential = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: {
        achievement: {
          id: 'https://badges.example/1',
          type: ['Achievement'],
          name: 'Graphs',
          criteria: { id: 'https://lessons.example/graphs' },
          alignment: [{ ...target('read'), targetType: 'ext:esco-Skill' }, 'no alignment'],
          resultDescription: [
            { alignment: [target('describe')], rubricCriterionLevel: [{ alignment: [target('level')] }] },
          ],
        },
        result: [{ alignment: [target('result')] }],
      },
    };
    const text = JSON.stringify(credential);
    expect(recogniseFormat(text)).toBe('open-badges-3');
    const read = await openBadges3.read?.(text);
    expect(read?.bundle.resources).toMatchObject([
      { address: 'https://lessons.example/graphs', fields: { title: [{ value: 'Graphs' }] } },
    ]);
    expect(read?.bundle.alignments.map(({ relation, skill }) => [relation, skill.name, skill.type])).toEqual([
      ['teaches', 'read', 'esco-Skill'],
      ['teaches', 'describe', ''],
      ['teaches', 'level', ''],
      ['teaches', 'result', ''],
    ]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 4 }]);
  });

  it('takes the endorsement of anything else for no alignment', async () => {
    const text = await textOf(openBadges3.write(goldenBundle(), { content: 'endorsement' }));
    const [endorsement] = JSON.parse(text);
    const read = async (evidence: unknown) =>
      (await openBadges3.read?.(JSON.stringify({ ...endorsement, evidence })))?.bundle.alignments.length;
    expect(await read(endorsement.evidence)).toBe(1);
    expect(await read([{ ...endorsement.evidence[0], genre: 'Essay' }])).toBe(0);
    expect(await read(undefined)).toBe(0);
  });
});

/** How many alignments a document holds, wherever they stand. */
function alignmentsIn(document: unknown): number {
  const lists = [...membersOf(document)].flatMap(([name, value]) => (name === 'alignment' ? [value].flat() : []));
  return lists.length;
}

noticeLeftOut('35 samples of Open Badges 3.0');
describe.skipIf(!hasOfficial)('samples of Open Badges 3.0', () => {
  it('are read with the alignments that they hold', async () => {
    const schemas = new URL('../../../shared/data/schemas/', import.meta.url);
    const paths = ['ob3/_data/credentials/', 'ob3/ref/', 'ob-examples/']
      .flatMap((folder) => readdirSync(new URL(folder, schemas)).map((name) => folder + name))
      .filter((path) => !/\/ob2-/.test(path));
    let alignments = 0;
    for (const path of paths) {
      const sample = official(path);
      const read = await openBadges3.read?.(JSON.stringify(sample));
      expect(read?.bundle.alignments, path).toHaveLength(alignmentsIn(sample));
      alignments += read?.bundle.alignments.length ?? 0;
    }
    console.log(`ob3 samples: ${paths.length} read, ${alignments} alignments`);
    expect(alignments).toBeGreaterThan(40);
  });
});
