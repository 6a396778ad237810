import type { ColumnMap } from '../domain/document-kind.ts';
import type { ImportSource } from '../domain/framework-import.ts';
import { ProblemError } from '../domain/problem.ts';
import { I422, I423 } from '../domain/problems.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { bringBack, enableFramework, removeFramework } from '../store/frameworks.ts';
import { dropStage } from '../store/stages.ts';
import { createImportSkills, type DocumentToImport, type HearProgress, type ImportNeeds } from './import-skills.ts';

/** A document as the person chose it. */
type Choice = { source: ImportSource; columns?: ColumnMap };

/** Makes all that a page can have done to the frameworks kept here: what it asks of its import worker. */
export function createKeepFrameworks(needs: ImportNeeds) {
  const { database, exclusively, now } = needs;
  const { preview, importDocument } = createImportSkills(needs);
  return {
    preview: async ({ source, columns }: Choice, hear: HearProgress, signal: AbortSignal) =>
      preview({ ...(await documentOf(database, source)), ...(columns && { columns }) }, hear, signal),
    importDocument: async ({ source, columns }: Choice, hear: HearProgress, signal: AbortSignal) => {
      const document = await documentOf(database, source);
      const imported = await importDocument({ ...document, ...(columns && { columns }) }, hear, signal);
      // It is imported, whatever becomes of what waited; that is thrown away after a day at the latest.
      if ('stage' in source) await dropStage(database, source.stage).catch(() => {});
      return imported;
    },
    removeFramework: async ({ id }: { id: string }) => {
      await exclusively(() => removeFramework(database, id, now()));
      return null;
    },
    bringBack: async ({ id }: { id: string }) => {
      if (!(await exclusively(() => bringBack(database, id, now())))) throw sweptAway();
      return null;
    },
    enableFramework: async ({ id, enabled }: { id: string; enabled: boolean }) => {
      await enableFramework(database, id, enabled);
      return null;
    },
  };
}

async function documentOf(database: PlumblineDatabase, source: ImportSource): Promise<DocumentToImport> {
  if ('file' in source) {
    const { file } = source;
    return { source: { name: file.name, body: file }, origin: { from: 'file', file: file.name } };
  }
  const staged = await database.stages.get(source.stage);
  if (!staged) throw noLongerStaged();
  const { name, address, body, origin, validators } = staged;
  return { source: { name, address, body }, origin, validators };
}

function noLongerStaged(): ProblemError {
  return new ProblemError(I422);
}

function sweptAway(): ProblemError {
  return new ProblemError(I423);
}
