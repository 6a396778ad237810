import { useMemo } from 'react';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { BrowseTree } from './BrowseTree.tsx';
import { keptTree } from './tree-source.ts';

type Props = { framework: Pick<KeptFramework, 'id' | 'name'> };

/** A framework kept here as a tree. */
export function BrowseFramework({ framework: { id, name } }: Props) {
  const database = useDatabase();
  const source = useMemo(() => keptTree(database, id), [database, id]);
  return <BrowseTree label={name} source={source} />;
}
