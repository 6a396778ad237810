import { type Json, jsonText } from './json-text.ts';

/** How a format puts its documents into one file. */
export type Framing<Document> = {
  /** The whole file where there is one document. */
  alone(document: Document): Json;
  /** The file around several documents or none: its last empty list is where they go. */
  around: Json;
  /** How many lists and objects stand around a document there; its lines are indented as deep. */
  depth: number;
};

/**
 * Writes JSON documents in pieces, one a document, so that only two stand in memory at once: the next one is awaited
 * before the first is written, since a single document is framed otherwise than several.
 */
export async function* jsonChunks<Document extends Json>(
  documents: AsyncIterable<Document>,
  { alone, around, depth }: Framing<Document>,
  indent = 2,
): AsyncGenerator<string> {
  const frame = jsonText(around, indent);
  const place = frame.lastIndexOf('[]');
  const [open, close] = [frame.slice(0, place), frame.slice(place + 2)];
  const newLine = indent > 0 ? `\n${' '.repeat(indent * depth)}` : '';
  const written = (document: Document) => newLine + jsonText(document, indent).replaceAll('\n', newLine);
  let first: Document | undefined;
  let count = 0;
  for await (const document of documents) {
    count += 1;
    if (count === 1) first = document;
    if (count === 2 && first !== undefined) yield `${open}[${written(first)}`;
    if (count > 1) yield `,${written(document)}`;
  }
  if (count === 1 && first !== undefined) yield jsonText(alone(first), indent);
  if (count === 0) yield `${open}[]${close}`;
  if (count > 1) yield `${indent > 0 ? `\n${' '.repeat(indent * (depth - 1))}` : ''}]${close}`;
}
