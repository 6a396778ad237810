import { facets, type LibraryFilter, toggled } from '../../lib/domain/library-filter.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { facetName, valueWord } from './facet-words.ts';
import { goTo } from './library-address.ts';

/** What the library is narrowed by at the moment, each with a way to do without it. */
export function ChosenFilters({ filter }: { filter: LibraryFilter }) {
  return facets.flatMap((facet) =>
    (filter[facet] ?? []).map((value) => {
      const { words, own } = valueWord(facet, value);
      return (
        <span className="chip" key={`${facet} ${value}`}>
          <span dir="auto" data-own-words={own ? '' : undefined}>
            {words}
          </span>
          <button
            type="button"
            aria-label={t('library.without', { facet: facetName(facet), value: words })}
            onClick={() => goTo(toggled(filter, facet, value))}
          >
            <Icon name="close" />
          </button>
        </span>
      );
    }),
  );
}
