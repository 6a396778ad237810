import { useEffect, useState } from 'react';
import type { AlignmentColumns } from '../../lib/domain/alignment-columns.ts';
import type { BundleImported, BundlePreview, ImportChoice, UnnamedTable } from '../../lib/domain/bundle-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { useBulk } from '../framework/bulk-context.ts';

/** Takes a file of alignments through preview and import; a table whose headings are not known is asked about in between. */
export function useBundleImport(file: File, onImported: (done: BundleImported) => void) {
  const bulk = useBulk();
  const [unnamed, setUnnamed] = useState<UnnamedTable>();
  const [columns, setColumns] = useState<AlignmentColumns>();
  const [preview, setPreview] = useState<BundlePreview>();
  const [problem, setProblem] = useState<Problem>();
  const [reading, setReading] = useState(true);
  const [importing, setImporting] = useState(false);
  useEffect(() => {
    const aborter = new AbortController();
    setReading(true);
    setPreview(undefined);
    void bulk.ask('previewBundle', { file, columns }, { signal: aborter.signal }).then((answer) => {
      if (aborter.signal.aborted || answer === 'cancelled') return;
      setReading(false);
      if (!answer.ok) setProblem(answer.problem);
      else if ('table' in answer.value) setUnnamed(answer.value);
      else setPreview(answer.value);
    });
    return () => aborter.abort();
  }, [bulk, file, columns]);
  const keep = async (choice: ImportChoice) => {
    setImporting(true);
    const answer = await bulk.ask('importBundle', { file, columns, ...choice });
    setImporting(false);
    if (answer === 'cancelled') return;
    if (answer.ok) onImported(answer.value);
    else setProblem(answer.problem);
  };
  return {
    /** A table that the person was asked about; it stays here after they answered. */
    unnamed,
    columns,
    preview,
    problem,
    reading,
    importing,
    /** Reads the table, now that the person said what its columns hold. */
    name: (said: AlignmentColumns) => setColumns(said),
    keep,
  };
}
