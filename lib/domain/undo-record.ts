import * as z from 'zod/mini';
import { LearningResource } from './learning-resource.ts';
import { ResourceAlignment } from './resource-alignment.ts';
import { SkillAlignment } from './skill-alignment.ts';
import { WorkItem, WorkList } from './work-list.ts';

/**
 * What one act did to one record, as far as taking it back needs it: the revision that it left, 0 where it removed the
 * record. `before` is what it overwrote; a removed alignment lies in the trash instead (removed-alignment.ts).
 */
const changeOf = <Schema extends z.ZodMiniType>(record: Schema) =>
  z.object({ key: z.string(), revision: z.int(), before: z.optional(record) });

/**
 * What one act changed, so that it can be taken back as a whole for a while: an import, a bulk edit, a removal. What
 * somebody changed again since then is left alone when it is taken back.
 */
export const UndoRecord = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** The act, as the person is told of it: "Imported spring.plumbline.json". */
  what: z.string(),
  alignments: z.array(changeOf(ResourceAlignment)),
  resources: z.array(changeOf(LearningResource)),
  skillAlignments: z.array(changeOf(SkillAlignment)),
  /** Absent where the act was not about work lists; a row that it removed has the revision 0 and `before`. */
  workLists: z.optional(z.array(changeOf(WorkList))),
  workItems: z.optional(z.array(changeOf(WorkItem))),
});
export type UndoRecord = z.infer<typeof UndoRecord>;

/** What taking an act back did. */
export type TakenBack = {
  /** Records that are again as they were before the act. */
  restored: number;
  /** Records that somebody changed since the act, and that were left as they are. */
  left: number;
};
