import { asksBeforeRestore, type Library, lostRecords, type RestoreMode } from '../domain/backup.ts';
import type { KeptFramework } from '../domain/framework.ts';
import { ProblemError } from '../domain/problem.ts';
import { B707, B708 } from '../domain/problems.ts';
import { actOf } from './alignments.ts';
import { addBackup } from './backups.ts';
import type { PlumblineDatabase, StoredBackup } from './database.ts';
import { settleArrivals } from './frameworks.ts';
import { identityOf } from './identity.ts';
import { libraryHere, libraryNow, libraryTables, markOf } from './library-rows.ts';
import { planRestore, type RestorePlan } from './restore-plan.ts';
import { writing } from './store-problem.ts';

/** A restore as it is about to be done. */
export type Restore = {
  library: Library;
  mode: RestoreMode;
  /** How many records the person agreed to lose. */
  confirmed: number;
  /** Frameworks that were written under ids which nobody has seen. */
  arrived: readonly KeptFramework[];
  /** The library as it is, by which the restore is taken back. */
  before: StoredBackup;
};

/** What a restore would write, by what is kept at this moment, in either way. Reads alone, and holds nobody up. */
export async function planBoth(
  database: PlumblineDatabase,
  library: Library,
  now: Date,
  signal: AbortSignal,
): Promise<Record<RestoreMode, RestorePlan>> {
  const done = await actOf(database, { at: now.toISOString(), from: 'backup' });
  const here = await libraryNow(database, signal);
  return { merge: planRestore(here, library, 'merge', done), replace: planRestore(here, library, 'replace', done) };
}

/**
 * Restores a library in one transaction over all its tables: comparing, the backup of the moment before, every write. B707
 * where something was changed since that backup was made, B708 where more would be lost than the person agreed to.
 */
export function restoreLibrary(
  database: PlumblineDatabase,
  { library, mode, confirmed, arrived, before }: Restore,
  now: Date,
  signal: AbortSignal,
): Promise<RestorePlan> {
  const { backups, counters, frameworks, shelf } = database;
  const tables = [...libraryTables.map((name) => database.table(name)), backups, counters, frameworks, shelf];
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      if ((await markOf(database)) !== before.mark) throw changedMeanwhile();
      const done = await actOf(database, { at: now.toISOString(), from: 'backup' });
      const plan = planRestore(await libraryHere(database), library, mode, done);
      const lost = lostRecords(plan.counts, mode);
      if (lost > confirmed && asksBeforeRestore(plan.counts, mode)) throw unconfirmed(lost);
      signal.throwIfAborted();
      await addBackup(database, before);
      await write(database, plan);
      await settleArrivals(database, arrived, now);
      return plan;
    }),
  );
}

async function write(database: PlumblineDatabase, { changes, history, names }: RestorePlan): Promise<void> {
  for (const [name, { put, remove }] of Object.entries(changes)) {
    const table = database.table(name);
    // Nothing to write wakes nobody who looks at the table.
    if (remove.length > 0) await table.bulkDelete(remove);
    if (put.length > 0) await table.bulkPut(put);
  }
  if (history.instead) await database.history.clear();
  if (history.lines.length > 0) await database.history.bulkAdd(history.lines);
  if (names) await database.identity.put({ ...(await identityOf(database)), ...names });
}

function changedMeanwhile(): ProblemError {
  return new ProblemError(B707);
}

function unconfirmed(lost: number): ProblemError {
  return new ProblemError(B708({ count: lost }));
}
