import type { FoundSkill } from '../domain/skill.ts';
import { identifierTerm, isIdentifier } from '../skill-index/identifiers.ts';
import { openSkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

export { highlightRanges } from '../skill-index/highlight.ts';

/** How many skills this device shows for a search. */
const limit = 30;

/**
 * Searches the skills of the frameworks that are kept on this device and not switched off, straight from IndexedDB: no
 * message, no worker in between. The source of each is its framework. What the index holds besides, such as an import that
 * is still running, is not looked at.
 */
export async function searchLocalSkills(
  database: PlumblineDatabase,
  text: string,
  signal: AbortSignal,
): Promise<FoundSkill[]> {
  const kept = await database.frameworks.toArray();
  signal.throwIfAborted();
  const asked = new Map(kept.filter(({ enabled }) => enabled !== false).map(({ id, name }) => [id, name]));
  if (asked.size === 0) return [];
  const hits = await openSkillIndex(database).search(text, { limit, frameworks: [...asked.keys()], signal });
  // An address that nobody here has is no text to look for word by word.
  const term = isIdentifier(text.trim()) ? identifierTerm(text.trim()) : undefined;
  const named = term ? hits.filter(({ skill }) => identifierTerm(skill.uri) === term) : hits;
  return named.map(({ skill, framework }) => ({
    ...skill,
    source: { registry: framework, name: asked.get(framework) ?? '' },
  }));
}

/** A skill kept here by its uri, as a search finds it; undefined where no framework that is searched has it. */
export async function skillKept(
  database: PlumblineDatabase,
  uri: string,
  signal: AbortSignal,
): Promise<FoundSkill | undefined> {
  const found = await searchLocalSkills(database, uri, signal);
  return found.find((skill) => skill.uri === uri);
}
