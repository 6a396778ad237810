import type { AlignmentColumns } from './alignment-columns.ts';
import type { FormatId, IncomingAlignment, ReadWarning } from './bundle.ts';
import type { TableSample } from './framework-import.ts';
import type { ResourceAlignment } from './resource-alignment.ts';

/**
 * How a file is imported. `merge` adds what is new and takes over later states; what is kept here otherwise stays.
 * `replace` makes the file's pages say what the file says: alignments of these pages that it does not have are removed.
 */
export type ImportMode = 'merge' | 'replace';

/** What is done with alignments that the file and this library both changed. Default `mine`: they stay as they are here. */
export type ConflictChoice = 'mine' | 'theirs';

/** How a file is imported, as the person chose. */
export type ImportChoice = {
  mode: ImportMode;
  conflicts: ConflictChoice;
  /** How many alignments the person agreed to lose, where they were asked (`needsConfirmation`). */
  confirmed?: number;
};

/**
 * How many alignments that are kept here an import deletes or overwrites by the person's choice. A merge that leaves
 * conflicts alone loses none: it only takes over later states of what nobody touched here.
 */
export function lostBy(
  { changed, conflicts, missing }: Pick<BundlePreview, 'changed' | 'conflicts' | 'missing'>,
  choice: Pick<ImportChoice, 'mode' | 'conflicts'>,
): number {
  if (choice.mode === 'merge' && choice.conflicts === 'mine') return 0;
  return changed + (choice.conflicts === 'theirs' ? conflicts : 0) + (choice.mode === 'replace' ? missing : 0);
}

/** An alignment of a file that differs from what is kept, for the person to look at. */
export type Difference = { incoming: IncomingAlignment; kept: ResourceAlignment };

/** What importing a file would do, before anything is written. */
export type BundlePreview = {
  format: FormatId;
  /** How many pages its alignments are about. */
  pages: number;
  /** How many alignments are kept here in all. */
  kept: number;
  /** How many alignments are not kept here yet. */
  fresh: number;
  /** How many are kept here just so. */
  same: number;
  /** How many are kept here in an earlier state. */
  changed: number;
  /** How many were changed both here and there. */
  conflicts: number;
  /** How many alignments of its pages the file does not have: `replace` removes them. */
  missing: number;
  /** How many statements from skill to skill are not kept here yet. */
  skillAlignments: number;
  /** The first differences, `changed` before `conflict`. */
  differences: Difference[];
  /** The first alignments that are not kept here yet. */
  examples: IncomingAlignment[];
  warnings: ReadWarning[];
};

/** A table whose headings are not known: before it can be compared, the person says what its columns hold. */
export type UnnamedTable = {
  table: TableSample;
  /** What they may hold. */
  columns: Partial<AlignmentColumns>;
};

/** What an import did. */
export type BundleImported = {
  added: number;
  changed: number;
  removed: number;
  skillAlignments: number;
  /** By which it is taken back. */
  undo: string;
};
