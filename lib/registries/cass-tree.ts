import { shortId } from '../domain/cass-work.ts';
import type { CassRelation } from './cass-competency.ts';

/** How the competencies of a framework stand to each other; all by their short ids. */
export type CassTree = {
  /** The competency above; absent at the top. */
  parent: ReadonlyMap<string, string>;
  /** What stands directly below, in the framework's order; the empty string has what stands at the top. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Others that are said to be the very same. */
  same: ReadonlyMap<string, readonly string[]>;
};

/**
 * The tree that a framework's relations make of its competencies: the source of `narrows` stands below its target
 * (cassproject/CASS, caseAdapter.js). Every competency stands in it once: below the first that it narrows, and at the top
 * where that would make a circle.
 */
export function treeOf(competencies: readonly string[], relations: readonly CassRelation[]): CassTree {
  const ids = new Set(competencies.map(shortId));
  const parent = new Map<string, string>();
  const same = new Map<string, string[]>();
  for (const relation of relations) {
    const [source, target] = [shortId(relation.source), shortId(relation.target)];
    if (source === target) continue;
    if (isNarrowing(relation) && ids.has(source) && ids.has(target) && !parent.has(source)) {
      if (!standsAbove(parent, source, target)) parent.set(source, target);
    }
    if (isEquivalence(relation)) {
      same.set(source, [...(same.get(source) ?? []), target]);
      same.set(target, [...(same.get(target) ?? []), source]);
    }
  }
  const children = new Map<string, string[]>();
  for (const id of ids) {
    const above = parent.get(id) ?? '';
    const siblings = children.get(above);
    if (siblings) siblings.push(id);
    else children.set(above, [id]);
  }
  return { parent, children, same };
}

/** Whether a relation says that its source is the narrower of the two. */
export function isNarrowing({ relationType }: CassRelation): boolean {
  return relationType === 'narrows';
}

/** Whether a relation says that both are the same. Old data misspells it. */
export function isEquivalence({ relationType }: CassRelation): boolean {
  return relationType === 'isEquivalentTo' || relationType === 'isEquivalenTo';
}

function standsAbove(parent: ReadonlyMap<string, string>, id: string, from: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parent.get(at)) if (at === id) return true;
  return false;
}
