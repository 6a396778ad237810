import type { TableSample } from '../domain/framework-import.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { tableRows } from './csv-cells.ts';

/** How much of a text is looked at before the whole is read, in UTF-16 code units. */
const sampledLength = 262_144;

/** How many rows of it are looked at, the headings among them. */
const sampledRows = 20;

/** The headings of a table by its first row: each by a name of its own, those without one by their place. */
export function headingsOf(first: readonly string[] = []): string[] {
  const headings: string[] = [];
  for (const [at, cell] of first.entries()) {
    const heading = cell.trim() || `Column ${at + 1}`;
    headings.push(headings.includes(heading) ? `${heading} (column ${at + 1})` : heading);
  }
  return headings;
}

/** The headings of a table and its first whole rows, one cell a heading. */
export function beginningOf(text: string): TableSample {
  const [first, ...rows] = tableRows(text.slice(0, sampledLength), sampledRows);
  const headings = headingsOf(first);
  const isCut = text.length > sampledLength && rows.length + 1 < sampledRows;
  const whole = isCut ? rows.slice(0, -1) : rows;
  return { headings, rows: whole.map((row) => headings.map((_, at) => row[at] ?? '')) };
}

/**
 * The beginning of a text that may be a table of alignments under headings of its own. Undefined where it is a document
 * of another kind, has a single column, or holds no web address that a page could have.
 */
export function foreignTable(text: string): TableSample | undefined {
  if (/^\s*[<{[]/.test(text)) return undefined;
  const table = beginningOf(text);
  const holdsPages = table.rows.some((row) => row.some((cell) => isWebAddress(cell.trim())));
  return table.headings.length > 1 && holdsPages ? table : undefined;
}
