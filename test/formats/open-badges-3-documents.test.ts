import { expect } from 'vitest';
import type { FieldName } from '../../lib/domain/learning-resource.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { openBadges3 } from '../../lib/formats/open-badges-3.ts';
import { noticeLeftOut } from '../jsonld/official-contexts.ts';
import type { TestBundle } from './bundles.ts';
import { describeFormat, type FormatCase } from './contract.ts';
import { badgeLosses, losesType, lostInAchievement, normalInBadge } from './judges/badge-losses.ts';
import { expandSafely } from './judges/json-ld.ts';
import {
  documentsOf,
  expectAchievement,
  expectCredential,
  expectEndorsement,
  expectTargets,
  officialSchema,
  singlesOf,
} from './judges/open-badges.ts';

const achievementSchema = officialSchema('Achievement');
const credentialSchema = officialSchema();
const endorsementSchema = officialSchema('EndorsementCredential');
const tag = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** What is lost of a page, where a language is written that has the form for it. */
function losesPage(one: ResourceAlignment, bundle: TestBundle): boolean {
  const language = bundle.resources.get(one.resource)?.fields.language?.[0]?.value ?? '';
  const carried: FieldName[] = ['title', 'description', 'keyword'];
  if (tag.test(language)) carried.push('language');
  return Boolean(badgeLosses(carried)['page details']?.(one, bundle));
}

function expectValid(validate: ReturnType<typeof officialSchema>, document: unknown): void {
  if (validate) expect(validate(document) ? [] : validate.errors).toEqual([]);
}

const roundTrip: FormatCase['roundTrip'] = { lost: lostInAchievement, normal: normalInBadge };

noticeLeftOut('the JSON Schema of Open Badges 3.0 for 4000 bundles; the rules by hand remain');
describeFormat({
  format: openBadges3,
  choices: { content: 'achievement' },
  golden: 'open-badges-3-achievement.json',
  async judge(text, bundle) {
    for (const { document, own } of documentsOf(text, bundle)) {
      expectAchievement(document);
      expectValid(achievementSchema, document);
      expectTargets(document.alignment, own);
      await expandSafely(document);
    }
  },
  losses: {
    ...badgeLosses(['title', 'description', 'keyword']),
    'page details': losesPage,
    'skill type': losesType,
    issuer: (one, bundle) =>
      Boolean(bundle.author?.name || bundle.author?.uri) && Boolean(badgeLosses([]).issuer?.(one, bundle)),
  },
  roundTrip,
});

describeFormat({
  format: openBadges3,
  choices: { content: 'skill-assertion' },
  golden: 'open-badges-3-skill-assertion.json',
  async judge(text, bundle) {
    for (const { document, one } of singlesOf(text, bundle)) {
      expectCredential(document);
      expectValid(credentialSchema, document);
      const { achievement } = document.credentialSubject as { achievement: Record<string, unknown> };
      expect(achievement.achievementType).toBe('Competency');
      expect(achievement.criteria).toMatchObject({ id: one.resource });
      expectTargets(achievement.alignment, [one]);
      await expandSafely(document);
    }
  },
  losses: { ...badgeLosses([]), 'skill type': losesType, learner: () => true },
  roundTrip,
});

describeFormat({
  format: openBadges3,
  choices: { release: 'vc-1.1' },
  golden: 'open-badges-3-vc-1.1.json',
  async judge(text, bundle) {
    for (const { document, own } of documentsOf(text, bundle)) {
      expectCredential(document, '1.1');
      const { issuanceDate, ...members } = document;
      const [, badges] = document['@context'] as string[];
      const today = {
        ...members,
        '@context': ['https://www.w3.org/ns/credentials/v2', badges],
        validFrom: issuanceDate,
      };
      expectValid(credentialSchema, today);
      expectTargets((document.credentialSubject as { achievement: { alignment: unknown } }).achievement.alignment, own);
      await expandSafely(document);
    }
  },
  losses: {
    ...badgeLosses([]),
    'page details': losesPage,
    'skill type': losesType,
    learner: () => true,
  },
  roundTrip,
});

describeFormat({
  format: openBadges3,
  choices: { content: 'endorsement' },
  golden: 'open-badges-3-endorsement.json',
  async judge(text, bundle) {
    for (const { document, one } of singlesOf(text, bundle)) {
      expectEndorsement(document, one);
      expectValid(endorsementSchema, document);
      await expandSafely(document);
    }
  },
  losses: {
    ...badgeLosses(['title', 'description']),
    'skill details': (one, bundle) =>
      Boolean(badgeLosses([])['skill details']?.(one, bundle) || one.skill.code || one.skill.framework?.name),
    'skill type': ({ skill }) => skill.type !== '',
  },
  roundTrip: {
    lost: (one) => ({
      ...lostInAchievement(one),
      ...(one.skill.type && { 'skill.type': 'skill type' }),
      ...(one.skill.code && { 'skill.code': 'skill details' }),
      ...(one.skill.framework?.name && { 'skill.framework.name': 'skill details' }),
    }),
    normal: normalInBadge,
  },
});
