import { beginningOf, decoded } from './decode.ts';
import { placeOf } from './headings.ts';
import type { LineTally } from './line-tally.ts';
import { dialectOf, type Row, rowsIn } from './rows.ts';
import type { DocumentSource } from './skill-document.ts';
import { missingColumn } from './table-problem.ts';
import { tableOf } from './table-sample.ts';

/** Reads one cell of a row; the empty string where the table has no such column. */
export type Column = (row: Row) => string;

/** A table whose headings were read. */
export type Table = {
  readonly headings: readonly string[];
  /** The first rows below them. The last one may be cut off. */
  readonly firstRows: readonly Row[];
  /** The column under the first of these names that the table has. */
  column(...names: string[]): Column;
  /** The same, for a column that has to be there. Throws I416. */
  requiredColumn(...names: string[]): Column;
  /**
   * What stands below the headings, from the beginning each time. Rows with too many cells are left out and, like rows with
   * too few, counted. Rejects as `rowsIn` and `decoded` do.
   */
  rows(tally: LineTally, signal?: AbortSignal): AsyncGenerator<Row>;
};

/** Opens a table. Rejects with the signal's reason, and with I401 or I402 where it is no text that can be read. */
export async function openTable(source: DocumentSource, signal?: AbortSignal): Promise<Table> {
  signal?.throwIfAborted();
  const beginning = await beginningOf(source);
  const { headings, rows: firstRows } = tableOf({ text: beginning });
  const column = (...names: string[]) => columnAt(placeOf(headings, names));
  return {
    headings,
    firstRows,
    column,
    requiredColumn(...names) {
      if (placeOf(headings, names) === -1) throw missingColumn(source.name, names[0] ?? '');
      return column(...names);
    },
    async *rows(tally, stop) {
      const options = { name: source.name, ...(stop && { signal: stop }) };
      let isBelow = false;
      for await (const row of rowsIn(decoded(source, stop), dialectOf(beginning), options)) {
        if (isBelow && fits(row, headings.length, tally)) yield row;
        isBelow = true;
      }
    },
  };
}

function columnAt(place: number): Column {
  return ({ cells }) => cells[place] ?? '';
}

function fits({ line, cells }: Row, width: number, tally: LineTally): boolean {
  if (cells.length < width) tally.count('I440', line);
  if (!cells.slice(width).some((cell) => cell !== '')) return true;
  tally.count('I441', line);
  return false;
}
