import * as z from 'zod/mini';
import { WebAddress } from './web-address.ts';

/** The longest passage that is kept as evidence, in UTF-16 units; a longer selection is kept up to its last whole word. */
export const longestQuote = 2000;

/** How much of the text before and after a passage is kept with it, in code points. */
export const contextLength = 32;

/** A passage by its words and their surroundings (Web Annotation Data Model, section 4.2.4). */
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  /** The passage, white space collapsed as `openText` in lib/readers does. */
  exact: z.string().check(z.minLength(1), z.maxLength(longestQuote)),
  /** At most `contextLength` code points of what stands before; empty at the page's beginning. */
  prefix: z.string().check(z.maxLength(2 * contextLength)),
  suffix: z.string().check(z.maxLength(2 * contextLength)),
});
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** A passage by its place in the page's text, in code points from 0, `end` exclusive (section 4.2.5). */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
});
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/** The passage of a page that shows an alignment to be right, in words by which it can be found again. */
export const Evidence = z.object({
  quote: TextQuoteSelector,
  position: TextPositionSelector,
  /**
   * Opens the page at the passage (https://wicg.github.io/scroll-to-text-fragment/). Absent where the passage stood in a
   * document without an http(s) address, or where the address would be longer than addresses may be.
   */
  address: z.optional(WebAddress),
  /** Name of the frame that the passage stands in: its title, else its address. Absent for the page's own document. */
  frame: z.optional(z.string().check(z.maxLength(4096))),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What became of a passage: `exact` it stands on the page word for word, `changed` in words that are close enough to be the
 * same, `orphaned` it is no longer there.
 */
export const PassageState = z.enum(['exact', 'changed', 'orphaned']);
export type PassageState = z.infer<typeof PassageState>;
