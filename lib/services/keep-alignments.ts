import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import type { ExportProgress, ExportWanted } from '../domain/bundle-export.ts';
import type { ImportChoice } from '../domain/bundle-import.ts';
import { ProblemError } from '../domain/problem.ts';
import { takeBack } from '../store/undo.ts';
import { createExportBundle } from './export-bundle.ts';
import { createImportBundle, type ImportBundleNeeds } from './import-bundle.ts';

type Hear = (progress: ExportProgress) => void;

type ChosenFile = { file: File; columns?: AlignmentColumns };

/** The largest file of alignments that is read, in bytes: it stands in memory while it is compared. */
const largestFile = 200_000_000;

/** Makes all that a page can have done to the alignments kept here as a whole: what it asks of its import worker. */
export function createKeepAlignments(needs: ImportBundleNeeds) {
  const { preview, importBundle } = createImportBundle(needs);
  const exportBundle = createExportBundle(needs);
  return {
    previewBundle: async ({ file, columns }: ChosenFile, _hear: Hear, signal: AbortSignal) =>
      preview({ ...(await textOfFile(file)), columns }, signal),
    importBundle: async ({ file, columns, ...how }: ChosenFile & ImportChoice, _hear: Hear, signal: AbortSignal) =>
      importBundle({ ...(await textOfFile(file)), columns }, how, signal),
    takeBack: ({ undo }: { undo: string }) => takeBack(needs.database, undo, needs.now()),
    exportBundle: (wanted: ExportWanted, hear: Hear, signal: AbortSignal) => exportBundle(wanted, hear, signal),
  };
}

async function textOfFile(file: File) {
  if (file.size > largestFile) {
    throw new ProblemError({
      code: 'F504',
      message: `${file.name} is larger than ${largestFile / 1_000_000} MB.`,
      advice: 'Nothing was imported. Export it in parts where it comes from, and import them one by one.',
    });
  }
  try {
    return { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch (cause) {
    const problem = {
      code: 'F505',
      message: `${file.name} cannot be read as text.`,
      advice: 'Nothing was imported. Save it as UTF-8, or export it anew where it comes from.',
    };
    throw new ProblemError(problem, { cause });
  }
}
