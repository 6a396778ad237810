import {
  BackupEnd,
  BackupHeader,
  BackupLine,
  type BackupRow,
  type BackupTable,
  backupRelease,
  backupTables,
  type Library,
  type LibraryTable,
} from '../domain/backup.ts';
import { isRecord, under } from '../domain/json-value.ts';
import { type Problem, problemIn } from '../domain/problem.ts';
import { sameContent } from '../domain/same-content.ts';
import { isPacked, readLines } from './backup-lines.ts';
import { changed, cutShort, notABackup, tooNew, twice, unfitting } from './backup-problems.ts';

/** A backup as it was read. */
export type ReadBackup = {
  made?: string;
  /** Everything but frameworks; of a damaged file what could be read of it. */
  library: Library;
  frameworks: { uri: string; name: string; skills: number }[];
  /** Sound rows of each table. */
  rows: Partial<Record<BackupTable, number>>;
  /** Why it must not be restored; absent where it is whole. */
  damaged?: Problem;
};

/** Hears how far reading is, in bytes. */
export type HearBytes = (progress: { done: number; total: number }) => void;

/** How a backup that is not packed begins. */
const beginning = '{"plumblineBackup":';

/** What tells a row from all others of its table; undefined where rows may say the same twice. */
const keys: { [Table in BackupTable]?: (row: BackupRow<Table>) => string } = {
  settings: () => '',
  identity: () => '',
  registries: ({ id }) => id,
  resources: ({ address }) => address,
  alignments: ({ id }) => id,
  skillAlignments: ({ id }) => id,
  outbox: ({ id }) => id,
  trash: ({ id }) => id,
  undos: ({ id }) => id,
  pins: ({ uri }) => uri,
  recents: ({ uri }) => uri,
  views: ({ id }) => id,
  workLists: ({ id }) => id,
  workItems: ({ id }) => id,
  frameworks: ({ uri }) => uri,
};

/**
 * Reads a backup and checks all of it: each row against its schema, none twice, the digest, the counts. Writes nothing. A
 * damaged file is read as far as it goes. Rejects with the signal's reason alone.
 */
export async function readBackup(file: Blob, hear: HearBytes, signal: AbortSignal): Promise<ReadBackup> {
  const read = emptyBackup();
  try {
    await readInto(read, file, hear, signal);
  } catch (error) {
    const damaged = problemIn(error);
    if (!damaged) throw error;
    return { ...read, damaged };
  }
  return read;
}

async function readInto(read: ReadBackup, file: Blob, hear: HearBytes, signal: AbortSignal): Promise<void> {
  const begins = await file.slice(0, beginning.length).text();
  if (begins !== beginning && !(await isPacked(file))) throw notABackup();
  const seen = new Map<BackupTable, Set<string>>();
  let unfit = 0;
  let doubled = 0;
  for await (const batch of readLines(file, hear, signal)) {
    if ('last' in batch) {
      if (read.made === undefined) throw notABackup();
      checkEnd(batch, read, unfit + doubled);
      break;
    }
    for (const text of batch.lines) {
      if (read.made === undefined) {
        read.made = headerOf(text).made;
        continue;
      }
      const found = rowOf(text);
      if (!found) unfit += 1;
      else if (isSeen(seen, found)) doubled += 1;
      else keep(read, found);
    }
  }
  if (doubled > 0) throw twice(doubled);
  if (unfit > 0) throw unfitting(unfit);
}

/** A row of a table, checked. */
type Found = { [Table in BackupTable]: { table: Table; row: BackupRow<Table> } }[BackupTable];

/** A line between the first and the last; undefined where it does not fit. */
export function rowOf(text: string): Found | undefined {
  const line = BackupLine.safeParse(jsonOf(text));
  if (!line.success) return undefined;
  const { table } = line.data;
  const row = backupTables[table].safeParse(line.data.row);
  // The table's own schema made the row; the compiler cannot follow that through a computed key.
  return row.success ? ({ table, row: row.data } as Found) : undefined;
}

function keep({ library, frameworks, rows }: ReadBackup, { table, row }: Found): void {
  rows[table] = (rows[table] ?? 0) + 1;
  if (table === 'frameworks') frameworks.push({ uri: row.uri, name: row.name, skills: row.skills });
  else if (table !== 'skills' && table !== 'goneSkills') (library[table] as unknown[]).push(row);
}

function isSeen(seen: Map<BackupTable, Set<string>>, { table, row }: Found): boolean {
  const key = (keys[table] as ((row: unknown) => string) | undefined)?.(row);
  if (key === undefined) return false;
  const before = seen.get(table) ?? new Set();
  seen.set(table, before);
  if (before.has(key)) return true;
  before.add(key);
  return false;
}

function headerOf(text: string): BackupHeader {
  const json = jsonOf(text);
  const release = under(json, 'plumblineBackup');
  if (typeof release === 'number' && release > backupRelease) throw tooNew();
  const header = BackupHeader.safeParse(json);
  if (!header.success) throw notABackup();
  return header.data;
}

function checkEnd({ last, sha256 }: { last: string; sha256: string }, { rows }: ReadBackup, unsound: number): void {
  const end = BackupEnd.safeParse(jsonOf(last));
  if (!end.success) throw cutShort();
  if (end.data.end.sha256 !== sha256) throw changed();
  if (unsound === 0 && !sameContent(end.data.end.rows, rows)) throw changed();
}

function jsonOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function emptyBackup(): ReadBackup {
  const library: Record<LibraryTable, unknown[]> = {
    settings: [],
    registries: [],
    identity: [],
    resources: [],
    alignments: [],
    skillAlignments: [],
    history: [],
    outbox: [],
    trash: [],
    undos: [],
    pins: [],
    recents: [],
    views: [],
    workLists: [],
    workItems: [],
  };
  return { library: library as Library, frameworks: [], rows: {} };
}
