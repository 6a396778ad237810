import { type RefObject, useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';

/** What an act came to. `undo` is the id by which the background takes it back, or takes it back itself. */
export type Told = { words: string; undo?: string | (() => void) };

/** How an act ended. */
export type Ended = { ok: true } | { ok: false; problem: Problem };

/** What a screen's last act came to, and how the next one is heard of. */
export type Acts = {
  told: Told | undefined;
  problem: Problem | undefined;
  /** Where the keyboard goes after each act. */
  heading: RefObject<HTMLHeadingElement | null>;
  end(answer: Ended, told: Told): void;
};

/** Keeps what a screen's last act came to. `after` runs when one has ended. */
export function useActs(onSay: (text: string) => void, after: () => void = () => {}): Acts {
  const [told, setTold] = useState<Told>();
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  const end = (answer: Ended, done: Told) => {
    setProblem(answer.ok ? undefined : answer.problem);
    setTold(answer.ok ? done : undefined);
    if (answer.ok) onSay(done.words);
    after();
    heading.current?.focus();
  };
  return { told, problem, heading, end };
}

/** Says what the last act came to, with a way to take it back. */
export function ActNotices({ acts: { told, problem, end } }: { acts: Acts }) {
  if (!told && !problem) return null;
  const undo = told?.undo;
  const takeBack = async () => {
    if (typeof undo === 'function') return undo();
    if (undo === undefined) return;
    const answer = await ask('takeBack', { undo });
    end(answer, { words: answer.ok ? t('library.undone', answer.value) : '' });
  };
  return (
    <div className="notices">
      {told && (
        <Notice
          tone="good"
          title={told.words}
          acts={
            undo && (
              <button type="button" className="btn btn-small" onClick={() => void takeBack()}>
                {t('library.undo')}
              </button>
            )
          }
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
