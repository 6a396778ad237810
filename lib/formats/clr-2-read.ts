import type { IncomingSkillAlignment } from '../domain/bundle.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Clr, F502Achievements } from '../domain/problems.ts';
import type { SkillReference } from '../domain/skill-alignment.ts';
import { associationMeanings } from './clr-2-terms.ts';
import type { ReadBack, ReadOptions } from './format.ts';
import { readWarnings, type WarningTally } from './incoming.ts';
import { type Entry, entriesIn, jsonIn, memberOf, typesOf, wordIn } from './json-reading.ts';
import { saidAchievements } from './read-achievements.ts';
import { alignmentsIn, contextsOf, readBadges, skillOf } from './read-badges.ts';

/** Whether a document is a Comprehensive Learner Record, or a list of them, by the context of 2.0 or of its drafts. */
export function isClr(json: unknown): boolean {
  return contextsOf(json).some((one) => /\/clr\/v2p0\//i.test(one));
}

/**
 * What learner records say: the alignments of the achievements of their credentials, and of those that are listed without
 * one; Associations between achievements that are competencies are statements from skill to skill.
 */
export async function readClr(text: string, { signal }: ReadOptions = {}): Promise<ReadBack> {
  signal?.throwIfAborted();
  const json = jsonIn(text);
  if (!isClr(json)) throw new ProblemError(F501Clr);
  const warnings = readWarnings();
  const subjects = entriesIn(json).flatMap((record) => entriesIn(memberOf(record, 'credentialSubject')));
  const badges = subjects.flatMap((subject) => {
    const earned = entriesIn(memberOf(subject, 'verifiableCredential'));
    const told = new Set(achievementsIn(earned).map(idOf));
    const listed = entriesIn(memberOf(subject, 'achievement'));
    return [...earned, ...listed.filter((one) => !told.has(idOf(one)) && !isBareSkill(one))].flatMap(saidAchievements);
  });
  const bundle = readBadges(badges, warnings);
  const skillAlignments = subjects.flatMap((subject) => {
    signal?.throwIfAborted();
    return statementsIn(subject, warnings);
  });
  return { bundle: { ...bundle, skillAlignments }, warnings: warnings.list() };
}

function statementsIn(subject: Entry, warnings: WarningTally): IncomingSkillAlignment[] {
  const listed = entriesIn(memberOf(subject, 'achievement'));
  const earned = achievementsIn(entriesIn(memberOf(subject, 'verifiableCredential')));
  const achievements = new Map([...earned, ...listed].map((one) => [idOf(one), one]));
  const skillAt = (id: unknown) => referenceOf(achievements.get(wordIn(id)), warnings);
  return entriesIn(memberOf(subject, 'association')).flatMap((one) => {
    const meaning = associationMeanings.get(wordIn(memberOf(one, 'associationType')) ?? '');
    const [source, target] = [skillAt(memberOf(one, 'sourceId')), skillAt(memberOf(one, 'targetId'))];
    if (!meaning || !source || !target) {
      warnings.add(F502Achievements);
      return [];
    }
    const { relation, swapped } = meaning;
    return [swapped ? { subject: target, relation, object: source } : { subject: source, relation, object: target }];
  });
}

/** The skill that an achievement is to have: what it is aligned to, else the achievement itself. */
function referenceOf(achievement: Entry | undefined, warnings: WarningTally): SkillReference | undefined {
  if (!achievement || !isCompetency(achievement)) return undefined;
  const [alignment] = alignmentsIn(achievement);
  const skill = skillOf(alignment ?? achievement, warnings);
  if (!skill) return undefined;
  const { uri, name, statement, code, framework } = skill;
  return { uri, name, ...(statement && { statement }), ...(code && { code }), ...(framework && { framework }) };
}

function achievementsIn(credentials: readonly Entry[]): Entry[] {
  return credentials
    .flatMap((one) => entriesIn(memberOf(one, 'credentialSubject')))
    .flatMap((subject) => entriesIn(memberOf(subject, 'achievement')));
}

/** A competency that names no page where it is earned: a skill, and no alignment of a page. */
function isBareSkill(achievement: Entry): boolean {
  const [criteria] = entriesIn(memberOf(achievement, 'criteria'));
  return isCompetency(achievement) && memberOf(criteria, 'id') === undefined;
}

function isCompetency(achievement: Entry): boolean {
  return (
    typesOf(achievement).includes('Achievement') && wordIn(memberOf(achievement, 'achievementType')) === 'Competency'
  );
}

function idOf(entry: Entry): string | undefined {
  return wordIn(memberOf(entry, 'id'));
}
