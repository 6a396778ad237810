import { useMemo, useState } from 'react';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { FrameworkTree } from './FrameworkTree.tsx';
import { keptTree } from './tree-source.ts';

type Props = { framework: Pick<KeptFramework, 'id' | 'name'> };

/** A framework kept here as a tree, with the whole of the line that was chosen. */
export function BrowseFramework({ framework: { id, name } }: Props) {
  const database = useDatabase();
  const source = useMemo(() => keptTree(database, id), [database, id]);
  const [chosen, setChosen] = useState<TreeNode>();
  return (
    <div className="browse">
      <FrameworkTree label={name} source={source} onChoose={setChosen} />
      {chosen && (
        <div className="chosen">
          <p>
            <SkillText skill={chosen} />
          </p>
          <p className="quiet" dir="ltr">
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
