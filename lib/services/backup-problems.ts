import { ProblemError } from '../domain/problem.ts';

/** A file that is something else. */
export function notABackup(): ProblemError {
  return new ProblemError({
    code: 'B700',
    message: 'This file is no backup of Plumbline.',
    advice: 'Nothing was changed. Files of alignments are imported under “Your alignments”.',
  });
}

/** A backup of a later release of the format. */
export function tooNew(): ProblemError {
  return new ProblemError({
    code: 'B701',
    message: 'This backup was made by a newer Plumbline.',
    advice: 'Nothing was changed. Update the extension, then restore it again.',
  });
}

/** A backup whose digest or counts are others than its lines give. */
export function changed(): ProblemError {
  return new ProblemError({
    code: 'B703',
    message: 'This backup is not as it was written: something in it was changed or damaged.',
    advice: 'Nothing was changed here. An automatic backup or an older file may be whole.',
  });
}

/** A backup with records that do not fit their kind. */
export function unfitting(count: number): ProblemError {
  return new ProblemError({
    code: 'B704',
    message: `${count} ${count === 1 ? 'record' : 'records'} of this backup cannot be read.`,
    advice: 'Nothing was changed: a backup is restored whole or not at all.',
  });
}

/** A backup in which records stand more than once. */
export function twice(count: number): ProblemError {
  return new ProblemError({
    code: 'B705',
    message: `${count} ${count === 1 ? 'record stands' : 'records stand'} in this backup more than once.`,
    advice: 'Nothing was changed: nobody can tell which one counts.',
  });
}

/** A backup that does not come to its end, or cannot be unpacked. */
export function cutShort(cause?: unknown): ProblemError {
  const problem = {
    code: 'B702',
    message: 'This backup is cut short or damaged.',
    advice: 'Nothing was changed. Download or copy it again; an automatic backup or an older file may be whole.',
  };
  return new ProblemError(problem, { cause });
}

/** A file that unpacks to more than is read. */
export function tooLarge(): ProblemError {
  return new ProblemError({
    code: 'B706',
    message: 'This file is larger than a backup that Plumbline reads.',
    advice: 'Nothing was changed.',
  });
}
