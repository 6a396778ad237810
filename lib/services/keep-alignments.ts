import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import type { ExportProgress, ExportWanted } from '../domain/bundle-export.ts';
import type { ImportChoice } from '../domain/bundle-import.ts';
import { ProblemError } from '../domain/problem.ts';
import { F504, F505 } from '../domain/problems.ts';
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
    throw new ProblemError(F504({ file: file.name, limit: largestFile / 1_000_000 }));
  }
  try {
    return { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch (cause) {
    throw new ProblemError(F505({ file: file.name }), { cause });
  }
}
