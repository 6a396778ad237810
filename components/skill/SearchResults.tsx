import { type ReactNode, useMemo } from 'react';
import { countsByPlace, offeredFacets } from '../../lib/domain/skill-filter.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useSearch } from '../../lib/state/search.ts';
import { FacetChoices } from './FacetChoices.tsx';
import { FailedPlace } from './FailedPlace.tsx';
import { PlaceStrip } from './PlaceStrip.tsx';

type Props = {
  /** How many rows pass the filter. */
  shown: number;
  onAskAgain(registry: string): void;
  /** The list of them. */
  children: ReactNode;
};

/** What stands around the list of results: places and filters above, places that failed below, and what to say of none. */
export function SearchResults({ shown, onAskAgain, children }: Props) {
  const { text, rows, groups, filter, busy, narrow, dropFilter } = useSearch();
  const counts = useMemo(() => countsByPlace(rows, filter), [rows, filter]);
  const offered = useMemo(() => offeredFacets(rows, filter), [rows, filter]);
  const failed = groups.filter(({ problem, asking }) => problem && !asking);
  return (
    <>
      <div className="listbox-start">
        {groups.length > 0 && (
          <PlaceStrip groups={groups} counts={counts} chosen={filter.place} onChoose={(place) => narrow({ place })} />
        )}
        <FacetChoices offered={offered} filter={filter} onNarrow={narrow} onDrop={dropFilter} />
      </div>
      {shown > 0 || (busy && rows.length === 0) ? (
        children
      ) : (
        <div className="no-results">
          {rows.length > 0 ? (
            <strong>{t('skill.noneFiltered')}</strong>
          ) : (
            <>
              <strong>{t('skill.noneSays', { text: text.trim() })}</strong>
              <p className="muted">
                {t('skill.asked', { places: listOf([t('skill.thisDevice'), ...groups.map(({ name }) => name)]) })}
              </p>
            </>
          )}
        </div>
      )}
      {failed.length > 0 && (
        <div className="listbox-ends">
          {failed.map((group) => (
            <FailedPlace key={group.registry} group={group} onAskAgain={onAskAgain} />
          ))}
        </div>
      )}
    </>
  );
}
