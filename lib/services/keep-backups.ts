import type { BackupSource, MadeBackup } from '../domain/backup.ts';
import { ProblemError } from '../domain/problem.ts';
import { B709 } from '../domain/problems.ts';
import { newestLine } from '../store/library-rows.ts';
import type { HearBytes } from './read-backup.ts';
import { createRestoreBackup, type RestoreChoice, type RestoreNeeds } from './restore-backup.ts';
import type { BackupContent } from './write-backup.ts';
import { createWriteBackup } from './write-backup.ts';

/** Makes all that a page can have done about backups: what it asks of its bulk worker. */
export function createKeepBackups(needs: RestoreNeeds) {
  const { database } = needs;
  const { previewRestore, restore } = createRestoreBackup(needs);
  const writeBackup = createWriteBackup(needs);

  async function fileOf(source: BackupSource): Promise<Blob> {
    if ('file' in source) return source.file;
    const kept = await database.backups.get(source.kept);
    if (!kept) throw dropped();
    return kept.body;
  }

  return {
    makeBackup: async (
      content: BackupContent,
      hear: (progress: { done: number }) => void,
      signal: AbortSignal,
    ): Promise<MadeBackup> => {
      const upTo = await newestLine(database);
      const { file, made, left } = await writeBackup(content, hear, signal);
      return { file, left, upTo, name: backupName(made) };
    },
    previewRestore: async ({ source }: { source: BackupSource }, hear: HearBytes, signal: AbortSignal) =>
      previewRestore(await fileOf(source), hear, signal),
    restore: async (
      { source, ...choice }: { source: BackupSource } & RestoreChoice,
      hear: HearBytes,
      signal: AbortSignal,
    ) => restore(await fileOf(source), choice, hear, signal),
  };
}

/** What a backup made at a time is called as a file. */
export function backupName(made: string): string {
  return `plumbline-${made.slice(0, 10)}.plumbline-backup.gz`;
}

function dropped(): ProblemError {
  return new ProblemError(B709);
}
