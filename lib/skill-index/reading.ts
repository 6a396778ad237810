import type { Skill } from '../domain/skill.ts';
import type { IndexDatabase } from './index.ts';
import { type Segment, type SkillPage, skillsOnPage } from './stores.ts';
import { answerOf } from './transactions.ts';

/** How many pages of skills are read at a time. */
const pagesAtOnce = 64;

/**
 * The skills that were added under a name, in the order in which they were; none where the name is not known. Reads some
 * at a time, so that what is removed meanwhile is missing from then on.
 */
export async function* readSkills(
  database: IndexDatabase,
  framework: string,
  signal?: AbortSignal,
): AsyncGenerator<Skill> {
  await database.open();
  const open = database.backendDB();
  for (const { id, count } of await liveSegments(open, framework)) {
    for (let page = 0; page * skillsOnPage < count; page += pagesAtOnce) {
      signal?.throwIfAborted();
      const range = IDBKeyRange.bound([id, page], [id, page + pagesAtOnce], false, true);
      const store = open.transaction('skills', 'readonly').objectStore('skills');
      const pages = (await answerOf(store.getAll(range))) as SkillPage[];
      for (const one of pages) for (const line of one.split('\n')) yield JSON.parse(line) as Skill;
    }
  }
}

async function liveSegments(database: IDBDatabase, framework: string): Promise<Segment[]> {
  const store = database.transaction('skillSegments', 'readonly').objectStore('skillSegments');
  const segments = (await answerOf(store.getAll())) as Segment[];
  return segments.filter((one) => one.framework === framework && one.state === 'live').sort((a, b) => a.id - b.id);
}
