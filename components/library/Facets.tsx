import { useId, useState } from 'react';
import { type Facet, facets, facetValues, type LibraryFilter, toggled } from '../../lib/domain/library-filter.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { facetName, valueWord } from './facet-words.ts';
import { goTo } from './library-address.ts';
import type { ShownLibrary } from './use-library.ts';

/** How many values of a facet stand there before the rest is asked for. */
const few = 6;

/** The facets that have a line for each value that they can have; the others show what there is, where there is a choice. */
const fixed: Readonly<Partial<Record<Facet, readonly string[]>>> = facetValues;

type Props = { filter: LibraryFilter; known: ShownLibrary['known'] };

/** By what the library can be narrowed: the values of each facet, with how many alignments each would show. */
export function Facets({ filter, known }: Props) {
  return facets.map((facet) => {
    const values = valuesShown(facet, filter, known);
    return values.length > 0 && <OneFacet key={facet} facet={facet} values={values} filter={filter} known={known} />;
  });
}

/** The values of a facet: the most frequent first, where they have no order of their own. */
function valuesShown(facet: Facet, filter: LibraryFilter, known: ShownLibrary['known']): readonly string[] {
  const chosen = filter[facet] ?? [];
  const totals = known?.totals[facet];
  const there = (value: string) => (totals?.get(value) ?? 0) > 0 || chosen.includes(value);
  const listed = fixed[facet];
  if (listed) return facet === 'relation' && known ? listed.filter(there) : listed;
  const values = [...new Set([...(totals?.keys() ?? []), ...chosen])].filter(there);
  if (values.length < 2 && chosen.length === 0) return [];
  const count = (value: string) => totals?.get(value) ?? 0;
  return values.sort((one, other) => count(other) - count(one) || one.localeCompare(other));
}

type OneProps = Props & { facet: Facet; values: readonly string[] };

function OneFacet({ facet, values, filter, known }: OneProps) {
  const [all, setAll] = useState(false);
  const chosen = filter[facet] ?? [];
  const name = useId();
  const shown = all || fixed[facet] ? values : values.filter((value, place) => place < few || chosen.includes(value));
  const more = values.length - shown.length;
  return (
    // Not a group of radio buttons: of one facet several values may be chosen.
    <fieldset className="facet" aria-labelledby={name}>
      <legend id={name}>{facetName(facet)}</legend>
      {shown.map((value) => {
        const { words, own } = valueWord(facet, value);
        const count = known?.counts[facet].get(value) ?? 0;
        return (
          <label key={value} className={known && count === 0 ? 'facet-line is-zero' : 'facet-line'}>
            <input
              className="tick"
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => goTo(toggled(filter, facet, value))}
            />
            <span className="what" dir="auto" data-own-words={own ? '' : undefined}>
              {words}
            </span>
            {known && <span className="of">{number(count)}</span>}
          </label>
        );
      })}
      {more > 0 && (
        <button type="button" className="link facet-more" onClick={() => setAll(true)}>
          {t('library.moreValues', { count: more })}
        </button>
      )}
    </fieldset>
  );
}
