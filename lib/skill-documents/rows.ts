import Papa from 'papaparse';
import { brokenQuotes, endlessRow } from './table-problem.ts';

/** One row of a table. */
export type Row = {
  /** The line of the file on which it begins, from 1. */
  line: number;
  /**
   * Its cells without white space at their ends. Only text: nothing that looks like a formula is evaluated, nor changed.
   * Formats that write tables take the force out of such cells on their way out.
   */
  cells: readonly string[];
};

/** How a table is written. */
export type Dialect = {
  delimiter: string;
  lineEnd: '\n' | '\r';
};

/** Longest row that is read, in UTF-16 code units: beyond it, a quotation mark was opened and never closed. */
const longestRow = 1024 * 1024;

/** In the order of preference where two give as many headings. */
const delimiters = [',', ';', '\t', '|'];

/** What Papa's parser answers for a text (papaparse 5.7, `Parser.parse`); its types call it `any`. */
type Parsed = { data: string[][]; errors: { row: number }[]; meta: { cursor: number } };

/**
 * How a table is written, by its beginning: the delimiter that stands most often in its first line, and the first line end,
 * both outside quotation marks. LF stands for CR LF as well, so that a file may mix the two.
 */
export function dialectOf(beginning: string): Dialect {
  const unquoted = beginning.replace(/"[^"]*("|$)/g, '').replace(/^[\r\n]+/, '');
  const [, first = '', end] = /^([^\r\n]*)(\r\n|\n|\r)?/.exec(unquoted) ?? [];
  const counts = delimiters.map((delimiter) => first.split(delimiter).length);
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',', lineEnd: end === '\r' ? '\r' : '\n' };
}

/** The first rows of a table with any text in them, as far as its beginning goes. */
export function firstRows(beginning: string, limit: number): Row[] {
  const dialect = dialectOf(beginning);
  const { data } = parsed(beginning, dialect, false, limit);
  return [...numbered({ data, errors: [], meta: { cursor: 0 } }, dialect, '', 1)];
}

/**
 * The rows of a table with any text in them. No more stands in memory at once than one piece and one row. Rejects with the
 * signal's reason, with I413 where quotation marks are broken, and with I414 where a row does not end within 1 Mi
 * characters; `name` is the document's, for the problems.
 */
export async function* rowsIn(
  pieces: AsyncIterable<string>,
  dialect: Dialect,
  { name, signal }: { name: string; signal?: AbortSignal },
): AsyncGenerator<Row> {
  let text = '';
  let line = 1;
  for await (const piece of pieces) {
    text += piece;
    const whole = parsed(text, dialect, true);
    for (const row of numbered(whole, dialect, name, line)) {
      signal?.throwIfAborted();
      yield row;
    }
    line += linesIn(text.slice(0, whole.meta.cursor), dialect.lineEnd);
    text = text.slice(whole.meta.cursor);
    if (text.length > longestRow) throw endlessRow(name, line);
  }
  for (const row of numbered(parsed(text, dialect, false), dialect, name, line)) {
    signal?.throwIfAborted();
    yield row;
  }
}

/** The rows of a text. `more`: its last row is left for later, since the text goes on. */
function parsed(text: string, { delimiter, lineEnd }: Dialect, more: boolean, preview?: number): Parsed {
  return new Papa.Parser({ delimiter, newline: lineEnd, preview }).parse(text, 0, more);
}

/** Rows with the lines on which they begin, of which the first is `line`. */
function* numbered({ data, errors }: Parsed, { lineEnd }: Dialect, name: string, line: number): Generator<Row> {
  // What is wrong in a row that is not whole yet has no row here, and is found again when it is.
  const broken = new Set(errors.map(({ row }) => row));
  let at = line;
  for (const [index, raw] of data.entries()) {
    if (broken.has(index)) throw brokenQuotes(name, at);
    const cells = raw.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) yield { line: at, cells };
    for (const cell of raw) at += linesIn(cell, lineEnd);
    at += 1;
  }
}

function linesIn(text: string, lineEnd: string): number {
  let count = 0;
  for (let at = text.indexOf(lineEnd); at !== -1; at = text.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
