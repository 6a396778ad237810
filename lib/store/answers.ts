import { Dexie } from 'dexie';
import type { Problem } from '../domain/problem.ts';
import type { FoundSkill } from '../domain/skill.ts';
import type { KeptAnswer, PlumblineDatabase, RegistryPause } from './database.ts';

/** How many answers are kept; the one that was used longest ago makes room. */
export const mostAnswers = 200;

/** How long an answer is kept, in milliseconds: 30 days. */
export const longestKept = 30 * 86_400_000;

/** The longest pause that is believed, in milliseconds: a day, as in registries/failures.ts. */
const longestPause = 86_400_000;

/** A text as answers are kept under it: two that no registry tells apart are one. */
export function answerKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What registries answered to a text before, by registry. What is looked at counts as used. */
export async function answersTo(
  database: PlumblineDatabase,
  registries: readonly string[],
  text: string,
  now: number,
): Promise<Map<string, KeptAnswer>> {
  const query = answerKey(text);
  const rows = await database.answers.bulkGet(registries.map((id): [string, string] => [id, query]));
  const kept = rows.filter((row) => row !== undefined).filter(({ at }) => at <= now && at > now - longestKept);
  const found = new Map(kept.map((row) => [row.registry, row]));
  // A full disk must not stand between a search and what is there already.
  await database.answers.bulkPut(Array.from(found.values(), (row) => ({ ...row, used: now }))).catch(() => {});
  return found;
}

/** Keeps what a registry answered, and drops what is too old or used too long ago. */
export function keepAnswer(
  database: PlumblineDatabase,
  answer: { registry: string; text: string; skills: FoundSkill[]; total?: number; at: number },
): Promise<void> {
  const { text, ...rest } = answer;
  const { answers } = database;
  return database.transaction('rw', answers, async () => {
    await answers.put({ ...rest, query: answerKey(text), used: rest.at });
    await answers
      .where('used')
      .below(rest.at - longestKept)
      .delete();
    const over = (await answers.count()) - mostAnswers;
    if (over > 0) await answers.bulkDelete(await answers.orderBy('used').limit(over).primaryKeys());
  });
}

/** Drops all that a registry answered and the pause that it asked for. */
export async function forgetAnswers(database: PlumblineDatabase, registry: string): Promise<void> {
  const { answers, pauses } = database;
  await answers.where('[registry+query]').between([registry, Dexie.minKey], [registry, Dexie.maxKey]).delete();
  await pauses.delete(registry);
}

/** Notes that a registry asked to be left alone. */
export async function pauseRegistry(
  database: PlumblineDatabase,
  registry: string,
  until: number,
  problem: Problem,
): Promise<void> {
  await database.pauses.put({ registry, until, problem });
}

/** Which registries asked to be left alone at this moment, by registry. A pause that is over is forgotten. */
export async function pausesNow(database: PlumblineDatabase, now: number): Promise<Map<string, RegistryPause>> {
  const pauses = await database.pauses.toArray();
  // A clock that was set back must not make a pause longer than any that a registry can ask for.
  const over = pauses.filter(({ until }) => until <= now || until > now + longestPause);
  if (over.length > 0) await database.pauses.bulkDelete(over.map(({ registry }) => registry));
  return new Map(pauses.filter((pause) => !over.includes(pause)).map((pause) => [pause.registry, pause]));
}
