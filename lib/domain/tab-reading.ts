import * as z from 'zod/mini';
import { DeclaredAlignment } from './declared-alignment.ts';
import { LearningResourceDraft } from './learning-resource.ts';
import { Syntax, Warning } from './page-reading.ts';
import { Problem } from './problem.ts';

/**
 * A browser tab as it was read: the page's resource and what it declares, or why it could not be read. A tab that could
 * not be read has a resource of address and title alone, where its address is one that others can open.
 */
export const TabReading = z.object({
  /** Absent where the tab's address is not http(s). */
  resource: z.optional(LearningResourceDraft),
  declared: z.array(DeclaredAlignment),
  /** Which syntaxes said something, and in how many blocks or items. */
  sources: z.array(z.object({ syntax: Syntax, items: z.int() })),
  warnings: z.array(Warning),
  /** Why the page could not be read; absent where it was. */
  problem: z.optional(Problem),
});
export type TabReading = z.infer<typeof TabReading>;
