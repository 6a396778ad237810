import { type OutlineLine, outlineOf } from '../domain/skill-outline.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How many branches are read before others have their turn. */
const atOnce = 200;

/** The whole tree of a framework kept here, in its order. What is kept under an id never changes, so that it is read once. */
export async function readOutline(
  { branches }: PlumblineDatabase,
  framework: string,
  signal: AbortSignal,
): Promise<OutlineLine[]> {
  const below = new Map<string, readonly TreeNode[]>();
  for (let after: string | undefined; ; ) {
    signal.throwIfAborted();
    const rows = await branches
      .where('[framework+node]')
      .between([framework, after ?? ''], [framework, []], after === undefined, false)
      .limit(atOnce)
      .toArray();
    for (const { node, children } of rows) below.set(node, children);
    if (rows.length < atOnce) return outlineOf((uri) => below.get(uri));
    after = rows.at(-1)?.node;
  }
}
