import { useState } from 'react';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { FrameworkTree } from './FrameworkTree.tsx';
import type { TreeSource } from './tree-source.ts';

type Props = {
  /** The framework's name. */
  label: string;
  /** Keep it the same object from one drawing to the next. */
  source: TreeSource;
};

/** A framework as a tree, with the whole of the line that was chosen. */
export function BrowseTree({ label, source }: Props) {
  const [chosen, setChosen] = useState<TreeNode>();
  return (
    <div className="browse">
      <FrameworkTree label={label} source={source} onChoose={setChosen} />
      {chosen && (
        <div className="chosen">
          <p>
            <SkillText skill={chosen} />
          </p>
          <p className="quiet" dir="ltr" data-own-words>
            {isWebAddress(chosen.uri) ? (
              <a href={chosen.uri} target="_blank" rel="noreferrer">
                {chosen.uri}
              </a>
            ) : (
              chosen.uri
            )}
          </p>
        </div>
      )}
    </div>
  );
}
