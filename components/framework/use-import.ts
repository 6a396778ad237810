import { useRef, useState } from 'react';
import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import type {
  ImportedFramework,
  ImportPreview,
  ImportProgress,
  ImportSource,
} from '../../lib/domain/framework-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { useBulk } from './bulk-context.ts';

/** A document that the person wants to import, by the name that they know. */
export type Wanted = { name: string; source: ImportSource };

/** Where an import stands. */
export type ImportStep =
  | { at: 'reading'; wanted: Wanted; progress?: ImportProgress }
  | { at: 'preview'; wanted: Wanted; preview: ImportPreview; columns?: ColumnMap }
  | { at: 'importing'; wanted: Wanted; progress: ImportProgress }
  | { at: 'failed'; wanted: Wanted; problem: Problem };

/** Takes documents one after the other through reading, preview and import. `onImported` hears of each that is kept. */
export function useImport(onImported: (frameworks: readonly ImportedFramework[]) => void) {
  const bulk = useBulk();
  const [step, setStep] = useState<ImportStep>();
  const waiting = useRef<Wanted[]>([]);
  const running = useRef<AbortController>(undefined);

  const next = () => {
    const wanted = waiting.current.shift();
    if (wanted) void read(wanted);
    else setStep(undefined);
  };
  const read = async (wanted: Wanted, columns?: ColumnMap) => {
    setStep({ at: 'reading', wanted });
    running.current = new AbortController();
    const answer = await bulk.ask(
      'preview',
      { source: wanted.source, ...(columns && { columns }) },
      { signal: running.current.signal, hear: (progress) => setStep({ at: 'reading', wanted, progress }) },
    );
    if (answer === 'cancelled') return next();
    if (!answer.ok) return setStep({ at: 'failed', wanted, problem: answer.problem });
    setStep({ at: 'preview', wanted, preview: answer.value, ...(columns && { columns }) });
  };
  const keep = async ({ wanted, preview, columns }: Extract<ImportStep, { at: 'preview' }>) => {
    const total = preview.frameworks.reduce((sum, { skills }) => sum + skills, 0);
    setStep({ at: 'importing', wanted, progress: { done: 0, total } });
    running.current = new AbortController();
    const answer = await bulk.ask(
      'importDocument',
      { source: wanted.source, ...(columns && { columns }) },
      {
        signal: running.current.signal,
        hear: ({ done }) => setStep({ at: 'importing', wanted, progress: { done, total } }),
      },
    );
    if (answer === 'cancelled') return next();
    if (!answer.ok) return setStep({ at: 'failed', wanted, problem: answer.problem });
    onImported(answer.value);
    next();
  };
  return {
    step,
    /** How many documents come after this one. */
    left: waiting.current.length,
    begin: (wanted: readonly Wanted[]) => {
      waiting.current.push(...wanted);
      if (!step) next();
    },
    /** Reads the document again, now that the person said what its columns hold. */
    name: (columns: ColumnMap) => step && void read(step.wanted, columns),
    keep: () => step?.at === 'preview' && void keep(step),
    /** Leaves this document; what is running ends, and nothing of it is kept. */
    leave: () => {
      if (step?.at === 'reading' || step?.at === 'importing') running.current?.abort();
      else next();
    },
  };
}
