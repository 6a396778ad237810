import type { BackupSettings, DamagedBackup, Restored, RestoreMode, RestorePreview } from '../domain/backup.ts';
import type { KeptFramework } from '../domain/framework.ts';
import { ProblemError, problemIn } from '../domain/problem.ts';
import type { StoredBackup } from '../store/database.ts';
import { keptRelease, putStaleSkills } from '../store/frameworks.ts';
import { newestLine } from '../store/library-rows.ts';
import { planBoth, restoreLibrary } from '../store/restore.ts';
import type { RestorePlan } from '../store/restore-plan.ts';
import { type FiledFramework, readFrameworks } from './framework-lines.ts';
import { countSkills, type ImportNeeds, writeFramework } from './import-skills.ts';
import { type HearBytes, type ReadBackup, readBackup } from './read-backup.ts';
import { createWriteBackup } from './write-backup.ts';

/** What restoring needs. */
export type RestoreNeeds = Pick<ImportNeeds, 'database' | 'index' | 'sweep' | 'exclusively' | 'now' | 'newId'>;

/** How a backup is restored, as the person chose. */
export type RestoreChoice = {
  mode: RestoreMode;
  /** How many records the person agreed to lose, where they were asked. */
  confirmed?: number;
  /** What they chose about the screens until now, so that it can be taken back. */
  settings?: BackupSettings;
};

/** How often a restore begins again because something was changed while it was prepared. */
const tries = 3;

/** Makes the use cases "what would this backup change" and "restore it". The first writes nothing. */
export function createRestoreBackup(needs: RestoreNeeds) {
  const { database, sweep, exclusively, now, newId } = needs;
  const writeBackup = createWriteBackup(needs);

  async function previewRestore(
    file: Blob,
    hear: HearBytes,
    signal: AbortSignal,
  ): Promise<RestorePreview | DamagedBackup> {
    const read = await readBackup(file, hear, signal);
    const { made = '', damaged, rows, library } = read;
    if (damaged) return { damaged, rows, ...(made && { made }) };
    const { merge, replace } = await planBoth(database, library, now(), signal);
    const known = new Set((await database.registries.toArray()).map(({ id }) => id));
    return {
      made,
      kinds: merge.counts,
      rows,
      twins: merge.twins,
      homeless: merge.homeless,
      withdrawn: replace.withdrawn,
      registries: library.registries.filter(({ id }) => !known.has(id)).map(({ name }) => name),
      frameworks: await newFrameworks(read),
      settings: library.settings[0] ?? {},
    };
  }

  /** Restores a backup whole, or changes nothing: rejects with why it is not sound, with B707, B708 or S201. */
  async function restore(
    file: Blob,
    { mode, confirmed = 0, settings }: RestoreChoice,
    hear: HearBytes,
    signal: AbortSignal,
  ): Promise<Restored> {
    const read = await readBackup(file, hear, signal);
    const { library, damaged } = read;
    if (damaged) throw new ProblemError(damaged);
    return exclusively(async () => {
      await sweep();
      try {
        const arrived = await bringFrameworks(file, await newFrameworks(read), signal);
        const swap = async () => {
          const { file: body, made: at, alignments, mark } = await writeBackup({ settings }, () => {}, signal);
          const before: StoredBackup = { id: newId(), at, alignments, mark, before: 'restore', body };
          const plan = await restoreLibrary(database, { library, mode, confirmed, arrived, before }, now(), signal);
          return { plan, before: before.id };
        };
        const { plan, before } = await again(swap);
        const { added, overwritten, removed }: RestorePlan = plan;
        const upTo = await newestLine(database);
        const chosen = mode === 'replace' ? library.settings[0] : undefined;
        return { added, overwritten, removed, frameworks: arrived.length, settings: chosen ?? {}, before, upTo };
      } finally {
        // It only frees space, so its failure says nothing of the restore; the next import sweeps again.
        await sweep().catch(() => {});
      }
    });
  }

  return { previewRestore, restore };

  async function newFrameworks({ frameworks }: ReadBackup): Promise<ReadBackup['frameworks']> {
    const kept = await Promise.all(frameworks.map(({ uri }) => keptRelease(database, uri)));
    return frameworks.filter((_, place) => !kept[place]);
  }

  /** Writes frameworks under new ids, where nobody sees them yet, and answers their rows. */
  async function bringFrameworks(
    file: Blob,
    wanted: ReadBackup['frameworks'],
    signal: AbortSignal,
  ): Promise<KeptFramework[]> {
    if (wanted.length === 0) return [];
    const uris = new Set(wanted.map(({ uri }) => uri));
    const taken = countSkills(() => {});
    const arrived: KeptFramework[] = [];
    for await (const filed of readFrameworks(file, signal)) {
      if (uris.has(filed.framework.uri)) arrived.push(await bring(filed, taken, signal));
    }
    return arrived;
  }

  async function bring({ framework, skills, gone }: FiledFramework, taken: () => void, signal: AbortSignal) {
    const id = newId();
    const count = await writeFramework(needs, id, { framework, skills }, taken, signal);
    const stale = (await gone()).map((uri) => ({ uri, framework: id, status: 'gone' as const }));
    await putStaleSkills(database, stale, signal);
    return { ...framework, id, skills: count };
  }
}

/** Does something that begins anew where somebody changed the library meanwhile. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0 || problemIn(error)?.code !== 'B707') throw error;
    }
  }
}
