import * as z from 'zod/mini';
import { KeptFramework } from './framework.ts';
import { HistoryLine } from './history-line.ts';
import { IdentityNames } from './identity.ts';
import { LearningResource } from './learning-resource.ts';
import { needsConfirmation } from './mass-change.ts';
import { OutboxEntry } from './outbox-entry.ts';
import type { Problem } from './problem.ts';
import { Registry } from './registry.ts';
import { RemovedAlignment } from './removed-alignment.ts';
import { ResourceAlignment } from './resource-alignment.ts';
import { SavedView } from './saved-view.ts';
import { FoundSkill, Skill } from './skill.ts';
import { SkillAlignment } from './skill-alignment.ts';
import { UndoRecord } from './undo-record.ts';
import { WorkItem, WorkList } from './work-list.ts';

/**
 * The release of the backup's format that this code writes, and the newest that it reads. docs/backup-format.md describes
 * it. Release 1 has no saved views and no work lists.
 */
export const backupRelease = 2;

/** What a person chose about the screens on this device. */
export const BackupSettings = z.object({ theme: z.optional(z.enum(['system', 'light', 'dark'])) });
export type BackupSettings = z.infer<typeof BackupSettings>;

/** A skill that was pinned, or chosen lately. */
const RememberedSkill = z.object({ uri: z.string(), skill: FoundSkill, at: z.iso.datetime() });

/** That a skill is gone from a newer release of the framework above it in the file. */
const GoneSkill = z.object({ uri: z.string() });

/**
 * What a backup holds, table by table in the order of the file. Nothing in it is secret: tokens, client secrets, signing
 * keys and the locked copy of a key have no table here, and what a table's schema does not name is left out of the file.
 */
export const backupTables = {
  settings: BackupSettings,
  registries: Registry,
  identity: IdentityNames,
  resources: LearningResource,
  alignments: ResourceAlignment,
  skillAlignments: SkillAlignment,
  history: HistoryLine,
  outbox: OutboxEntry,
  trash: RemovedAlignment,
  undos: UndoRecord,
  pins: RememberedSkill,
  recents: RememberedSkill,
  views: SavedView,
  workLists: WorkList,
  workItems: WorkItem,
  /** Each is followed by its skills, in the framework's order, and by those that are gone from it. */
  frameworks: KeptFramework,
  skills: Skill,
  goneSkills: GoneSkill,
} as const;

/** Name of a table of a backup. */
export type BackupTable = keyof typeof backupTables;

/** A row of a table, as the file holds it. */
export type BackupRow<Table extends BackupTable> = z.infer<(typeof backupTables)[Table]>;

/** The tables that are compared and swapped as a whole; those of frameworks are read one skill after the other. */
export type LibraryTable = Exclude<BackupTable, 'frameworks' | 'skills' | 'goneSkills'>;

/** The rows of a whole backup, frameworks aside. */
export type Library = { [Table in LibraryTable]: BackupRow<Table>[] };

/** The first line of the file. */
export const BackupHeader = z.object({
  plumblineBackup: z.union([z.literal(1), z.literal(backupRelease)]),
  /** When it was made, ISO 8601 in UTC. */
  made: z.iso.datetime(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** A line between the first and the last. */
export const BackupLine = z.object({
  table: z.enum(Object.keys(backupTables) as [BackupTable, ...BackupTable[]]),
  row: z.unknown(),
});

/** The last line of the file: without it the file breaks off. */
export const BackupEnd = z.object({
  end: z.object({
    /** Rows of each table; a table without any may be absent. */
    rows: z.record(z.string(), z.int()),
    /** Rows that did not fit their table when the backup was made, and are not in it. */
    left: z.int(),
    /** SHA-256 of all bytes before this line, in hexadecimal. */
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

/** A backup that was written. */
export type WrittenBackup = {
  file: Blob;
  /** When it was made, ISO 8601 in UTC. */
  made: string;
  alignments: number;
  /** Records that do not fit their kind, and are not in it. */
  left: number;
  /** What the library was when this was read; another one after any change to it. */
  mark: string;
};

/** A backup to be downloaded. */
export type MadeBackup = Pick<WrittenBackup, 'file' | 'left'> & {
  name: string;
  /** The newest line of the history that is in it. */
  upTo: number;
};

/** Where a backup is: a file of the person's, or one that was kept by itself. */
export type BackupSource = { file: File } | { kept: string };

/**
 * How a backup is restored. `merge` adds what is not here, takes the later state of what is here in another one, and
 * removes nothing. `replace` makes everything as it was when the backup was made. Registries and frameworks are added in
 * both, never changed and never removed: their keys and their weight are in no backup.
 */
export type RestoreMode = 'merge' | 'replace';

/** Kinds of records that a restore compares. */
export const comparedKinds = ['alignments', 'resources', 'skillAlignments'] as const;
/** A kind of record that a restore compares with what is kept. */
export type ComparedKind = (typeof comparedKinds)[number];

/** Records of one kind, beside those that are kept here. */
export type Compared = {
  /** How many are kept here. */
  kept: number;
  /** Not here. */
  fresh: number;
  /** Here just so. */
  same: number;
  /** Here in an earlier state. */
  later: number;
  /** Here in a later state. */
  earlier: number;
  /** Here, and not in the backup. */
  missing: number;
};

/** What restoring a backup would do, before anything is written. */
export type RestorePreview = {
  made: string;
  kinds: Record<ComparedKind, Compared>;
  /** Rows of the other tables in the file. */
  rows: Partial<Record<BackupTable, number>>;
  /** Alignments that a merge leaves out because another record says the same here. */
  twins: number;
  /** Deliveries of registries that are neither here nor in the file: they are left out. */
  homeless: number;
  /** Published alignments that a replacing would take back from their registries. */
  withdrawn: number;
  /** Registries that come in. Their keys are in no backup. */
  registries: string[];
  /** Frameworks that come in. */
  frameworks: { name: string; skills: number }[];
  settings: BackupSettings;
};

/** A file that is not whole: what of it can still be read, and why it cannot be restored. */
export type DamagedBackup = { damaged: Problem; made?: string; rows: Record<string, number> };

/** How many records of one kind a restore overwrites or removes. */
export function lostTo(compared: Compared, mode: RestoreMode): number {
  return mode === 'merge' ? compared.later : compared.later + compared.earlier + compared.missing;
}

/** How many records a restore overwrites or removes in all. */
export function lostRecords(kinds: Record<ComparedKind, Compared>, mode: RestoreMode): number {
  return comparedKinds.reduce((sum, kind) => sum + lostTo(kinds[kind], mode), 0);
}

/** Whether a restore has to be confirmed by typing how many records are lost to it. */
export function asksBeforeRestore(kinds: Record<ComparedKind, Compared>, mode: RestoreMode): boolean {
  return comparedKinds.some((kind) => needsConfirmation({ lost: lostTo(kinds[kind], mode), kept: kinds[kind].kept }));
}

/** What a restore did. */
export type Restored = {
  added: number;
  overwritten: number;
  removed: number;
  frameworks: number;
  /** What the person chose about the screens, for the page to apply. */
  settings: BackupSettings;
  /** The backup of the moment before, by which it is taken back. */
  before: string;
  /** The newest line of the history after it. */
  upTo: number;
};
