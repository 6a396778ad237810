import { type CrosswalkRow, type CrosswalkSide, rowsBetween } from '../domain/crosswalk.ts';
import type { Skill } from '../domain/skill.ts';
import { skillIdentity } from '../domain/skill-identity.ts';
import { wordsOf } from '../domain/words.ts';
import { openSkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How many skills are suggested. */
const mostSuggested = 6;

/** How many words of a skill are looked for. */
const mostWords = 14;

/** How many skills are looked at for each word. One that more have stands everywhere and tells nothing by itself. */
const mostOfWord = 40;

/** How much of a skill's telling words a suggestion has to have, by their weight. */
const leastShare = 0.25;

/** The statements from skill to skill between two frameworks, in the order of the left one. */
export async function crosswalkRows(
  { skillAlignments }: PlumblineDatabase,
  left: CrosswalkSide,
  right: CrosswalkSide,
): Promise<CrosswalkRow[]> {
  return rowsBetween(await skillAlignments.toArray(), left, right);
}

/**
 * The skills of a framework that say most of what a skill says, best first, by the index that is kept here: what has the
 * words that few others have. The skill itself is none of them. Rejects with the signal's reason.
 */
export async function suggestCounterparts(
  database: PlumblineDatabase,
  skill: Pick<Skill, 'uri' | 'name' | 'statement'>,
  framework: string,
  signal: AbortSignal,
): Promise<Skill[]> {
  const index = openSkillIndex(database);
  const found = await Promise.all(
    wordsToFind(skill).map(async (word) => {
      const hits = await index.search(word, { limit: mostOfWord, frameworks: [framework], signal });
      // The index mends what it takes for a slip of the hand; a word that the framework has not is none.
      return hits.map((hit) => hit.skill).filter((one) => hasWord(one, word));
    }),
  );
  return bestOf(found, skillIdentity(skill.uri));
}

/** What to look for: the words of its name, then of its statement, without the shortest. */
export function wordsToFind({ name, statement }: Pick<Skill, 'name' | 'statement'>): string[] {
  const words = wordsOf(`${name} ${statement}`);
  const longer = words.filter((word) => word.length > 2);
  return [...new Set(longer.length > 0 ? longer : words)].slice(0, mostWords);
}

/**
 * Ranks what was found for each word; the fewer skills have a word, the more it weighs. A word that none has weighs as
 * much as one that a single skill has: it is missed in each.
 */
function bestOf(found: readonly (readonly Skill[])[], itself: string): Skill[] {
  const ranked = new Map<string, { skill: Skill; score: number; tells: boolean }>();
  let whole = 0;
  for (const skills of found) {
    const weight = Math.log2(1 + mostOfWord / Math.max(skills.length, 1));
    const tells = skills.length < mostOfWord;
    if (tells) whole += weight;
    for (const skill of skills) {
      const before = ranked.get(skill.uri);
      const score = (before?.score ?? 0) + weight;
      ranked.set(skill.uri, { skill, score, tells: tells || (before?.tells ?? false) });
    }
  }
  return [...ranked.values()]
    .filter(({ skill, score, tells }) => tells && score >= whole * leastShare && skillIdentity(skill.uri) !== itself)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostSuggested)
    .map(({ skill }) => skill);
}

/** Whether a skill has a word or another inflection of it: one that begins with most of its letters. */
function hasWord({ name, statement, keywords }: Skill, word: string): boolean {
  const start = word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));
  return wordsOf([name, statement, ...keywords].join(' ')).some((one) => one.startsWith(start));
}
