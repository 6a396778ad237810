import type { BackupTable, Compared, ComparedKind, Restored, RestoreMode } from '../../lib/domain/backup.ts';
import { countOf } from '../framework/words.ts';

/** How many bytes a file takes, as a person reads it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The kinds of records that are compared, as rows of a table name them. */
export const kindLabels: Readonly<Record<ComparedKind, string>> = {
  alignments: 'Alignments',
  resources: 'Pages',
  skillAlignments: 'From skill to skill',
};

/** What else a backup holds, in words; what nobody would miss by name is not among it. */
const otherLabels: Partial<Readonly<Record<BackupTable, string>>> = {
  history: 'lines of history',
  outbox: 'deliveries',
  trash: 'in the trash',
  pins: 'pinned',
};

/** What else is in a backup: "120 lines of history, 14 deliveries". */
export function restWords(rows: Partial<Record<string, number>>): string {
  return Object.entries(otherLabels)
    .flatMap(([table, label]) => (rows[table] ? [`${rows[table].toLocaleString()} ${label}`] : []))
    .join(', ');
}

/** What restoring would do to the records of one kind. */
export function outcomeOf({ fresh, later, earlier, missing }: Compared, mode: RestoreMode) {
  return mode === 'merge'
    ? { added: fresh, overwritten: later, removed: 0 }
    : { added: fresh, overwritten: later + earlier, removed: missing };
}

/** What a restore did, in a sentence. */
export function restoredWords({ added, overwritten, removed, frameworks }: Restored): string {
  const parts = [
    ...(added > 0 ? [`${added.toLocaleString()} added`] : []),
    ...(overwritten > 0 ? [`${overwritten.toLocaleString()} overwritten`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString()} removed`] : []),
    ...(frameworks > 0 ? [countOf(frameworks, 'framework')] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Everything was as it is in the backup.';
}
