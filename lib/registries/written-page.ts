import type { Bundle, FormatId } from '../domain/bundle.ts';
import type { Connection, Publication } from './adapter.ts';

/**
 * A page with all of its alignments that are to stand at a registry, written in a format of JSON. The same publication
 * gives the same text: the bundle is dated by the alignment that was changed last, not by the clock.
 */
export async function writtenPage(
  { write }: Connection,
  format: FormatId,
  { alignments, resource }: Publication,
): Promise<unknown> {
  // Whoever opens connections gives it; a connection without it is a mistake in our wiring and no registry's failure.
  if (!write) throw new Error('this connection cannot write formats');
  const made =
    alignments
      .map(({ modified }) => modified)
      .sort()
      .at(-1) ?? '';
  const bundle: Bundle = { resources: new Map([[resource.address, resource]]), alignments, made };
  return JSON.parse((await write(format, bundle)).text);
}
