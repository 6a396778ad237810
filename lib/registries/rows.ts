import type * as z from 'zod/mini';
import type { Skill } from '../domain/skill.ts';
import type { Connection, SkillPage } from './adapter.ts';
import { shaped } from './http.ts';

/**
 * Turns a list of rows into skills. A row that does not fit is left out and counted, so that one bad row costs one
 * row; where no row at all fits, the registry speaks another shape and the call fails with `wrong-shape` (R315).
 * `toSkill` answers undefined for a row that is well formed but not wanted; that one is not counted.
 */
export function skillsIn<Schema extends z.ZodMiniType>(
  connection: Connection,
  rows: readonly unknown[],
  schema: Schema,
  toSkill: (row: z.infer<Schema>) => Skill | undefined,
): Pick<SkillPage, 'skills' | 'skipped'> {
  const skills: Skill[] = [];
  let skipped = 0;
  for (const row of rows) {
    const result = schema.safeParse(row);
    const skill = result.success && toSkill(result.data);
    if (skill) skills.push(skill);
    else if (!result.success) skipped += 1;
  }
  if (skipped > 0 && skipped === rows.length) shaped(connection, rows[0], schema, [0]);
  return { skills, ...(skipped > 0 && { skipped }) };
}
