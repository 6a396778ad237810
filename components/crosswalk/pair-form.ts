import * as z from 'zod/mini';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import { defaultSkillRelation, SkillReference, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';

/** Two skills that are being related, not yet saved. */
export const PairForm = z.object({
  /** The frameworks that they are chosen from, by their ids. */
  left: z.optional(z.string()),
  right: z.optional(z.string()),
  subject: z.optional(SkillReference),
  object: z.optional(SkillReference),
  relation: SkillRelation,
  note: z.string(),
  /** The statement that is being changed, as the person saw it; absent for a new one. */
  editing: z.optional(z.object({ id: z.string(), revision: z.int() })),
});
export type PairForm = z.infer<typeof PairForm>;

/** Before anything is chosen. */
export const emptyPair: PairForm = { relation: defaultSkillRelation, note: '' };

/** A line of a framework's tree as a statement names it. */
export function referenceTo(
  { uri, name, statement, code }: Pick<TreeNode, 'uri' | 'name' | 'statement' | 'code'>,
  framework: Pick<KeptFramework, 'uri' | 'name'>,
): SkillReference {
  return {
    uri,
    name: name || statement,
    ...(statement && { statement }),
    ...(code && { code }),
    framework: { uri: framework.uri, name: framework.name },
  };
}
