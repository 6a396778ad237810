import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { FrameworkPick } from '../framework/FrameworkPick.tsx';
import { FrameworkTree, LineMarks } from '../framework/FrameworkTree.tsx';
import { keptTree } from '../framework/tree-source.ts';

type Props = {
  /** What this side is called. */
  label: string;
  pickLabel: string;
  frameworks: readonly KeptFramework[];
  framework: KeptFramework;
  /** What is said at the end of a line, by its uri. */
  mark(uri: string): ReactNode;
  /** A line to lead the keyboard to. */
  lead?: Pick<Skill, 'uri' | 'parent'> | undefined;
  onPick(framework: string): void;
  onChoose(node: TreeNode): void;
  /** The person is through here: a line was taken by click or by Enter. */
  onThrough(): void;
  /** What stands between the choice of the framework and its tree. */
  children?: ReactNode;
};

/** One framework of the crosswalk as a tree. */
export function TreeSide(props: Props) {
  const { label, pickLabel, frameworks, framework, mark, lead, onPick, onChoose, onThrough, children } = props;
  const database = useDatabase();
  const source = useMemo(() => keptTree(database, framework.id), [database, framework.id]);
  // The tree tells nothing of a line that is chosen already, and on which Enter is to go on from here.
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof Element)) return;
    if (event.target.matches('[role="row"][aria-selected="true"]')) onThrough();
  };
  return (
    <section className="tree-side" aria-label={label} onKeyDownCapture={goOn}>
      <FrameworkPick label={pickLabel} frameworks={frameworks} value={framework.id} onChoose={onPick} />
      {children}
      <LineMarks value={mark}>
        <FrameworkTree
          key={framework.id}
          label={framework.name}
          source={source}
          lead={lead}
          onChoose={(node, by) => {
            onChoose(node);
            if (by === 'line') onThrough();
          }}
        />
      </LineMarks>
    </section>
  );
}
