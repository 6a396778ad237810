import type { PlumblineDatabase } from './database.ts';
import { giveUpRetired } from './frameworks.ts';

/**
 * How much is made room for, in bytes as they are guessed. A browser needs room beside what it writes, so that freeing no
 * more than a save takes would help nobody.
 */
export const roomWanted = 16_000_000;

/** What a skill of a framework takes beside its part of the index, in bytes: a guess. */
const bytesOfSkill = 300;

/** Something that can be had again, or that something newer stands in for. */
type Dispensable = {
  /** When it was of use last, in milliseconds since the epoch. */
  used: number;
  bytes: number;
  drop(): PromiseLike<unknown>;
};

/**
 * Lets go of what is kept for convenience, what was of use longest ago first, so that what people made has room: answers
 * of registries, documents that wait for an import, backups made by themselves but for the newest, and frameworks that
 * were removed or replaced. Answers whether anything went.
 */
export async function makeRoom(database: PlumblineDatabase): Promise<boolean> {
  const all = (await dispensable(database)).sort((one, other) => one.used - other.used);
  let freed = 0;
  for (const { bytes, drop } of all) {
    if (freed >= roomWanted) break;
    await drop();
    freed += bytes;
  }
  return freed > 0;
}

async function dispensable(database: PlumblineDatabase): Promise<Dispensable[]> {
  const { answers, stages, backups, shelf } = database;
  const [answered, staged, backedUp, shelved] = await Promise.all([
    answers.toArray(),
    stages.toArray(),
    backups.orderBy('at').reverse().offset(1).toArray(),
    shelf.toArray(),
  ]);
  return [
    ...answered.map((row) => ({
      used: row.used,
      bytes: JSON.stringify(row).length,
      drop: () => answers.delete([row.registry, row.query]),
    })),
    ...staged.map(({ id, at, body }) => ({ used: Date.parse(at), bytes: body.size, drop: () => stages.delete(id) })),
    ...backedUp.flatMap(({ id, at, body, before }) =>
      // What was there before a restore is how that is taken back.
      before ? [] : { used: Date.parse(at), bytes: body.size, drop: () => backups.delete(id) },
    ),
    ...shelved.flatMap(({ id, at, state, framework }) =>
      state === 'retired' && framework
        ? { used: Date.parse(at), bytes: framework.skills * bytesOfSkill, drop: () => giveUpRetired(database, id) }
        : [],
    ),
  ];
}
