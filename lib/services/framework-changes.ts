import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import type { StaleSkill } from '../store/database.ts';

/** The skills of the release that is kept, held against those of a newer one as they come in. */
export type Comparison = {
  add(skill: Skill): void;
  /** How many skills are new, and how many are not what they were. */
  readonly added: number;
  readonly changed: number;
  /** How many are no longer in force, or replaced. */
  readonly deprecated: number;
  /** The uris that have not come yet; once all skills came, those that the newer release does not have. */
  gone(): IterableIterator<string>;
};

/** Begins a comparison with the lines of the tree that is kept; with none where nothing is. */
export function compareWith(kept: Iterable<TreeNode>): Comparison {
  const before = new Map<string, string>();
  for (const node of kept) before.set(node.uri, printOf(node));
  const counts = { added: 0, changed: 0, deprecated: 0 };
  return {
    add(skill) {
      const print = before.get(skill.uri);
      if (print === undefined) counts.added += 1;
      else if (print !== printOf(skill)) counts.changed += 1;
      if (statusOf(skill)) counts.deprecated += 1;
      before.delete(skill.uri);
    },
    get added() {
      return counts.added;
    },
    get changed() {
      return counts.changed;
    },
    get deprecated() {
      return counts.deprecated;
    },
    gone: () => before.keys(),
  };
}

/** What alignments to a skill have to know of it; undefined where it is in force. */
export function staleOf(skill: Skill, framework: string): StaleSkill | undefined {
  const status = statusOf(skill);
  if (!status) return undefined;
  const { uri, replacedBy } = skill;
  return { uri, framework, status, ...(replacedBy && { replacedBy }) };
}

function statusOf({ status, replacedBy }: Skill): 'deprecated' | 'replaced' | undefined {
  if (replacedBy) return 'replaced';
  return status === 'draft' ? undefined : status;
}

/** What a person would call another skill: its words, its notation, its class, its standing. */
function printOf({ name, statement, code, type, status }: Omit<TreeNode, 'children'>): string {
  return JSON.stringify([name, statement, code, type, status]);
}
