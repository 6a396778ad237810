import * as z from 'zod/mini';
import { AlignmentChoice } from './resource-alignment.ts';

/** Where an act was done: in which window of Plumbline, by reading a file, or by the outbox itself. */
export const ActedFrom = z.enum(['popup', 'panel', 'library', 'options', 'file', 'backup', 'outbox']);
export type ActedFrom = z.infer<typeof ActedFrom>;

/** One thing that happened to an alignment. Lines are only ever added. */
export const HistoryLine = z.object({
  alignment: z.uuid(),
  /** The alignment's resource, so that a removed alignment's history still has a place. */
  resource: z.string(),
  /** `removed` went to the trash, `erased` was deleted for good from there. */
  what: z.enum(['created', 'changed', 'removed', 'imported', 'restored', 'published', 'withdrawn', 'erased']),
  at: z.iso.datetime(),
  /** What the person called herself then (lib/domain/identity.ts); absent where she had not said so. */
  who: z.optional(z.string()),
  /** Absent in lines of before this was written down. */
  from: z.optional(ActedFrom),
  /** The registry's name, for what went to one. */
  registry: z.optional(z.string()),
  /** What it said before the change. */
  before: z.optional(AlignmentChoice),
  after: z.optional(AlignmentChoice),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
