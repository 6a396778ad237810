import type { Bundle } from '../domain/bundle.ts';
import { type FieldName, winning } from '../domain/learning-resource.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { jsonChunks } from './json-chunks.ts';
import type { Json } from './json-text.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { badgeLosses, countBadgeLosses, describeAchievement, describeIssuer, describeTarget } from './open-badges.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

const context = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

const lossTable = {
  ...badgeLosses,
  'skill type':
    'Open Badges 3.0 has its own words for what kind of thing a skill is; the source’s word stays in your library.',
  learner:
    'A credential is given to a learner, and there is none yet: a placeholder stands there. It is not signed either.',
} as const;
type Lost = keyof typeof lossTable;

/**
 * Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0/) on Verifiable Credentials 2.0: one unsigned
 * AchievementCredential a group of alignments, with the alignments in its Achievement; several stand in a JSON array, each
 * a credential by itself. Credential, achievement and learner are `urn:uuid:`s, version 5, of the resource's address with
 * `#credential`, `#achievement` and `#learner`, so that writing again gives the same credential with a later `validFrom`.
 */
export const openBadges3: AlignmentFormat = {
  id: 'open-badges-3',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(credentials(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
};

const framing = { alone: (credential: Json): Json => credential, around: [], depth: 1 };

async function* credentials(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Json> {
  for await (const group of resourceGroups(bundle, signal)) {
    const inLanguage = languageOf(group);
    const carried = new Set<FieldName>(['title', 'description', 'keyword']);
    if (inLanguage) carried.add('language');
    countBadgeLosses(group, bundle, carried, tally);
    for (const { skill } of group.alignments) {
      if (skill.type && targetTypeOf(skill.type) !== skill.type) tally.add('skill type');
      tally.add('learner');
    }
    yield credential(group, bundle, inLanguage);
  }
}

function credential(group: ResourceGroup, bundle: Bundle, inLanguage: string | undefined): Json {
  const { id, name, description, criteria, tags } = describeAchievement(group);
  const address = criteria.id;
  return {
    '@context': context,
    id: uuid5(`${address}#credential`),
    type: ['VerifiableCredential', 'AchievementCredential'],
    name,
    issuer: describeIssuer(['Profile'], bundle.author),
    validFrom: bundle.made,
    credentialSubject: {
      id: uuid5(`${address}#learner`),
      type: ['AchievementSubject'],
      achievement: {
        id,
        type: ['Achievement'],
        name,
        description,
        inLanguage,
        criteria,
        alignment: group.alignments.map(({ skill }) => ({
          type: ['Alignment'],
          ...describeTarget(skill),
          targetType: targetTypeOf(skill.type),
        })),
        tag: tags,
      },
    },
  };
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
function targetTypeOf(type: string): string | undefined {
  if (targetTypes.has(type)) return type;
  if (/^(ceasn:)?Competency$|^RichSkillDescriptor$/.test(type)) return 'ceasn:Competency';
  const word = type.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
  return word ? `ext:${word}` : undefined;
}

/** The page's language where it has the form that Open Badges asks for: language, script, region. */
function languageOf({ resource }: ResourceGroup): string | undefined {
  const language = winning(resource.fields, 'language')[0]?.value;
  return language && /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(language) ? language : undefined;
}
