import fc from 'fast-check';
import { type OutlineLine, outlineOf } from '../../lib/domain/skill-outline.ts';
import type { Branch, TreeNode } from '../../lib/domain/skill-tree.ts';

/** A line of a tree. */
export const nodeAt = (uri: string, over: Partial<TreeNode> = {}): TreeNode => ({
  uri,
  name: `Skill ${uri.slice(uri.lastIndexOf(':') + 1)}`,
  statement: '',
  type: 'CFItem',
  ...over,
});

/** A tree by what stands below each of its lines; the empty string is the top. */
export type Below = Readonly<Record<string, readonly TreeNode[]>>;

/** It, as an outline. */
export const outlineFrom = (below: Below): OutlineLine[] =>
  outlineOf((uri) => (Object.hasOwn(below, uri) ? below[uri] : undefined));

/** It, as the database keeps it. */
export const branchesOf = (framework: string, below: Below): Branch[] =>
  Object.entries(below).map(([node, children]) => {
    const [parent] = Object.entries(below).find(([, nodes]) => nodes.some(({ uri }) => uri === node)) ?? [];
    return {
      framework,
      node,
      ...(parent !== undefined && parent !== '' && { parent }),
      children: children.map((child) => ({ ...child, children: below[child.uri]?.length ?? 0 })),
    };
  });

/** Some tree: each line stands below one before it, or at the top. */
export const someTree: fc.Arbitrary<Below> = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(undefined, undefined, undefined, 'deprecated' as const)), { maxLength: 25 })
  .map((lines) => {
    const below: Record<string, TreeNode[]> = { '': [] };
    lines.forEach(([above, status], index) => {
      const parent = above % (index + 1);
      const uri = parent === 0 ? '' : `urn:x-test:${parent - 1}`;
      below[uri] = [...(below[uri] ?? []), nodeAt(`urn:x-test:${index}`, status && { status })];
    });
    return below;
  });
