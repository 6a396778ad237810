import { ProblemError } from '../domain/problem.ts';
import { I411Lines, I413, I414, I415, I416, I417 } from '../domain/problems.ts';
import { quoted } from './document-problem.ts';

/** I411: one identifier stands for two rows, which begin on these lines. */
export function repeatedRow(name: string, uri: string, first: number, second: number): ProblemError {
  const lines = { first: String(first), second: String(second) };
  return new ProblemError(I411Lines({ file: quoted(name), uri: quoted(uri), ...lines }));
}

/** I413: quotation marks in the row that begins on this line do not match (RFC 4180, section 2, rules 5 to 7). */
export function brokenQuotes(name: string, line: number): ProblemError {
  return new ProblemError(I413({ file: quoted(name), line: String(line) }));
}

/** I414: the row that begins on this line goes on for longer than any row is. */
export function endlessRow(name: string, line: number): ProblemError {
  return new ProblemError(I414({ file: quoted(name), line: String(line) }));
}

/** I415: more skills than one table is read for. */
export function tooManyRows(name: string, limit: number): ProblemError {
  return new ProblemError(I415({ file: quoted(name), limit }));
}

/** I416: a column without which the table cannot be read as what it was taken for. */
export function missingColumn(name: string, heading: string): ProblemError {
  return new ProblemError(I416({ file: quoted(name), heading: quoted(heading) }));
}

/** I417: nobody said what the columns of a table hold. */
export function unknownColumns(name: string): ProblemError {
  return new ProblemError(I417({ file: quoted(name) }));
}
