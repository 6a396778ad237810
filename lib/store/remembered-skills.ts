import { FoundSkill } from '../domain/skill.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** How many skills are remembered as chosen lately. */
export const mostRecents = 30;

/** How many skills can be pinned; pinning one more lets go of the one that was pinned first. */
export const mostPins = 100;

/** Remembers a skill that was just aligned to, inside the transaction that keeps the alignment. */
export function rememberSkill(database: PlumblineDatabase, skill: FoundSkill, at: string): Promise<void> {
  return putFirst(database.recents, skill, at, mostRecents);
}

/** Pins a skill, or lets go of it. */
export function pinSkill(database: PlumblineDatabase, skill: FoundSkill, pinned: boolean, now: Date): Promise<void> {
  const { pins } = database;
  return writing(database, () =>
    database.transaction('rw', pins, () =>
      pinned ? putFirst(pins, skill, now.toISOString(), mostPins) : pins.delete(skill.uri),
    ),
  );
}

async function putFirst(
  table: PlumblineDatabase['recents'],
  skill: FoundSkill,
  at: string,
  most: number,
): Promise<void> {
  const [, count] = await Promise.all([
    table.put({ uri: skill.uri, skill: FoundSkill.parse(skill), at }),
    table.count(),
  ]);
  const over = count - most;
  if (over > 0) await table.bulkDelete(await table.orderBy('at').limit(over).primaryKeys());
}
