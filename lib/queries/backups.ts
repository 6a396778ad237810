import { starterLibrary } from '../domain/starter-library.ts';
import type { PlumblineDatabase, StoredBackup } from '../store/database.ts';

/** An automatic backup as a screen lists it. */
export type KeptBackup = Omit<StoredBackup, 'body' | 'mark'> & {
  /** Bytes that it takes. */
  bytes: number;
};

/** The automatic backups, the newest first. */
export async function backupsKept({ backups }: PlumblineDatabase): Promise<KeptBackup[]> {
  const rows = await backups.orderBy('at').reverse().toArray();
  return rows.map(({ body, mark: _, ...row }) => ({ ...row, bytes: body.size }));
}

/** The file of an automatic backup; undefined where a newer one took its place. */
export async function backupFile({ backups }: PlumblineDatabase, id: string): Promise<Blob | undefined> {
  return (await backups.get(id))?.body;
}

/** How far the history goes: the number of its newest line, 0 where there is none, and when its first was written. */
export async function historyReach({ history }: PlumblineDatabase): Promise<{ newest: number; began?: string }> {
  const [first, last] = await Promise.all([history.toCollection().first(), history.toCollection().last()]);
  const newest = (last as { key?: number } | undefined)?.key ?? 0;
  return { newest, ...(first && { began: first.at }) };
}

/** How much frameworks would add to a backup: how many there are besides what comes with the extension, and their skills. */
export async function frameworksToBackUp({
  frameworks,
}: PlumblineDatabase): Promise<{ frameworks: number; skills: number }> {
  const own = await frameworks.filter(({ id }) => id !== starterLibrary.framework).toArray();
  return { frameworks: own.length, skills: own.reduce((sum, { skills }) => sum + skills, 0) };
}
