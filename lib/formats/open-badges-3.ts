import type { Bundle } from '../domain/bundle.ts';
import type { FieldName } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501OpenBadges3 } from '../domain/problems.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import { contextsFor, endorsement, pageAchievement, pageCredential, skillCredential } from './achievement.ts';
import { achievementFields, achievementLosses, losesType } from './achievement-losses.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { readWarnings } from './incoming.ts';
import { jsonChunks } from './json-chunks.ts';
import { entriesIn, jsonIn } from './json-reading.ts';
import type { Json } from './json-text.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { countBadgeLosses, describeIssuer } from './open-badges.ts';
import { saidAchievements } from './read-achievements.ts';
import { contextsOf, isEmptyList, readBadges } from './read-badges.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';

type Lost = keyof typeof achievementLosses;

/**
 * Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0/) on Verifiable Credentials 2.0, by choice on 1.1, unsigned. For each
 * group of alignments an AchievementCredential with the alignments in its Achievement, or by choice the Achievement alone; or
 * for each alignment a credential for the skill, or an endorsement of it. Several stand in a JSON array, each by itself.
 * Identifiers are `urn:uuid:`s, version 5, of the resource's address with `#credential`, `#achievement` and `#learner`, so
 * that writing again gives the same credential with a later date.
 */
export const openBadges3: AlignmentFormat = {
  id: 'open-badges-3',
  write(bundle, options = {}) {
    const tally = tallyLosses(achievementLosses);
    return {
      chunks: jsonChunks(documents(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => isOpenBadges3(json),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const json = jsonIn(text);
    if (!isOpenBadges3(json) && !isEmptyList(json)) throw new ProblemError(F501OpenBadges3);
    const warnings = readWarnings();
    const bundle = readBadges(entriesIn(json).flatMap(saidAchievements), warnings);
    return { bundle, warnings: warnings.list() };
  },
};

const framing = { alone: (credential: Json): Json => credential, around: [], depth: 1 };

async function* documents(bundle: Bundle, options: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Json> {
  for await (const group of resourceGroups(bundle, options.signal)) {
    countLosses(group, bundle, options, tally);
    switch (options.content) {
      case 'achievement':
        yield achievementAlone(group, bundle, options);
        break;
      case 'skill-assertion':
        for (const alignment of group.alignments) yield skillCredential(alignment, bundle, options);
        break;
      case 'endorsement':
        for (const alignment of group.alignments) yield endorsement(alignment, group, bundle, options);
        break;
      default:
        yield pageCredential(group, bundle, options);
    }
  }
}

/** An achievement that nobody was given yet; who made it is left open where nobody is known. */
function achievementAlone(group: ResourceGroup, { author }: Bundle, options: WriteOptions): Json {
  const creator = author?.name || author?.uri ? describeIssuer(['Profile'], author) : undefined;
  return { '@context': contextsFor(options), ...pageAchievement(group), creator };
}

function countLosses(group: ResourceGroup, bundle: Bundle, { content }: WriteOptions, tally: LossTally<Lost>): void {
  const { author } = bundle;
  const isEndorsement = content === 'endorsement';
  countBadgeLosses(group, bundle, tally, {
    carried: carriedBy(content, group),
    isIssued: content !== 'achievement' || Boolean(author?.name || author?.uri),
    lostDetails: isEndorsement ? codeAndFramework : undefined,
  });
  for (const { skill } of group.alignments) {
    if (isEndorsement ? skill.type : losesType(skill)) tally.add('skill type');
    if (!isEndorsement && content !== 'achievement') tally.add('learner');
  }
}

/** The fields of the page that a document writes. */
function carriedBy(content: WriteOptions['content'], group: ResourceGroup): ReadonlySet<FieldName> {
  if (content === 'skill-assertion') return new Set();
  if (content === 'endorsement') return new Set<FieldName>(['title', 'description']);
  return achievementFields(group);
}

/** An endorsement names its subject by identifier, name and statement alone. */
function codeAndFramework({ code, framework }: SkillSnapshot): string[] {
  return [...(code ? ['code'] : []), ...(framework?.name ? ['framework'] : [])];
}

/** Open Badges 3.0 by its context, also that of its drafts; a Comprehensive Learner Record has another beside it. */
function isOpenBadges3(json: unknown): boolean {
  const contexts = contextsOf(json);
  const names = (pattern: RegExp) => contexts.some((one) => pattern.test(one));
  return names(/\/spec\/ob\/v3p0\/|\/ob_v3p0\b|OBv3/i) && !names(/\/spec\/clr\//i);
}
