import Papa from 'papaparse';
import { ProblemError } from '../domain/problem.ts';
import { F501Quotes } from '../domain/problems.ts';

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection: `=`, `+`, `-`, `@`,
 * tab, carriage return and the like). One that begins with apostrophes before such a sign gets one more, so that `plainCell`
 * gives every text back as it was.
 */
export function harmlessCell(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** The text that `harmlessCell` took the force out of. */
export function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** A line of a table (RFC 4180): cells harmless, quoted where they have to be, and well-formed Unicode. */
export function csvLine(cells: readonly string[]): string {
  const quoted = (cell: string) => (/[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${cells.map((cell) => quoted(harmlessCell(cell.replace(/\p{Cs}/gu, '\ufffd')))).join(',')}\r\n`;
}

/** Several texts in one cell, to be taken apart again: a semicolon inside one stands behind a backslash. */
export function joinedCell(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join(';');
}

/** The texts of such a cell; those that are empty are left out. */
export function textsOfCell(cell: string): string[] {
  const parts = cell.match(/(?:\\[\s\S]|[^\\;])+/g) ?? [];
  return parts.map((part) => part.replace(/\\([\\;])/g, '$1').trim()).filter((part) => part !== '');
}

/**
 * The rows of a table with any text in them, the headings first, by whichever delimiter and line end it is written. Throws
 * F501 where quotation marks do not match (RFC 4180, section 2, rules 5 to 7), unless `limit` says that the first rows
 * alone are looked at.
 */
export function tableRows(text: string, limit = 0): string[][] {
  const unmarked = text.replace(/^\ufeff/, '');
  const unquoted = unmarked.slice(0, 65_536).replace(/"[^"]*("|$)/g, '');
  const [, first = '', end = '\n'] = /^([^\r\n]*)(\r\n|\n|\r)?/.exec(unquoted) ?? [];
  const delimiter = [',', ';', '\t', '|'].reduce((one, other) =>
    first.split(other).length > first.split(one).length ? other : one,
  );
  const newline = end === '\r\n' || end === '\r' ? end : '\n';
  const { data, errors } = Papa.parse<string[]>(unmarked, { delimiter, newline, preview: limit });
  const broken = limit === 0 ? errors.find(({ type }) => type === 'Quotes') : undefined;
  if (broken) throw brokenQuotes((broken.row ?? 0) + 1);
  return data.map((row) => row.map(plainCell)).filter((row) => row.some((cell) => cell !== ''));
}

function brokenQuotes(row: number) {
  return new ProblemError(F501Quotes({ row }));
}
