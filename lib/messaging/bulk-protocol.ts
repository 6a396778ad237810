import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import type {
  BackupSettings,
  BackupSource,
  DamagedBackup,
  MadeBackup,
  Restored,
  RestoreMode,
  RestorePreview,
} from '../domain/backup.ts';
import type { ExportedFile, ExportWanted } from '../domain/bundle-export.ts';
import type { BundleImported, BundlePreview, ImportChoice, UnnamedTable } from '../domain/bundle-import.ts';
import type { ColumnMap } from '../domain/document-kind.ts';
import type { ImportedFramework, ImportPreview, ImportProgress, ImportSource } from '../domain/framework-import.ts';
import type { Result } from '../domain/problem.ts';

/**
 * What a page may ask of its bulk worker. Only the page that started the worker can speak to it, so nothing here is
 * checked a second time.
 */
export type BulkRequests = {
  /** What a document is and what importing it would change. */
  preview: { source: ImportSource; columns?: ColumnMap };
  /** Import all frameworks of a document, or none. */
  importDocument: { source: ImportSource; columns?: ColumnMap };
  /** Take a framework out of sight; it can be brought back for a day. */
  removeFramework: { id: string };
  /** Bring a framework back that was removed or replaced. */
  bringBack: { id: string };
  /** Switch a framework off or on in searches. */
  enableFramework: { id: string; enabled: boolean };
  /** What importing a file of alignments would change; `columns` says what those of a table hold. */
  previewBundle: { file: File; columns?: AlignmentColumns };
  /** Import a file of alignments, all of it or nothing. */
  importBundle: { file: File; columns?: AlignmentColumns } & ImportChoice;
  /** Take an act back, such as an import of alignments. */
  takeBack: { undo: string };
  /** Write everything that is kept, or one page's alignments, as a file. */
  exportBundle: ExportWanted;
  /** Keep the folder of the disk that a registry writes into: its handle crosses to a worker, and to no background. */
  keepFolder: { registry: string; handle: FileSystemDirectoryHandle };
  /** Write everything as one file, with the frameworks where they are wanted. */
  makeBackup: { settings: BackupSettings; frameworks: boolean };
  /** What restoring a backup would change; of one that is not whole, what of it can be read. */
  previewRestore: { source: BackupSource };
  /**
   * Restore a backup, all of it or nothing. `confirmed`: how many records the person agreed to lose; `settings`: what they
   * chose about the screens until now, for the backup of the moment before.
   */
  restore: { source: BackupSource; mode: RestoreMode; confirmed?: number; settings: BackupSettings };
};

/** What the worker answers, by request. */
export type BulkAnswers = {
  preview: ImportPreview;
  importDocument: ImportedFramework[];
  removeFramework: null;
  bringBack: null;
  enableFramework: null;
  previewBundle: BundlePreview | UnnamedTable;
  importBundle: BundleImported;
  takeBack: { restored: number; left: number };
  exportBundle: ExportedFile;
  keepFolder: null;
  makeBackup: MadeBackup;
  previewRestore: RestorePreview | DamagedBackup;
  restore: Restored;
};

/** Name of a request. */
export type BulkRequestName = keyof BulkRequests;

/** What goes to the worker: a request under a number of its own, or that nobody waits for one any more. */
export type ToBulkWorker =
  | { [Name in BulkRequestName]: { turn: number; name: Name; request: BulkRequests[Name] } }[BulkRequestName]
  | { turn: number; cancel: true };

/** What comes from the worker: how far it is, then once how it ended. A cancelled request ends without a result. */
export type FromBulkWorker =
  | { turn: number; progress: ImportProgress }
  | { turn: number; ended: Result<BulkAnswers[BulkRequestName]> | 'cancelled' };
