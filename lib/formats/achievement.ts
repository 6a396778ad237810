import type { Bundle } from '../domain/bundle.ts';
import { titleOf, winning } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillReference } from '../domain/skill-alignment.ts';
import type { WriteOptions } from './format.ts';
import { linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';
import { describeAchievement, describeIssuer, describeTarget, narrate } from './open-badges.ts';
import type { ResourceGroup } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

/** The context of Open Badges 3.0 by which everything here is written. */
export const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The contexts of a credential: first that of its release of Verifiable Credentials, then that of Open Badges. */
export function contextsFor({ release }: WriteOptions): string[] {
  const isOld = release === 'vc-1.1';
  return [isOld ? 'https://www.w3.org/2018/credentials/v1' : 'https://www.w3.org/ns/credentials/v2', badgeContext];
}

/** What every credential says of itself. In release 1.1 its date is `issuanceDate` (VC Data Model 1.1, section 4.6). */
export function credentialHead(type: string, name: string, { author, made }: Bundle, options: WriteOptions) {
  return {
    type: ['VerifiableCredential', type],
    name,
    issuer: describeIssuer(['Profile'], author),
    ...(options.release === 'vc-1.1' ? { issuanceDate: made } : { validFrom: made }),
  };
}

/** A page as an Achievement (Open Badges 3.0, section B.1), with all of its alignments. */
export function pageAchievement(group: ResourceGroup) {
  const { id, name, description, criteria, tags } = describeAchievement(group);
  const alignment = group.alignments.map(({ skill }) => alignmentTo(skill));
  return {
    id,
    type: ['Achievement'],
    name,
    description,
    inLanguage: languageOf(group),
    criteria,
    alignment,
    tag: tags,
  };
}

/** A page as an AchievementCredential, whoever will receive it. */
export function pageCredential(group: ResourceGroup, bundle: Bundle, options: WriteOptions) {
  const achievement = pageAchievement(group);
  return credentialFor(achievement.criteria.id, achievement, bundle, options);
}

/**
 * One alignment as a credential for the skill itself: the achievement is to have the skill, and the page is where the criteria
 * stand (Open Badges 3.0, section "Skill Assertion").
 */
export function skillCredential(alignment: ResourceAlignment, bundle: Bundle, options: WriteOptions) {
  const { resource, relation, skill } = alignment;
  const address = linksOf(resource).iri ?? resource;
  const place = `${address}#${relation}=${skill.uri}`;
  const criteria = { id: address, narrative: narrate([alignment]) };
  return credentialFor(place, skillAchievement(skill, uuid5(`${place}#achievement`), criteria), bundle, options);
}

/** To have a skill, as an Achievement; the criteria say by what. */
export function skillAchievement(skill: AnySkill, id: string, criteria: { id?: string; narrative: string }) {
  const { targetName, targetDescription } = describeTarget(skill);
  return {
    id,
    type: ['Achievement'],
    achievementType: 'Competency',
    name: targetName,
    description: targetDescription ?? targetName,
    criteria,
    alignment: [alignmentTo(skill)],
  };
}

function credentialFor(
  place: string,
  achievement: { readonly [member: string]: Json; name: string },
  bundle: Bundle,
  options: WriteOptions,
) {
  return {
    '@context': contextsFor(options),
    id: uuid5(`${place}#credential`),
    ...credentialHead('AchievementCredential', achievement.name, bundle, options),
    credentialSubject: { id: uuid5(`${place}#learner`), type: ['AchievementSubject'], achievement },
  };
}

/** What `Evidence.genre` says where an endorsement's evidence is the page: by it the endorsement is known again. */
export const pageGenre = 'LearningResource';

/**
 * One alignment as an EndorsementCredential for the skill (Open Badges 3.0, section B.5): the skill is what is endorsed, and
 * the page is the evidence.
 */
export function endorsement(alignment: ResourceAlignment, group: ResourceGroup, bundle: Bundle, options: WriteOptions) {
  const { relation, skill } = alignment;
  const { resource } = group;
  const { targetName, targetUrl, targetDescription } = describeTarget(skill);
  const address = linksOf(resource.address).iri ?? resource.address;
  return {
    '@context': contextsFor(options),
    id: uuid5(`${address}#${relation}=${skill.uri}#endorsement`),
    ...credentialHead('EndorsementCredential', targetName, bundle, options),
    description: targetDescription,
    credentialSubject: { id: targetUrl, type: ['EndorsementSubject'], endorsementComment: narrate([alignment]) },
    evidence: [
      {
        id: address,
        type: ['Evidence'],
        name: titleOf(resource),
        description: resource.fields.description?.[0]?.value || undefined,
        genre: pageGenre,
      },
    ],
  };
}

/** A skill as an alignment or as a statement names it; the latter does not know its type. */
type AnySkill = SkillReference & { type?: string };

function alignmentTo(skill: AnySkill) {
  return { type: ['Alignment'], ...describeTarget(skill), targetType: targetTypeOf(skill.type ?? '') };
}

/** The words of AlignmentTargetType (Open Badges 3.0, section B.2) that a skill's type may have. */
const targetTypes = new Set([
  'ceasn:Competency',
  'ceterms:Credential',
  'CFItem',
  'CFRubric',
  'CFRubricCriterion',
  'CTDL',
]);

/**
 * The source's class in Open Badges' words. A RichSkillDescriptor is a `ceasn:Competency`: so its own context defines it,
 * and so does the RSD specification's recipe. A class that Open Badges does not know is an extension, `ext:`.
 */
export function targetTypeOf(type: string): string | undefined {
  if (targetTypes.has(type)) return type;
  if (/^(ceasn:)?Competency$|^RichSkillDescriptor$/.test(type)) return 'ceasn:Competency';
  const word = type.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
  return word ? `ext:${word}` : undefined;
}

/** The page's language where it has the form that Open Badges asks for: language, script, region. */
export function languageOf({ resource }: ResourceGroup): string | undefined {
  const language = winning(resource.fields, 'language')[0]?.value;
  return language && /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(language) ? language : undefined;
}
