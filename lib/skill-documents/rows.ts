import Papa from 'papaparse';
import { ProblemError } from '../domain/problem.ts';

/** One row of a table. */
export type Row = {
  /** The line of the file on which it begins, from 1. */
  line: number;
  /** Its cells without white space at their ends. Only text: what looks like a formula stays what it looks like. */
  cells: readonly string[];
};

/** How a table is written. */
export type Dialect = {
  delimiter: string;
  lineEnd: '\n' | '\r';
  /** Whether a cell may stand between quotation marks (RFC 4180, section 2, rules 5 to 7). */
  quotes: boolean;
};

/** Longest row that is read, in UTF-16 units: beyond it, a quotation mark was opened and never closed. */
export const longestRow = 1024 * 1024;

const delimiters = [',', ';', '\t', '|'];

/** What Papa's parser answers for a piece (papaparse 5.7, Parser.parse); its types call it `any`. */
type Parsed = { data: string[][]; errors: { row: number }[]; meta: { cursor: number } };

/**
 * How a table is written, by its first row: the delimiter that gives most headings, and the first line end outside
 * quotation marks. A lone LF covers CR LF as well: cells are trimmed.
 */
export function dialectOf(beginning: string): Dialect {
  const ends = beginning.replace(/"[^"]*("|$)/g, '');
  const lineEnd = /\r\n|\n|\r/.exec(ends)?.[0] === '\r' ? '\r' : '\n';
  const headings = (delimiter: string) => firstRows(beginning, { delimiter, lineEnd, quotes: true }, 1)[0]?.length ?? 0;
  const most = Math.max(...delimiters.map(headings));
  const delimiter = delimiters.find((one) => headings(one) === most) ?? ',';
  return { delimiter, lineEnd, quotes: true };
}

/** The cells of the first rows in the beginning of a table, blank ones included. */
export function firstRows(beginning: string, dialect: Dialect, limit: number): string[][] {
  const { data } = piece(beginning, dialect, false, limit);
  return data.map((cells) => cells.map((cell) => cell.trim()));
}

/**
 * The rows of a table, piece by piece: no more of it stands in memory than one piece and one row. Rows without any text
 * are passed over. Rejects with I420 where quotation marks are broken, with I421 where a row is too long.
 */
export async function* rowsIn(pieces: AsyncIterable<string>, dialect: Dialect, signal?: AbortSignal) {
  let text = '';
  let line = 1;
  for await (const next of pieces) {
    signal?.throwIfAborted();
    text += next;
    const parsed = piece(text, dialect, true);
    line = yield* numbered(parsed, dialect, line);
    text = text.slice(parsed.meta.cursor);
    if (text.length > longestRow) throw tooLong(line);
  }
  yield* numbered(piece(text, dialect, false), dialect, line);
}

/** Reads what is whole of a text; `more` leaves the last row for later, since more of it may follow. */
function piece(text: string, { delimiter, lineEnd, quotes }: Dialect, more: boolean, preview?: number): Parsed {
  // Fast mode splits at delimiters and line ends alone, which is what a table without quotation marks is. Left to itself,
  // Papa chooses it by looking for any: the same answer, sooner.
  const parser = new Papa.Parser({ delimiter, newline: lineEnd, preview, fastMode: quotes ? undefined : true });
  return parser.parse(text, 0, more);
}

/** Yields the rows that hold any text, answers the line after them. */
function* numbered({ data, errors }: Parsed, { lineEnd }: Dialect, first: number): Generator<Row, number> {
  // What is wrong in a row that is not whole yet is looked at again when it is.
  const broken = new Set(errors.map(({ row }) => row));
  let line = first;
  for (const [index, raw] of data.entries()) {
    if (broken.has(index)) throw brokenQuotes(line);
    const cells = raw.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) yield { line, cells };
    for (const cell of raw) line += linesIn(cell, lineEnd);
    line += 1;
  }
  return line;
}

function linesIn(cell: string, lineEnd: string): number {
  let count = 0;
  for (let at = cell.indexOf(lineEnd); at !== -1; at = cell.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}

function brokenQuotes(line: number): ProblemError {
  return new ProblemError({
    code: 'I420',
    message: `The quotation marks in the row at line ${line} do not match.`,
    advice: 'Nothing was imported. Close the cell there, or double a quotation mark that belongs to its text.',
  });
}

function tooLong(line: number): ProblemError {
  return new ProblemError({
    code: 'I421',
    message: `The row at line ${line} never ends.`,
    advice: 'Nothing was imported. Most likely a quotation mark is opened there and never closed.',
  });
}
