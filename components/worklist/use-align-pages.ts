import { useRef, useState } from 'react';
import { alignedAtOnce, partsOf, type SetSkill } from '../../lib/domain/align-pages.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import type { FoundPage } from '../../lib/domain/work-list.ts';
import { ask } from '../../lib/messaging/client.ts';

/** What aligning many pages came to, all parts together. */
export type PagesDone = { undo: string; created: number; left: number };

/**
 * Aligns many pages, a part at a time, each a transaction of its own and all of them one act. Ended between two parts it
 * keeps what is done. Up to a thousand alignments are one part.
 */
export function useAlignPages() {
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [problem, setProblem] = useState<Problem>();
  const isEnded = useRef(false);
  const run = async (pages: readonly FoundPage[], skills: readonly SetSkill[]): Promise<PagesDone | undefined> => {
    isEnded.current = false;
    setProblem(undefined);
    let done: PagesDone | undefined;
    let through = 0;
    setProgress({ done: 0, total: pages.length });
    for (const part of partsOf(pages, skills.length)) {
      if (isEnded.current) break;
      const answer = await ask('alignPages', { pages: part, skills: [...skills], ...(done && { undo: done.undo }) });
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      const { undo, created, left } = answer.value;
      done = { undo, created: created + (done?.created ?? 0), left: left + (done?.left ?? 0) };
      through += part.length;
      setProgress({ done: through, total: pages.length });
    }
    setProgress(undefined);
    return done;
  };
  return {
    progress,
    problem,
    run,
    /** Ends it after the part that is on its way. */
    end: () => {
      isEnded.current = true;
    },
    /** Whether so much is done in several parts, between which it can be ended. */
    isLong: (pages: number, skills: number) => pages * skills > alignedAtOnce,
  };
}
