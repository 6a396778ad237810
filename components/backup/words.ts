import type { BackupTable, Compared, Restored, RestoreMode } from '../../lib/domain/backup.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';

/** What else a backup holds; what nobody would miss by name is not among it. */
const others = ['history', 'outbox', 'trash', 'pins'] as const satisfies readonly BackupTable[];

/** What else is in a backup, each with how many: "120 lines of history", "14 deliveries". */
export function restWords(rows: Partial<Record<string, number>>): string[] {
  return others.flatMap((table) => {
    const count = rows[table];
    return count ? [t(`backup.rest.${table}`, { count })] : [];
  });
}

/** What restoring would do to the records of one kind. */
export function outcomeOf({ fresh, later, earlier, missing }: Compared, mode: RestoreMode) {
  return mode === 'merge'
    ? { added: fresh, overwritten: later, removed: 0 }
    : { added: fresh, overwritten: later + earlier, removed: missing };
}

/** What a restore did, in a sentence. */
export function restoredWords(done: Restored): string {
  const parts = (['added', 'overwritten', 'removed', 'frameworks'] as const).flatMap((part) =>
    done[part] > 0 ? [t(`backup.restored.${part}`, { count: done[part] })] : [],
  );
  return parts.length > 0 ? t('backup.restored.what', { things: listOf(parts) }) : t('backup.restored.nothing');
}
