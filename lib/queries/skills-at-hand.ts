import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { FoundSkill } from '../domain/skill.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** Skills to choose from before anything is typed, each in one group alone. */
export type SkillsAtHand = {
  /** What the person pinned, the first pinned first. */
  pinned: FoundSkill[];
  /** What the last other page was aligned to. */
  lastPage: FoundSkill[];
  /** What the person chose lately besides, the latest first. */
  recent: FoundSkill[];
};

/** How many skills chosen lately are shown. */
const mostRecent = 8;

/** How many lines of history are looked through for the last page. */
const mostHistory = 200;

/** The skills at hand for the page of an address. */
export async function skillsAtHand(database: PlumblineDatabase, address: string): Promise<SkillsAtHand> {
  const [pins, recents, last] = await Promise.all([
    database.pins.orderBy('at').toArray(),
    database.recents.orderBy('at').reverse().toArray(),
    alignmentsOfLastPage(database, address),
  ]);
  const taken = new Set<string>();
  const fresh = (skills: FoundSkill[]) =>
    skills.filter(({ uri }) => {
      const isFresh = !taken.has(uri);
      taken.add(uri);
      return isFresh;
    });
  return {
    pinned: fresh(pins.map(({ skill }) => skill)),
    lastPage: fresh(last.map(({ skill: { taken: _, ...skill } }) => skill)),
    recent: fresh(recents.map(({ skill }) => skill)).slice(0, mostRecent),
  };
}

/** What the last page was aligned to that is not the one of this address, in the order in which it was. */
export async function alignmentsOfLastPage(database: PlumblineDatabase, address: string): Promise<ResourceAlignment[]> {
  const lines = await database.history.orderBy(':id').reverse().limit(mostHistory).toArray();
  const pages = lines.filter(({ what, resource }) => what !== 'removed' && resource !== address);
  for (const resource of new Set(pages.map((line) => line.resource))) {
    const alignments = await database.alignments.where('resource').equals(resource).sortBy('created');
    if (alignments.length > 0) return alignments;
  }
  return [];
}
