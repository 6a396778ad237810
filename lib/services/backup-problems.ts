import { ProblemError } from '../domain/problem.ts';
import { B700, B701, B702, B703, B704, B705, B706 } from '../domain/problems.ts';

/** A file that is something else. */
export function notABackup(): ProblemError {
  return new ProblemError(B700);
}

/** A backup of a later release of the format. */
export function tooNew(): ProblemError {
  return new ProblemError(B701);
}

/** A backup whose digest or counts are others than its lines give. */
export function changed(): ProblemError {
  return new ProblemError(B703);
}

/** A backup with records that do not fit their kind. */
export function unfitting(count: number): ProblemError {
  return new ProblemError(B704({ count }));
}

/** A backup in which records stand more than once. */
export function twice(count: number): ProblemError {
  return new ProblemError(B705({ count }));
}

/** A backup that does not come to its end, or cannot be unpacked. */
export function cutShort(cause?: unknown): ProblemError {
  return new ProblemError(B702, { cause });
}

/** A file that unpacks to more than is read. */
export function tooLarge(): ProblemError {
  return new ProblemError(B706);
}
