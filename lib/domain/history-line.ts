import * as z from 'zod/mini';
import { AlignmentChoice } from './resource-alignment.ts';
import { SkillChoice, SkillReference } from './skill-alignment.ts';

/** Where an act was done: in which window of Plumbline, by reading a file, or by the outbox itself. */
export const ActedFrom = z.enum(['popup', 'panel', 'library', 'options', 'file', 'backup', 'outbox']);
export type ActedFrom = z.infer<typeof ActedFrom>;

/** A statement from skill to skill as its history has it, so that it can be read when nothing else is kept of it. */
export const StatementHistory = z.object({
  subject: SkillReference,
  object: SkillReference,
  /** What it said before the change. */
  before: z.optional(SkillChoice),
  after: z.optional(SkillChoice),
});
export type StatementHistory = z.infer<typeof StatementHistory>;

/** One thing that happened to an alignment, or to a statement from skill to skill. Lines are only ever added. */
export const HistoryLine = z.object({
  alignment: z.uuid(),
  /** The alignment's resource, so that a removed alignment's history still has a place; a statement's is its subject. */
  resource: z.string(),
  /** `moved` went to another page, `removed` to the trash, `erased` was deleted for good from there. */
  what: z.enum(['created', 'changed', 'moved', 'removed', 'imported', 'restored', 'published', 'withdrawn', 'erased']),
  at: z.iso.datetime(),
  /** What the person called herself then (lib/domain/identity.ts); absent where she had not said so. */
  who: z.optional(z.string()),
  /** Absent in lines of before this was written down. */
  from: z.optional(ActedFrom),
  /** The registry's name, for what went to one. */
  registry: z.optional(z.string()),
  /** Address of the page that it was about before it moved. */
  movedFrom: z.optional(z.string()),
  /** What it said before the change. */
  before: z.optional(AlignmentChoice),
  after: z.optional(AlignmentChoice),
  /** Where it happened to a statement from skill to skill; lines of before this was written down have none. */
  skills: z.optional(StatementHistory),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
