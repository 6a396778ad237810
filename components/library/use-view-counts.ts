import { useEffect, useState } from 'react';
import { readFilter } from '../../lib/domain/library-filter.ts';
import type { SavedView } from '../../lib/domain/saved-view.ts';
import { narrow } from '../../lib/queries/facet-counts.ts';
import type { ShownLibrary } from './use-library.ts';

/**
 * How many alignments each view shows, by its id: counted one view after the other, while nothing else waits. Views that
 * look for words are not counted, and none is while the library itself is narrowed by words.
 */
export function useViewCounts(
  views: readonly SavedView[] | undefined,
  known: ShownLibrary['known'],
  words: string | undefined,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const { ledger, keys } = known ?? {};
  useEffect(() => {
    if (!views || !ledger || !keys || words) return setCounts(new Map());
    const waiting = views.filter(({ filter }) => readFilter(filter).words === undefined);
    const counted = new Map<string, number>();
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      const view = waiting.shift();
      if (!view) return setCounts(counted);
      counted.set(view.id, narrow(keys, ledger.valuesOf, ledger.values, readFilter(view.filter)).ids.length);
      timer = setTimeout(next);
    };
    timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [views, ledger, keys, words]);
  return counts;
}
