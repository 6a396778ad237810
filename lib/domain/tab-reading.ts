import * as z from 'zod/mini';
import { DeclaredAlignment } from './declared-alignment.ts';
import { LearningResourceDraft } from './learning-resource.ts';
import { Syntax, Warning } from './page-reading.ts';
import { Problem } from './problem.ts';

/** Which syntaxes said something, and in how many blocks or items. */
const Sources = z.array(z.object({ syntax: Syntax, items: z.int() }));

/** A frame of the page, of its own origin, that says something of itself. */
export const FrameReading = z.object({
  url: z.string(),
  /** Its title, else its address: the name under which the page's values tell that it said them. */
  title: z.string(),
  sources: Sources,
});
export type FrameReading = z.infer<typeof FrameReading>;

/**
 * A browser tab as it was read: the page's resource and what it declares, or why it could not be read. A tab that could
 * not be read has a resource of address and title alone, where its address is one that others can open.
 */
export const TabReading = z.object({
  /** Absent where the tab's address is not http(s). */
  resource: z.optional(LearningResourceDraft),
  declared: z.array(DeclaredAlignment),
  /** What the page's own document said something in. */
  sources: Sources,
  warnings: z.array(Warning),
  /** The frames that say something, in the page's order; absent where there is none. */
  frames: z.optional(z.array(FrameReading)),
  /** How many frames could not be looked into; absent where there is none. */
  framesLeftOut: z.optional(z.int().check(z.positive())),
  /** Why the page could not be read; absent where it was. */
  problem: z.optional(Problem),
});
export type TabReading = z.infer<typeof TabReading>;
