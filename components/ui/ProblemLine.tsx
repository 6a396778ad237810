import type { Problem } from '../../lib/domain/problem.ts';
import { problemWords } from '../../lib/language/problem-words.ts';

/** A problem within something else: what happened, what to do where that is known, and the code. */
export function ProblemLine({ problem, className }: { problem: Problem; className?: string }) {
  const { message, advice, code } = problemWords(problem);
  return (
    <p className={className}>
      {message} {advice} <span className="quiet">{code}</span>
    </p>
  );
}
