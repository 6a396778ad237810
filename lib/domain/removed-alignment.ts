import * as z from 'zod/mini';
import { ActedFrom } from './history-line.ts';
import { ResourceAlignment } from './resource-alignment.ts';

/** How long what was removed lies in the trash, in milliseconds: 30 days. */
export const trashTime = 30 * 24 * 3_600_000;

/** An alignment in the trash, whole, so that it can come back as it was. */
export const RemovedAlignment = z.object({
  /** The alignment's id. */
  id: z.uuid(),
  alignment: ResourceAlignment,
  /** When it was removed, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The act that removed it: the id of its UndoRecord. */
  act: z.uuid(),
  who: z.optional(z.string()),
  from: z.optional(ActedFrom),
});
export type RemovedAlignment = z.infer<typeof RemovedAlignment>;

/** What to delete from the trash for good: some alignments by id, or all that was removed up to a time. */
export const Erasure = z.union([
  z.object({ alignments: z.array(z.uuid()).check(z.minLength(1)) }),
  z.object({ until: z.iso.datetime() }),
]);
export type Erasure = z.infer<typeof Erasure>;
