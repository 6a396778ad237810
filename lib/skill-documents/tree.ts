import type { Skill } from '../domain/skill.ts';
import type { Branch, TreeNode } from '../domain/skill-tree.ts';
import { cutCircles } from './circles.ts';

/** What of a skill its tree needs. */
export type TreeSkill = Pick<
  Skill,
  'uri' | 'name' | 'statement' | 'code' | 'type' | 'status' | 'language' | 'parent' | 'position'
>;

/** The tree of a framework, and what had to be mended in it. */
export type FrameworkTree = {
  /** The branch of the top first, even where it is empty; then one for each line that has something below it. */
  branches: Branch[];
  /** Uris of skills that stood below themselves and were put at the top: one of each circle. */
  cut: string[];
  /** Uris of skills below one that the framework does not hold; they were put at the top. */
  orphans: string[];
};

/**
 * The tree of a framework, of its skills in the source's order; of two with one uri the first counts. Lines with a
 * position come first, by position; equal and absent ones keep the source's order. Linear in time but for the sorting of
 * each branch that has positions; no recursion, whatever the depth. `framework` is the id under which it is kept.
 */
export function treeOf(framework: string, skills: Iterable<TreeSkill>): FrameworkTree {
  const byUri = new Map<string, TreeSkill>();
  for (const skill of skills) {
    if (!byUri.has(skill.uri)) byUri.set(skill.uri, skill);
  }
  const { parents, orphans } = parentsIn(byUri);
  const cut = cutCircles(parents);
  const below = new Map<string, TreeSkill[]>([['', []]]);
  for (const skill of byUri.values()) {
    const parent = parents.get(skill.uri) ?? '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(skill);
    else below.set(parent, [skill]);
  }
  const branches = Array.from(below, ([node, children]): Branch => {
    const parent = parents.get(node);
    return {
      framework,
      node,
      ...(parent !== undefined && { parent }),
      children: inOrder(children).map((skill) => nodeOf(skill, below.get(skill.uri)?.length ?? 0)),
    };
  });
  return { branches, cut, orphans };
}

function parentsIn(byUri: ReadonlyMap<string, TreeSkill>) {
  const parents = new Map<string, string>();
  const orphans: string[] = [];
  for (const { uri, parent } of byUri.values()) {
    if (!parent) continue;
    if (byUri.has(parent)) parents.set(uri, parent);
    else orphans.push(uri);
  }
  return { parents, orphans };
}

function inOrder(children: TreeSkill[]): TreeSkill[] {
  const last = Number.POSITIVE_INFINITY;
  if (children.every(({ position }) => position === undefined)) return children;
  return children.sort((one, other) => {
    const [here, there] = [one.position ?? last, other.position ?? last];
    return here === there ? 0 : here - there;
  });
}

function nodeOf({ uri, name, statement, code, type, status, language }: TreeSkill, children: number): TreeNode {
  return {
    uri,
    name,
    statement,
    ...(code !== undefined && { code }),
    type,
    ...(status && { status }),
    ...(language && { language }),
    children,
  };
}
