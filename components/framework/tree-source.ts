import type { Result } from '../../lib/domain/problem.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { ask } from '../../lib/messaging/client.ts';
import { branchOf, pathTo, searchFramework } from '../../lib/queries/frameworks.ts';

/** Where a tree has its lines from. What it cannot do is missing. */
export type TreeSource = {
  /** What stands directly below a line; below the empty string, what stands at the top. */
  below(uri: string): Promise<Result<readonly TreeNode[]>>;
  /** The skills that answer a text, best first. */
  find?(text: string, signal: AbortSignal): Promise<readonly Skill[]>;
  /** The uris of the lines above a skill, from the top down. */
  pathTo?(skill: Pick<Skill, 'uri' | 'parent'>): Promise<readonly string[]>;
};

/** The tree of a framework that is kept here. What is kept under an id never changes, so that it is read once. */
export function keptTree(database: Parameters<typeof branchOf>[0], framework: string): TreeSource {
  return {
    below: async (uri) => ({ ok: true, value: await branchOf(database, framework, uri) }),
    find: (text, signal) => searchFramework(database, framework, text, signal),
    pathTo: (skill) => pathTo(database, framework, skill),
  };
}

/** The tree of a framework at a registry, asked level by level. */
export function registryTree(registry: string, framework: string): TreeSource {
  return { below: (uri) => ask('listChildren', { registry, uri: uri || framework }) };
}
