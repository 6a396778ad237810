import { type Json, jsonText } from './json-text.ts';

/** Where lists stand in a file, and how it is written. */
export type ListLayout = {
  /** How many objects stand around the lists. */
  depth: number;
  /** Spaces of indentation; 0 writes one line. */
  indent: number;
  signal?: AbortSignal;
};

/** The start of a line as deep in a file: nothing where it is written in one line. */
export function lineAt(depth: number, indent: number): string {
  return indent > 0 ? `\n${' '.repeat(indent * depth)}` : '';
}

/**
 * Writes lists as further members of an object, in order, a piece for each row, so that only one row stands in memory. The
 * caller writes the object's other members before and its end after. Rejects with the signal's reason.
 */
export async function* listChunks(
  lists: Readonly<Record<string, Iterable<Json> | AsyncIterable<Json>>>,
  { depth, indent, signal }: ListLayout,
): AsyncGenerator<string> {
  const [line, rowLine] = [lineAt(depth, indent), lineAt(depth + 1, indent)];
  for (const [name, rows] of Object.entries(lists)) {
    let before = `,${line}"${name}":${indent > 0 ? ' ' : ''}[`;
    for await (const row of rows) {
      signal?.throwIfAborted();
      yield `${before}${rowLine}${jsonText(row, indent).replaceAll('\n', rowLine)}`;
      before = ',';
    }
    yield before === ',' ? `${line}]` : `${before}]`;
  }
}
