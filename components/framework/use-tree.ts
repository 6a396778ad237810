import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { keyOf, type Line, lineAt, linesOf, withBelow } from './tree-lines.ts';
import type { TreeSource } from './tree-source.ts';

/** A tree as it stands on the screen. */
export type ShownTree = {
  /** Undefined until the top is here. */
  top?: readonly Line[];
  expanded: ReadonlySet<string>;
  /** The line that the person chose, or that a search led to. */
  selected?: string;
  /** How often a search led to a line: then the keyboard goes there. */
  revealed: number;
  /** Why a level could not be had. */
  problem?: Problem;
};

/** Loads a tree level by level, as its lines are opened. */
export function useTree(source: TreeSource) {
  const [tree, setTree] = useState<ShownTree>({ expanded: new Set(), revealed: 0 });
  const lines = useRef<readonly Line[]>([]);
  /** Loads what is below a path, where it is not here yet; answers false where it cannot be had. */
  const load = useCallback(
    async (path: readonly string[]): Promise<boolean> => {
      const isHere = path.length === 0 ? lines.current.length > 0 : lineAt(lines.current, path)?.below !== undefined;
      if (isHere) return true;
      const answer = await source.below(path.at(-1) ?? '');
      if (!answer.ok) {
        setTree((before) => ({ ...before, problem: answer.problem }));
        return false;
      }
      lines.current = withBelow(lines.current, path, linesOf(answer.value, path));
      setTree(({ problem: _, ...before }) => ({ ...before, top: lines.current }));
      return true;
    },
    [source],
  );
  useEffect(() => {
    lines.current = [];
    setTree({ expanded: new Set(), revealed: 0 });
    void load([]);
  }, [load]);

  /** Opens every level above a skill and leads the keyboard to it. */
  const reveal = useCallback(
    async (skill: Pick<Skill, 'uri' | 'parent'>) => {
      const path = (await source.pathTo?.(skill)) ?? [];
      for (let depth = 0; depth <= path.length; depth += 1) await load(path.slice(0, depth));
      const above = path.map((_, depth) => keyOf(path.slice(0, depth + 1)));
      setTree((before) => ({
        ...before,
        expanded: new Set([...before.expanded, ...above]),
        selected: keyOf([...path, skill.uri]),
        revealed: before.revealed + 1,
      }));
    },
    [source, load],
  );

  const expand = (keys: ReadonlySet<string>) => {
    const opened = [...keys].filter((key) => !tree.expanded.has(key));
    setTree((before) => ({ ...before, expanded: keys }));
    for (const key of opened) {
      // What could not be had is closed again, so that opening it tries once more.
      void load(key.split('\n')).then((isHere) => isHere || close(key));
    }
  };
  const close = (key: string) =>
    setTree((before) => ({ ...before, expanded: new Set([...before.expanded].filter((one) => one !== key)) }));
  const select = (key: string) => setTree((before) => ({ ...before, selected: key }));
  return {
    tree,
    expand,
    select,
    reveal,
    again: () => load([]),
    lineOf: (key: string) => lineAt(lines.current, key.split('\n')),
  };
}
