import type { ReadWarning } from '../domain/bundle.ts';
import type { Problem } from '../domain/problem.ts';

/** Counts what is left out or mended while a text is read. */
export type WarningTally = {
  add(problem: Problem): void;
  /** Each thing once, with how often it happened. */
  list(): ReadWarning[];
};

/** Starts a tally (F502: something was left out or mended). */
export function readWarnings(): WarningTally {
  const counted = new Map<string, ReadWarning>();
  return {
    add(problem) {
      const { count } = counted.get(problem.message) ?? { count: 0 };
      counted.set(problem.message, { ...problem, count: count + 1 });
    },
    list: () => [...counted.values()],
  };
}
