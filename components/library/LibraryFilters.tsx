import { facets, type LibraryFilter } from '../../lib/domain/library-filter.ts';
import { t } from '../../lib/language/words.ts';
import { useWide } from '../ui/use-wide.ts';
import type { Acts } from './ActNotices.tsx';
import { Facets } from './Facets.tsx';
import { SavedViews } from './SavedViews.tsx';
import type { ShownLibrary } from './use-library.ts';

type Props = { filter: LibraryFilter; known: ShownLibrary['known']; acts: Acts };

/** Which alignments to show. Folded away where there is no room beside them, with how many choices are made. */
export function LibraryFilters(props: Props) {
  const wide = useWide();
  const count = facets.reduce((sum, facet) => sum + (props.filter[facet]?.length ?? 0), 0);
  return (
    <aside className="side" aria-label={t('library.filters')}>
      {wide ? (
        <Choices {...props} />
      ) : (
        <details className="folded">
          <summary>{t('library.filtersChosen', { count })}</summary>
          <Choices {...props} />
        </details>
      )}
    </aside>
  );
}

function Choices({ filter, known, acts }: Props) {
  return (
    <>
      <SavedViews filter={filter} known={known} acts={acts} />
      <Facets filter={filter} known={known} />
    </>
  );
}
