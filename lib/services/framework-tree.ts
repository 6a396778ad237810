import type { Skill } from '../domain/skill.ts';
import type { Branch, TreeNode } from '../domain/skill-tree.ts';

type Entry = { node: TreeNode; parent?: string; position: number };

/** A framework's tree while its skills come in, in whatever order. */
export type GrowingTree = {
  add(skill: Skill): void;
  /** Everything that stands below something, once all skills are in. What is below nothing that is here is at the top. */
  branches(framework: string): Generator<Branch>;
};

/** What a tree shows of a skill. */
export function nodeOf({ uri, name, statement, code, type, status, language }: Skill): TreeNode {
  return {
    uri,
    name,
    statement,
    type,
    ...(code && { code }),
    ...(status && { status }),
    ...(language && { language }),
  };
}

/** Begins a tree. It stays in memory until its branches are taken: some hundred bytes a skill. */
export function createTree(): GrowingTree {
  const entries = new Map<string, Entry>();
  return {
    add(skill) {
      const { uri, parent, position = Number.POSITIVE_INFINITY } = skill;
      entries.set(uri, { node: nodeOf(skill), position, ...(parent !== undefined && { parent }) });
    },
    *branches(framework) {
      const above = parentsOf(entries);
      const below = childrenOf(entries, above);
      for (const [node, children] of below) {
        const parent = above.get(node);
        const lines = children.map((entry) => ({ ...entry.node, children: below.get(entry.node.uri)?.length ?? 0 }));
        yield { framework, node, children: lines, ...(parent && { parent }) };
      }
    },
  };
}

/**
 * The uri above each entry; the empty string at the top. Where parents go round in a circle, the circle is cut at one of
 * them, so that everything can be reached from the top.
 */
function parentsOf(entries: ReadonlyMap<string, Entry>): Map<string, string> {
  const above = new Map<string, string>();
  for (const start of entries.keys()) {
    const path = new Set<string>();
    for (let uri = start; uri !== '' && !above.has(uri); ) {
      const parent = entries.get(uri)?.parent ?? '';
      path.add(uri);
      if (path.has(parent) || !entries.has(parent)) {
        above.set(uri, '');
        break;
      }
      uri = parent;
    }
    for (const uri of path) if (!above.has(uri)) above.set(uri, entries.get(uri)?.parent ?? '');
  }
  return above;
}

function childrenOf(
  entries: ReadonlyMap<string, Entry>,
  above: ReadonlyMap<string, string>,
): ReadonlyMap<string, Entry[]> {
  const below = new Map<string, Entry[]>([['', []]]);
  for (const [uri, entry] of entries) {
    const parent = above.get(uri) ?? '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(entry);
    else below.set(parent, [entry]);
  }
  // Infinity less Infinity is no number: those without a place keep the source's order.
  for (const siblings of below.values()) siblings.sort((one, other) => one.position - other.position || 0);
  return below;
}
