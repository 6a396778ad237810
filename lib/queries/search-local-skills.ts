import type { FoundSkill } from '../domain/skill.ts';
import { starterLibrary } from '../domain/starter-library.ts';
import { openSkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

export { highlightRanges } from '../skill-index/highlight.ts';

/** How many skills this device shows for a search. */
const limit = 30;

/** Searches the skills kept on this device, straight from IndexedDB: no message, no worker in between. */
export async function searchLocalSkills(
  database: PlumblineDatabase,
  text: string,
  signal: AbortSignal,
): Promise<FoundSkill[]> {
  const hits = await openSkillIndex(database).search(text, { limit, signal });
  return hits.map(({ skill }) => ({ ...skill, source: starterLibrary.source }));
}
