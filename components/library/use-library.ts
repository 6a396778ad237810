import { useMemo } from 'react';
import { facets, filterQuery, type LibraryFilter, readFilter } from '../../lib/domain/library-filter.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type FacetCounts, narrow } from '../../lib/queries/facet-counts.ts';
import { type Ledger, ledgerNow } from '../../lib/queries/ledger.ts';
import { libraryIds } from '../../lib/queries/library-rows.ts';

/** What the library's screen shows. */
export type ShownLibrary = {
  /** The alignments that pass the filter, the latest changed first; undefined while they are looked for. */
  ids?: readonly string[] | undefined;
  /** Absent until all alignments were gone through once. */
  known?: {
    /** What each value of a facet would let through. */
    counts: FacetCounts;
    /** How many there are of each value whatever is chosen: by this they are ordered, so that no line moves when one is chosen. */
    totals: FacetCounts;
    ledger: Ledger;
    /** All that the words of the filter let through. */
    keys: readonly string[];
  };
};

/** The facets that keys alone answer. */
const byKeys = ['relation', 'state'] as const;

/**
 * The alignments that pass a filter. What keys and words can answer is there at once; the rest, and what each choice would
 * let through, as soon as the ledger is, and from then on without asking the database.
 */
export function useLibrary(filter: LibraryFilter): ShownLibrary {
  const ledger = useKept(ledgerNow, []);
  const { words = '', relation, state } = filter;
  const query = filterQuery(filter);
  const keys = useKept(
    (database) =>
      libraryIds(database, ledger ? { words } : { words, ...(relation && { relation }), ...(state && { state }) }),
    [words, ledger ? '' : query, Boolean(ledger)],
  );
  const totals = useMemo(() => ledger && keys && narrow(keys, ledger.valuesOf, ledger.values, {}), [ledger, keys]);
  return useMemo(() => {
    const asked = readFilter(query);
    if (ledger && keys && totals) {
      const isNarrowed = facets.some((facet) => asked[facet]);
      const { ids, counts } = isNarrowed ? narrow(keys, ledger.valuesOf, ledger.values, asked) : totals;
      return { ids, known: { counts, totals: totals.counts, ledger, keys } };
    }
    const isLeft = facets.some((facet) => asked[facet] && !byKeys.some((one) => one === facet));
    return { ids: isLeft ? undefined : keys };
  }, [query, ledger, keys, totals]);
}
