import type { FormatId } from '../domain/bundle.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Connection } from './adapter.ts';

/** What a format makes of alignments. `extension` is a file name's ending, with its dot. */
export type WrittenText = { text: string; mediaType: string; extension: string };

/**
 * Alignments of a page in a format. The same alignments give the same text: the bundle is dated by the one that was changed
 * last, not by the clock.
 */
export function writtenText(
  { write }: Connection,
  format: FormatId,
  resource: LearningResourceDraft,
  alignments: readonly ResourceAlignment[],
): Promise<WrittenText> {
  // Whoever opens connections gives it; a connection without it is a mistake in our wiring and no registry's failure.
  if (!write) throw new Error('this connection cannot write formats');
  const [made = ''] = alignments.map(({ modified }) => modified).sort((one, other) => (one < other ? 1 : -1));
  return write(format, { resources: new Map([[resource.address, resource]]), alignments, made });
}
