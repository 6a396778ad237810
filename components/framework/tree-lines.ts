import type { TreeNode } from '../../lib/domain/skill-tree.ts';

/** A line of a tree on the screen, with what stands below it once that is here. */
export type Line = {
  /** The uris from the top down to this one: a registry may have one skill in two places. */
  key: string;
  path: readonly string[];
  node: TreeNode;
  below?: readonly Line[];
};

/** Lines as a branch answers them, below a path. A uri that a branch has twice is taken once. */
export function linesOf(nodes: readonly TreeNode[], above: readonly string[]): Line[] {
  const once = new Map(nodes.map((node) => [node.uri, node]));
  return Array.from(once.values(), (node) => {
    const path = [...above, node.uri];
    return { key: keyOf(path), path, node };
  });
}

/** The key of a path. No uri has a line break in it. */
export function keyOf(path: readonly string[]): string {
  return path.join('\n');
}

/** The lines with others below one of them. All that are not above it stay the same objects, so that they stay drawn. */
export function withBelow(lines: readonly Line[], path: readonly string[], below: readonly Line[]): readonly Line[] {
  const [uri, ...rest] = path;
  if (uri === undefined) return below;
  return lines.map((line) =>
    line.node.uri === uri ? { ...line, below: withBelow(line.below ?? [], rest, below) } : line,
  );
}

/** The line at the end of a path, where it is here. */
export function lineAt(lines: readonly Line[], [uri, ...rest]: readonly string[]): Line | undefined {
  const line = lines.find(({ node }) => node.uri === uri);
  return rest.length === 0 ? line : lineAt(line?.below ?? [], rest);
}

/** Whether a line can be opened: nobody said yet that nothing is below it. */
export function canOpen({ node, below }: Line): boolean {
  return below ? below.length > 0 : node.children !== 0;
}
