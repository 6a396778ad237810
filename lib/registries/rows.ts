import type * as z from 'zod/mini';
import type { Skill } from '../domain/skill.ts';
import type { Connection, SkillPage } from './adapter.ts';
import { shaped } from './http.ts';

/**
 * The rows of a list that fit a schema. One that does not is left out and counted, so that one bad row costs one row;
 * where no row at all fits, the registry speaks another shape and the call fails with `wrong-shape` (R315).
 */
export function readable<Schema extends z.ZodMiniType>(
  connection: Connection,
  rows: readonly unknown[],
  schema: Schema,
): { read: z.infer<Schema>[]; skipped: number } {
  const read: z.infer<Schema>[] = [];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) read.push(result.data);
  }
  if (rows.length > 0 && read.length === 0) shaped(connection, rows[0], schema, [0]);
  return { read, skipped: rows.length - read.length };
}

/**
 * Turns a list of rows into skills, as `readable` reads them. `toSkill` answers undefined for a row that is well formed
 * but not wanted; that one is not counted.
 */
export function skillsIn<Schema extends z.ZodMiniType>(
  connection: Connection,
  rows: readonly unknown[],
  schema: Schema,
  toSkill: (row: z.infer<Schema>) => Skill | undefined,
): Pick<SkillPage, 'skills' | 'skipped'> {
  const { read, skipped } = readable(connection, rows, schema);
  const skills = read.map(toSkill).filter((skill) => skill !== undefined);
  return { skills, ...(skipped > 0 && { skipped }) };
}
