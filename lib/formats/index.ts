import type { FormatId } from '../domain/bundle.ts';
import type { AlignmentFormat, Written } from './format.ts';
import { lrmi } from './lrmi.ts';
import { openBadges2 } from './open-badges-2.ts';
import { openBadges3 } from './open-badges-3.ts';

/** Every format, under its id, in the order in which a person is shown them. */
export const formats = {
  lrmi,
  'open-badges-2': openBadges2,
  'open-badges-3': openBadges3,
} satisfies Record<FormatId, AlignmentFormat>;

/** Joins the pieces of a written bundle; for what is small enough to be copied or shown. */
export async function textOf(written: Pick<Written, 'chunks'>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of written.chunks) pieces.push(piece);
  return pieces.join('');
}
