import type { Skill } from './skill.ts';

/** One line of a framework's tree: enough to be read and opened, without what is below it. */
export type TreeNode = Pick<Skill, 'uri' | 'name' | 'statement' | 'code' | 'type' | 'status' | 'language'> & {
  /** How many lines stand directly below it. 0: it cannot be opened. Undefined: not known before it is asked for. */
  children?: number;
};

/** What stands directly below one line of a framework kept here. */
export type Branch = {
  /** The framework, by its id. */
  framework: string;
  /** The line's uri; the empty string for what stands at the top. */
  node: string;
  /** The uri of the line above it, so that a path can be told upwards; absent at the top. */
  parent?: string;
  /** In the framework's own order. */
  children: TreeNode[];
};
