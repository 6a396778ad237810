import { useEffect, useRef, useState } from 'react';
import type { CoverageTally } from '../../lib/domain/coverage.ts';
import { readTally, type TallyProgress, tallyMark } from '../../lib/queries/coverage.ts';
import { useDatabase, useKept } from '../../lib/queries/database-context.ts';

/** What was counted of the alignments, and how far the next count is. */
export type Tallied = {
  /** The last whole count; absent before the first. */
  tally?: CoverageTally;
  /** Set while it is counted. */
  progress?: TallyProgress | undefined;
  /** Whether the person stopped the last count. */
  stopped?: boolean;
};

/** Counts all alignments, and again after each change of them. What was counted before is there meanwhile. */
export function useTally() {
  const database = useDatabase();
  const mark = useKept(tallyMark, []);
  const [tallied, setTallied] = useState<Tallied>({});
  const [turn, setTurn] = useState(0);
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    // Each count is of one state of the alignments, and of one wish to have them counted.
    void turn;
    if (mark === undefined) return;
    const aborter = new AbortController();
    running.current = aborter;
    const { signal } = aborter;
    const onProgress = (progress: TallyProgress) => setTallied((before) => ({ ...before, progress, stopped: false }));
    readTally(database, { signal, onProgress }).then(
      (tally) => signal.aborted || setTallied({ tally }),
      (error: unknown) => {
        if (!signal.aborted)
          setTallied(() => {
            throw error;
          });
      },
    );
    return () => aborter.abort();
  }, [database, mark, turn]);
  return {
    ...tallied,
    stop: () => {
      running.current?.abort();
      setTallied(({ progress: _, ...before }) => ({ ...before, stopped: true }));
    },
    again: () => setTurn(turn + 1),
  };
}
