import type { Registry } from '../domain/registry.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { unsentStatements } from '../store/unsent-statements.ts';

/** The statements from skill to skill that could be sent to a registry and have not been, in no particular order. */
export function statementsFor(database: PlumblineDatabase, registry: Registry): Promise<SkillAlignment[]> {
  return unsentStatements(database, registry);
}
