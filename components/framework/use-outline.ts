import { useEffect, useState } from 'react';
import type { OutlineLine } from '../../lib/domain/skill-outline.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { readOutline } from '../../lib/queries/outline.ts';

/** The whole tree of a framework kept here, by its id; undefined until it is read, and where none is named. */
export function useOutline(framework: string | undefined): readonly OutlineLine[] | undefined {
  const database = useDatabase();
  const [read, setRead] = useState<{ of: string; lines: readonly OutlineLine[] }>();
  useEffect(() => {
    if (framework === undefined) return;
    const aborter = new AbortController();
    readOutline(database, framework, aborter.signal).then(
      (lines) => aborter.signal.aborted || setRead({ of: framework, lines }),
      (error: unknown) => {
        if (!aborter.signal.aborted)
          setRead(() => {
            throw error;
          });
      },
    );
    return () => aborter.abort();
  }, [database, framework]);
  return read?.of === framework ? read?.lines : undefined;
}
