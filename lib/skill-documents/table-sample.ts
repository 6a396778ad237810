import type { TableSample } from '../domain/framework-import.ts';
import { beginningOf } from './decode.ts';
import { headingsOf } from './headings.ts';
import { firstRows, type Row } from './rows.ts';
import type { DocumentSource, Sample } from './skill-document.ts';

/** How many rows are looked at before a table is read, its headings among them. */
export const sampledRows = 20;

/** What the beginning of a document holds where it is a table. Its last row may be cut off. */
export function tableOf({ text }: Pick<Sample, 'text'>): { headings: string[]; rows: Row[] } {
  const [first, ...rows] = firstRows(text, sampledRows);
  return { headings: headingsOf(first), rows };
}

/**
 * The headings of a table and its first rows, one cell a heading: for whoever says what its columns hold. Rejects with the
 * signal's reason, and with I401 or I402 where the document is no text that can be read.
 */
export async function tableIn(source: DocumentSource, signal?: AbortSignal): Promise<TableSample> {
  signal?.throwIfAborted();
  const { headings, rows } = tableOf({ text: await beginningOf(source) });
  return { headings, rows: rows.map(({ cells }) => headings.map((_, at) => cells[at] ?? '')) };
}
