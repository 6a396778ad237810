import * as z from 'zod/mini';

/** Where it stands in `storage.local` that the person starts over. */
export const resetKey = 'reset';

/**
 * That the person started over. `erasing` stands there before anything is erased, and until all is: whoever finds it goes
 * on. `erased` stays, so that each page lets go once of what it keeps by itself.
 */
export const Reset = z.object({
  state: z.enum(['erasing', 'erased']),
  /** When the person asked for it, in milliseconds since the epoch. */
  at: z.number(),
  /** Whether the key that signs, and whom it names, are erased, too. */
  forgetKey: z.boolean(),
});
export type Reset = z.infer<typeof Reset>;

/** What stands there; undefined where nobody started over. */
export function resetIn(kept: unknown): Reset | undefined {
  return Reset.safeParse(kept).data;
}
