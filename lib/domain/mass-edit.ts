import * as z from 'zod/mini';
import { Fit, Relation } from './resource-alignment.ts';

/** One act on many alignments: another relation, another fit, or their removal. */
export const MassEdit = z.object({
  alignments: z.array(z.uuid()).check(z.minLength(1)),
  act: z.union([
    z.strictObject({ relation: Relation }),
    z.strictObject({ fit: Fit }),
    z.strictObject({ remove: z.literal(true) }),
  ]),
});
export type MassEdit = z.infer<typeof MassEdit>;

/** What such an act did. */
export type MassEdited = {
  /** By what it is taken back, for 30 days. */
  undo: string;
  /** Alignments that it changed or removed. */
  changed: number;
  /** Alignments that it left as they were: gone by now, so already, or said by another alignment of the page. */
  left: number;
};
