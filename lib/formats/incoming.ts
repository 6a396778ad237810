import type { ReadWarning } from '../domain/bundle.ts';
import { ProblemError } from '../domain/problem.ts';

/** The error of a text that is not what a format reads (F501). Whoever imports has changed nothing then. */
export function notOfFormat(message: string, advice = 'Choose another file, or ask for it again.'): ProblemError {
  return new ProblemError({ code: 'F501', message, advice: `Nothing was imported. ${advice}` });
}

/** Counts what is left out or mended while a text is read. */
export type WarningTally = {
  add(message: string, advice: string): void;
  /** Each thing once, with how often it happened. */
  list(): ReadWarning[];
};

/** Starts a tally (F502: something was left out or mended). */
export function readWarnings(): WarningTally {
  const counted = new Map<string, ReadWarning>();
  return {
    add(message, advice) {
      const warning = counted.get(message) ?? { code: 'F502', message, advice, count: 0 };
      counted.set(message, { ...warning, count: warning.count + 1 });
    },
    list: () => [...counted.values()],
  };
}
