import { type CrosswalkRow, type CrosswalkSide, rowsBetween } from '../domain/crosswalk.ts';
import type { Skill } from '../domain/skill.ts';
import { skillIdentity } from '../domain/skill-identity.ts';
import { wordsOf } from '../domain/words.ts';
import { openSkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How many skills are suggested. */
const mostSuggested = 6;

/** How many words of a skill are looked for: more make the search slower and no better. */
const mostWords = 12;

/** The statements from skill to skill between two frameworks, in the order of the left one. */
export async function crosswalkRows(
  { skillAlignments }: PlumblineDatabase,
  left: CrosswalkSide,
  right: CrosswalkSide,
): Promise<CrosswalkRow[]> {
  return rowsBetween(await skillAlignments.toArray(), left, right);
}

/**
 * The skills of a framework that say most of what a skill says, best first, by the index that is kept here. The skill
 * itself is none of them. Rejects with the signal's reason.
 */
export async function suggestCounterparts(
  database: PlumblineDatabase,
  skill: Pick<Skill, 'uri' | 'name' | 'statement'>,
  framework: string,
  signal: AbortSignal,
): Promise<Skill[]> {
  const query = wordsToFind(skill);
  if (!query) return [];
  const hits = await openSkillIndex(database).search(query, {
    limit: mostSuggested + 1,
    frameworks: [framework],
    signal,
  });
  const itself = skillIdentity(skill.uri);
  return hits
    .flatMap(({ skill: found }) => (skillIdentity(found.uri) === itself ? [] : [found]))
    .slice(0, mostSuggested);
}

/** What to look for: the words of its name, then of its statement, without the short ones that stand everywhere. */
export function wordsToFind({ name, statement }: Pick<Skill, 'name' | 'statement'>): string {
  const words = wordsOf(`${name} ${statement}`);
  const telling = words.filter((word) => word.length > 3);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords).join(' ');
}
