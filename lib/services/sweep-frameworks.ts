import type { SkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { droppedFrameworks, sweepFramework } from '../store/frameworks.ts';

/** Name of the Web Lock that an import holds from its first write to its last, and a sweeping too. */
export const importLock = 'frameworks';

/** Deletes what no framework names any more. */
export type SweepFrameworks = () => Promise<void>;

/**
 * Makes the sweeping: imports that were cut short, and frameworks that were removed or replaced more than a day ago. To be
 * called only while no import runs. Cut short, it goes on where it is called again.
 */
export function createSweepFrameworks(
  database: PlumblineDatabase,
  index: SkillIndex,
  now: () => Date,
): SweepFrameworks {
  return async function sweepFrameworks() {
    for (const id of await droppedFrameworks(database, now())) {
      await index.remove(id);
      await sweepFramework(database, id);
    }
  };
}
