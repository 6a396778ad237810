import * as z from 'zod/mini';
import { AlignmentChoice } from './resource-alignment.ts';

/** One thing that happened to an alignment. Lines are only ever added. */
export const HistoryLine = z.object({
  alignment: z.uuid(),
  /** The alignment's resource, so that a removed alignment's history still has a place. */
  resource: z.string(),
  what: z.enum(['created', 'changed', 'removed', 'imported', 'restored', 'published', 'withdrawn']),
  at: z.iso.datetime(),
  /** The registry's name, for what went to one. */
  registry: z.optional(z.string()),
  /** What it said before the change. */
  before: z.optional(AlignmentChoice),
  after: z.optional(AlignmentChoice),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
