import { skillIdentity } from './skill-identity.ts';
import type { TreeNode } from './skill-tree.ts';

/** A line of a framework's whole tree, which stands in one list from the top down, each above what is below it. */
export type OutlineLine = {
  node: TreeNode;
  /** Its key among skills under whatever uri (skill-identity.ts), made once: it takes longer than all that is counted by it. */
  identity: string;
  /** How deep it stands, 0 at the top. */
  depth: number;
  /** Place of the line above it; -1 at the top. */
  parent: number;
  /** The place after the last line below it: its own plus one where nothing is. */
  end: number;
};

/**
 * A framework's tree as a list. `below` answers what stands directly below a uri, the empty string for the top. A uri that
 * stands in several places is taken at the first.
 */
export function outlineOf(below: (uri: string) => readonly TreeNode[] | undefined): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const seen = new Set<string>();
  // By hand instead of by calls: a tree may be deeper than the stack.
  const open: { nodes: readonly TreeNode[]; next: number; parent: number }[] = [
    { nodes: below('') ?? [], next: 0, parent: -1 },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.next];
    level.next += 1;
    if (!node) {
      const above = lines[level.parent];
      if (above) above.end = lines.length;
      open.pop();
    } else if (!seen.has(node.uri)) {
      seen.add(node.uri);
      const place = lines.length;
      const identity = skillIdentity(node.uri);
      lines.push({ node, identity, depth: open.length - 1, parent: level.parent, end: place + 1 });
      open.push({ nodes: below(node.uri) ?? [], next: 0, parent: place });
    }
  }
  return lines;
}

/**
 * Whether a line is one of the skills that are counted: nothing stands below it, and it is in force. What has lines below
 * it is a heading of them.
 */
export function isCounted({ node, end }: OutlineLine, place: number): boolean {
  return end === place + 1 && (node.status === undefined || node.status === 'draft');
}
