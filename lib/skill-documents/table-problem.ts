import type { ProblemError } from '../domain/problem.ts';
import { failure, quoted } from './document-problem.ts';

const unchanged = 'Nothing was imported.';

/** I411: one identifier stands for two rows, which begin on these lines. */
export function repeatedRow(name: string, uri: string, first: number, second: number): ProblemError {
  return failure(
    'I411',
    `${quoted(name)} calls two skills by the same identifier, on line ${first} and on line ${second}: ${quoted(uri)}.`,
    `${unchanged} One of the two rows has to go, or to get an identifier of its own.`,
  );
}

/** I413: quotation marks in the row that begins on this line do not match (RFC 4180, section 2, rules 5 to 7). */
export function brokenQuotes(name: string, line: number): ProblemError {
  return failure(
    'I413',
    `The quotation marks of ${quoted(name)} do not match in the row that begins on line ${line}.`,
    `${unchanged} Close the cell there, or double the quotation mark that belongs to its text.`,
  );
}

/** I414: the row that begins on this line goes on for longer than any row is. */
export function endlessRow(name: string, line: number): ProblemError {
  return failure(
    'I414',
    `The row of ${quoted(name)} that begins on line ${line} does not end.`,
    `${unchanged} Most likely a quotation mark is opened there and never closed.`,
  );
}

/** I415: more skills than one table is read for. */
export function tooManyRows(name: string, limit: number): ProblemError {
  return failure(
    'I415',
    `${quoted(name)} holds more than ${limit.toLocaleString('en')} skills.`,
    `${unchanged} Split it into several files, one for each framework.`,
  );
}

/** I416: a column without which the table cannot be read as what it was taken for. */
export function missingColumn(name: string, heading: string): ProblemError {
  return failure(
    'I416',
    `${quoted(name)} has no column ${quoted(heading)}.`,
    `${unchanged} Check that the first row of the table holds its headings, and that this is the right table.`,
  );
}

/** I417: nobody said what the columns of a table hold. */
export function unknownColumns(name: string): ProblemError {
  return failure(
    'I417',
    `Nobody has said yet which column of ${quoted(name)} holds the names of the skills.`,
    `${unchanged} Say which column holds what, and import it again.`,
  );
}
