import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RestoreMode } from '../../lib/domain/backup.ts';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { createKeepBackups } from '../../lib/services/keep-backups.ts';
import type { PlumblineDatabase } from '../../lib/store/database.ts';
import { libraryTables } from '../../lib/store/library-rows.ts';
import { plainAlignment } from '../formats/bundles.ts';
import { needsOver } from './import-world.ts';
import { patient } from './support.ts';

/** What a page asks of backups, over a database; the clock can be set. */
export function backupsOver(database: PlumblineDatabase, clock = { now: new Date('2026-04-01T08:00:00.000Z') }) {
  const keeper = createKeepBackups(needsOver(database, clock));
  const silent = () => {};
  return {
    keeper,
    make: async (frameworks = false) =>
      (await keeper.makeBackup({ settings: { theme: 'dark' }, frameworks }, silent, patient)).file,
    preview: (file: Blob) => keeper.previewRestore({ source: { file: asFile(file) } }, silent, patient),
    restore: (file: Blob, mode: RestoreMode, confirmed?: number) =>
      keeper.restore({ source: { file: asFile(file) }, mode, settings: {}, confirmed }, silent, patient),
  };
}

function asFile(blob: Blob): File {
  return new File([blob], 'backup.gz');
}

/** The lines of a backup. */
export async function linesIn(file: Blob): Promise<string[]> {
  const text = gunzipSync(new Uint8Array(await file.arrayBuffer())).toString('utf8');
  return text.slice(0, -1).split('\n');
}

/** A file of lines, packed as a backup is. */
export function packed(lines: readonly string[]): Blob {
  return new Blob([gzipSync(lines.map((line) => `${line}\n`).join(''))]);
}

/** All that a backup is to hold, as it is kept: without the numbers of history's lines. */
export async function libraryOf(database: PlumblineDatabase): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const name of libraryTables) {
    const rows: { key?: unknown }[] = await database.table(name).toArray();
    tables[name] = rows.map((row) => (name === 'history' ? { ...row, key: undefined } : row));
  }
  return tables;
}

/** An id of the tests, by a number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Alignments to as many skills. */
export function alignmentsOf(count: number, from = 1) {
  return Array.from({ length: count }, (_, at) => {
    const { skill, ...rest } = plainAlignment();
    const number = from + at;
    return { ...rest, id: idOf(number), skill: { ...skill, uri: `https://skills.example/${number}` } };
  });
}

/** A delivery of an alignment. */
export function deliveryOf(registry: string, alignment: string, over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: `${registry}:${alignment}`,
    registry,
    alignment,
    action: 'publish',
    state: 'queued',
    attempts: 0,
    nextTry: 0,
    key: crypto.randomUUID(),
    revision: 1,
    ...over,
  };
}
