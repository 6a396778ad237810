import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  type BackupEnd,
  type BackupHeader,
  type BackupSettings,
  type BackupTable,
  backupRelease,
  backupTables,
  type WrittenBackup,
} from '../domain/backup.ts';
import { starterLibrary } from '../domain/starter-library.ts';
import { readSkills } from '../skill-index/reading.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { goneFrom } from '../store/frameworks.ts';
import { readLibrary } from '../store/library-rows.ts';
import { byteParts } from './byte-parts.ts';

/** What writing a backup needs. */
export type WriteBackupNeeds = { database: PlumblineDatabase; now: () => Date };

/** What goes into a backup besides the library. */
export type BackupContent = { settings?: BackupSettings | undefined; frameworks?: boolean | undefined };

/** Hears how many rows were written. */
type Hear = (progress: { done: number }) => void;

/** Text is turned into bytes in pieces of about this many characters: each line by itself would cost more than its content. */
const pieceSize = 65_536;

/**
 * Makes the writing of a backup (docs/backup-format.md), packed by gzip. Rows are read and written some at a time; what is
 * written stands in the browser's care, not in memory.
 */
export function createWriteBackup({ database, now }: WriteBackupNeeds) {
  return async function writeBackup(
    { settings, frameworks }: BackupContent,
    hear: Hear,
    signal: AbortSignal,
  ): Promise<WrittenBackup> {
    const made = now().toISOString();
    let lines = openLines(made, hear);
    const begin = () => {
      lines = openLines(made, hear);
      if (settings) lines.add('settings', settings);
      return (table: BackupTable, rows: readonly unknown[]) => {
        for (const row of rows) lines.add(table, row);
      };
    };
    const mark = await readLibrary(database, begin, signal);
    if (frameworks) await addFrameworks(database, lines.add, signal);
    const { file, rows, left } = lines.end();
    return { file: await gzipped(file, signal), made, alignments: rows.alignments ?? 0, left, mark };
  };
}

/** Frameworks, each with its skills. The library that comes with the extension is on every device. */
async function addFrameworks(
  database: PlumblineDatabase,
  add: (table: BackupTable, row: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const framework of await database.frameworks.toArray()) {
    if (framework.id === starterLibrary.framework) continue;
    add('frameworks', framework);
    for await (const skill of readSkills(database, framework.id, signal)) add('skills', skill);
    for (const uri of await goneFrom(database, framework.id)) add('goneSkills', { uri });
  }
}

/** Lines of a backup as they are added: counted, and with a digest over all of them. */
function openLines(made: string, hear: Hear) {
  const bytes = byteParts();
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const rows: Record<string, number> = {};
  let piece = '';
  let left = 0;
  let done = 0;
  const flush = () => {
    const encoded = encoder.encode(piece);
    hash.update(encoded);
    bytes.add(encoded);
    piece = '';
  };
  const line = (content: unknown) => {
    piece += `${JSON.stringify(content)}\n`;
    if (piece.length >= pieceSize) flush();
  };
  line({ plumblineBackup: backupRelease, made } satisfies BackupHeader);
  return {
    /** Adds a row. Only what its schema names goes into the file; what does not fit the schema is left out and counted. */
    add(table: BackupTable, row: unknown): void {
      const parsed = backupTables[table].safeParse(row);
      if (!parsed.success) {
        left += 1;
        return;
      }
      line({ table, row: parsed.data });
      rows[table] = (rows[table] ?? 0) + 1;
      done += 1;
      if (done % 1000 === 0) hear({ done });
    },
    end() {
      flush();
      line({ end: { rows, left, sha256: bytesToHex(hash.clone().digest()) } } satisfies BackupEnd);
      flush();
      return { file: bytes.file('application/x-ndjson'), rows, left };
    },
  };
}

/** A file packed by gzip (RFC 1952), by the browser itself. */
async function gzipped(file: Blob, signal: AbortSignal): Promise<Blob> {
  const packed = byteParts();
  const reader = file.stream().pipeThrough(new CompressionStream('gzip')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    signal.throwIfAborted();
    packed.add(read.value);
  }
  return packed.file('application/gzip');
}
