import { type CSSProperties, createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Button, Collection, ListLayout, Tree, TreeItem, TreeItemContent, Virtualizer } from 'react-aria-components';
import { type Skill, sentenceOf } from '../../lib/domain/skill.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TreeSearch } from './TreeSearch.tsx';
import { canOpen, type Line } from './tree-lines.ts';
import type { TreeSource } from './tree-source.ts';
import { useTree } from './use-tree.ts';

type Props = {
  /** What the tree is called: its framework's name. */
  label: string;
  /** Keep it the same object from one drawing to the next: another one begins another tree. */
  source: TreeSource;
  /** A line was chosen, by click, by Enter, or by a search that led to it. */
  onChoose(node: TreeNode, by: 'line' | 'search'): void;
  /** A line to lead the keyboard to, with each other object anew. */
  lead?: Pick<Skill, 'uri' | 'parent'> | undefined;
};

/** What is said at the end of a line of a tree below it, by the line's uri. */
export const LineMarks = createContext<(uri: string) => ReactNode>(() => undefined);

const layout = { estimatedRowSize: 30 };

/**
 * A framework as a tree: loads level by level, draws only what is in view, and leads to what a search inside it finds.
 * Arrow keys move, open and close; Enter chooses.
 */
export function FrameworkTree({ label, source, onChoose, lead }: Props) {
  const { tree, expand, select, reveal, again, lineOf } = useTree(source);
  const { top, expanded, selected, revealed, problem } = tree;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The tree scrolled there by a guess at how tall the row is; two frames later the row has been measured.
    if (revealed > 0) {
      const show = () => box.current?.querySelector('[data-selected]')?.scrollIntoView?.({ block: 'nearest' });
      requestAnimationFrame(() => requestAnimationFrame(show));
    }
  }, [revealed]);
  useEffect(() => {
    if (lead) void reveal(lead);
  }, [lead, reveal]);
  const choose = (key: string) => {
    const line = lineOf(key);
    if (!line) return;
    select(key);
    onChoose(line.node, 'line');
  };
  return (
    <div className="stack">
      {source.find && (
        <TreeSearch
          label={label}
          find={source.find}
          onFound={(skill) => {
            onChoose(skill, 'search');
            void reveal(skill);
          }}
        />
      )}
      {problem && (
        <ProblemNotice
          problem={problem}
          acts={
            !top && (
              <button type="button" className="btn btn-small" onClick={() => void again()}>
                {t('framework.tree.tryAgain')}
              </button>
            )
          }
        />
      )}
      {!top && !problem && (
        <p className="state">
          <span className="spinner" aria-hidden="true" />
          {t('framework.tree.loading')}
        </p>
      )}
      {top?.length === 0 && <p className="muted">{t('framework.tree.empty')}</p>}
      {top && top.length > 0 && (
        <Virtualizer layout={ListLayout} layoutOptions={layout}>
          <Tree
            // A line that a search led to takes the keyboard; that is told to a tree when it begins.
            key={revealed}
            ref={box}
            autoFocus={revealed > 0}
            className="tree"
            aria-label={label}
            items={top}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={selected === undefined ? [] : [selected]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys;
              if (key !== undefined) choose(String(key));
            }}
            expandedKeys={expanded}
            onExpandedChange={(keys) => expand(new Set([...keys].map(String)))}
          >
            {(line) => <TreeLine line={line} />}
          </Tree>
        </Virtualizer>
      )}
    </div>
  );
}

function TreeLine({ line }: { line: Line }) {
  const { node, below } = line;
  const name = node.name || sentenceOf(node);
  return (
    <TreeItem
      id={line.key}
      textValue={`${node.code ?? ''} ${name}`.trim()}
      hasChildItems={canOpen(line)}
      className="node"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <span
            className={hasChildItems ? 'node-line' : 'node-line leaf'}
            style={{ '--depth': level - 1 } as CSSProperties}
          >
            {hasChildItems ? (
              <Button slot="chevron" className="node-open">
                <Icon name={isExpanded ? 'down' : 'next'} />
              </Button>
            ) : (
              <span />
            )}
            <span className="clamp-2" lang={node.language} dir="auto" data-own-words>
              {node.code && <span className="code">{node.code}</span>} {name}
            </span>
            <span className="n">
              <LineMark uri={node.uri} />
              {node.status && <span className="standing">{t(`framework.tree.status.${node.status}`)}</span>}
              {node.children ? number(node.children) : ''}
            </span>
          </span>
        )}
      </TreeItemContent>
      {below ? (
        <Collection items={below}>{(inner) => <TreeLine line={inner} />}</Collection>
      ) : (
        // A line can only be opened that has something below it.
        canOpen(line) && <Loading id={`${line.key}\n`} depth={line.path.length} />
      )}
    </TreeItem>
  );
}

function LineMark({ uri }: { uri: string }) {
  return useContext(LineMarks)(uri);
}

/** What stands below a line before that is here. */
function Loading({ id, depth }: { id: string; depth: number }) {
  return (
    <TreeItem id={id} textValue={t('framework.tree.loading')} className="node">
      <TreeItemContent>
        <span className="node-line leaf" style={{ '--depth': depth } as CSSProperties}>
          <span className="spinner" aria-hidden="true" />
          <span className="quiet">{t('framework.tree.loading')}</span>
        </span>
      </TreeItemContent>
    </TreeItem>
  );
}
