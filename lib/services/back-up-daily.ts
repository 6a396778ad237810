import { isBackupDue } from '../domain/backup-rules.ts';
import { problemIn } from '../domain/problem.ts';
import { keepBackup } from '../store/backups.ts';
import { markOf } from '../store/library-rows.ts';
import { isStorageFull } from '../store/store-problem.ts';
import { createWriteBackup, type WriteBackupNeeds } from './write-backup.ts';

/** What backing up by itself needs. */
export type BackUpDailyNeeds = WriteBackupNeeds & {
  newId: () => string;
  /** Keeps two of them apart: runs nothing where one runs already. */
  unlessRunning(run: () => Promise<void>): Promise<void>;
  /** Keeps that there was no room for a backup, or forgets it. */
  noteFull(isFull: boolean): Promise<void>;
};

/**
 * Makes the automatic backup: at most one a day, and only where something changed since the last. One transaction keeps
 * it, so that one that is cut short is none. Frameworks are not in it.
 */
export function createBackUpDaily({ database, now, newId, unlessRunning, noteFull }: BackUpDailyNeeds) {
  const writeBackup = createWriteBackup({ database, now });
  return function backUpDaily(signal: AbortSignal): Promise<void> {
    return unlessRunning(async () => {
      const last = await database.backups.orderBy('at').last();
      if (!isBackupDue(last?.at, now()) || last?.mark === (await markOf(database))) return;
      if (!last && (await database.history.limit(1).count()) === 0) return;
      try {
        const { file: body, made: at, alignments, mark } = await writeBackup({}, () => {}, signal);
        await keepBackup(database, { id: newId(), at, alignments, mark, body });
      } catch (error) {
        if (!isStorageFull(error) && problemIn(error)?.code !== 'S201') throw error;
        return noteFull(true);
      }
      await noteFull(false);
    });
  };
}
