import { backupsToDrop } from '../domain/backup-rules.ts';
import type { PlumblineDatabase, StoredBackup } from './database.ts';
import { writing } from './store-problem.ts';

/** Keeps an automatic backup and drops those that the rules let go of, in one transaction. */
export function keepBackup(database: PlumblineDatabase, backup: StoredBackup): Promise<void> {
  const { backups } = database;
  return writing(database, () => database.transaction('rw', backups, () => addBackup(database, backup)));
}

/** The same, inside the caller's transaction. */
export async function addBackup({ backups }: PlumblineDatabase, backup: StoredBackup): Promise<void> {
  await backups.add(backup);
  const all = await backups.toArray();
  await backups.bulkDelete(backupsToDrop(all.map(({ id, at, body }) => ({ id, at, bytes: body.size }))));
}
