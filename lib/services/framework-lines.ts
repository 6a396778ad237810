import type { KeptFramework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import { readLines } from './backup-lines.ts';
import { rowOf } from './read-backup.ts';

/** A framework of a backup. Its skills have to be read before what is gone from it is asked for. */
export type FiledFramework = { framework: KeptFramework; skills: AsyncIterable<Skill>; gone(): Promise<string[]> };

/**
 * The frameworks of a backup one after the other, each with its skills, without holding them. The backup was read and
 * checked before; each framework has to be read to its end before the next.
 */
export async function* readFrameworks(file: Blob, signal: AbortSignal): AsyncGenerator<FiledFramework> {
  const rows = rowsIn(file, signal);
  let next = await rows.next();
  const take = async function* <Table extends Found['table']>(table: Table) {
    while (!next.done && next.value.table === table) {
      yield next.value.row as Extract<Found, { table: Table }>['row'];
      next = await rows.next();
    }
  };
  try {
    while (!next.done) {
      const { table, row } = next.value;
      next = await rows.next();
      if (table !== 'frameworks') continue;
      const gone = async () => {
        const uris: string[] = [];
        for await (const { uri } of take('goneSkills')) uris.push(uri);
        return uris;
      };
      yield { framework: row, skills: take('skills'), gone };
    }
  } finally {
    await rows.return(undefined);
  }
}

type Found = NonNullable<ReturnType<typeof rowOf>>;

async function* rowsIn(file: Blob, signal: AbortSignal): AsyncGenerator<Found, void> {
  for await (const batch of readLines(file, () => {}, signal)) {
    if ('last' in batch) return;
    for (const line of batch.lines) {
      const found = rowOf(line);
      if (found) yield found;
    }
  }
}
