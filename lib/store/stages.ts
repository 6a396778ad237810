import type { PlumblineDatabase, StagedDocument } from './database.ts';
import { writing } from './store-problem.ts';

/** How long a staged document waits for an import, in milliseconds: one day. */
const longestWait = 86_400_000;

/** Keeps a document for an import to read. Rejects with S201 where it does not fit on this device. */
export function keepStage(database: PlumblineDatabase, document: StagedDocument): Promise<string> {
  return writing(database, () => database.stages.put(document));
}

/** Throws a staged document away, as an import does once it has read it. */
export function dropStage(database: PlumblineDatabase, id: string): Promise<void> {
  return writing(database, () => database.stages.delete(id));
}

/** Throws away what has waited for longer than a day. */
export function sweepStages(database: PlumblineDatabase, now: Date): Promise<number> {
  const latest = new Date(now.getTime() - longestWait).toISOString();
  return writing(database, () => database.stages.filter(({ at }) => at < latest).delete());
}
