import { standsAtOsmt } from '../domain/osmt-statement.ts';
import { outboxId } from '../domain/outbox-entry.ts';
import type { Registry } from '../domain/registry.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { PlumblineDatabase } from './database.ts';

/**
 * The statements from skill to skill that could stand at an OSMT, since their subjects are its own, and that neither stand
 * there as they are by now nor are on their way. Empty for a registry of another kind.
 */
export async function unsentStatements(
  { skillAlignments, outbox }: PlumblineDatabase,
  { id, kind, address }: Registry,
): Promise<SkillAlignment[]> {
  if (kind !== 'osmt') return [];
  const theirs = await skillAlignments
    .where('subject.uri')
    .startsWith(`${address.replace(/\/+$/, '')}/api/`)
    .toArray();
  const able = theirs.filter((statement) => standsAtOsmt(address, statement));
  const entries = await outbox.bulkGet(able.map((statement) => outboxId(id, statement.id)));
  return able.filter(({ revision }, index) => {
    const entry = entries[index];
    if (!entry || entry.action === 'withdraw' || entry.state === 'failed') return true;
    return entry.state === 'delivered' && entry.receipt?.revision !== revision;
  });
}
