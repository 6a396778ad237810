import type { FormatId } from '../domain/bundle.ts';
import type { Connection, Publication } from './adapter.ts';
import { writtenText } from './written-text.ts';

/** A page with all of its alignments that are to stand at a registry, written in a format of JSON. */
export async function writtenPage(
  connection: Connection,
  format: FormatId,
  { alignments, resource }: Publication,
): Promise<unknown> {
  return JSON.parse((await writtenText(connection, format, resource, alignments)).text);
}
