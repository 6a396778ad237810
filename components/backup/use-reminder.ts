import type { BackupNotes } from '../../lib/domain/backup-notes.ts';
import { isReminderDue } from '../../lib/domain/backup-rules.ts';
import { historyReach } from '../../lib/queries/backups.ts';
import { useKept } from '../../lib/queries/database-context.ts';

/** Whether the person is to be reminded to make a backup; not before all that speaks for it is known. */
export function useReminder(notes: BackupNotes | undefined): boolean {
  const reach = useKept(historyReach, []);
  if (!notes || !reach) return false;
  const { downloaded, hushed } = notes;
  const changes = Math.max(0, reach.newest - (downloaded?.upTo ?? 0));
  return isReminderDue({ changes, since: downloaded?.at ?? reach.began, hushed }, new Date());
}
