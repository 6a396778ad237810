import type { OfferedFacet, SkillFilter } from '../../lib/domain/skill-filter.ts';
import { t } from '../../lib/language/words.ts';
import { typeWord } from './type-word.ts';

type Props = {
  offered: readonly OfferedFacet[];
  filter: SkillFilter;
  onNarrow(change: SkillFilter): void;
  onDrop(): void;
};

/** The facets in which the results differ, each a list to choose from, and one button that drops whatever was chosen. */
export function FacetChoices({ offered, filter, onNarrow, onDrop }: Props) {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (offered.length === 0 && !isFiltered) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named by a legend that is shown
    <div className="facets" role="group" aria-label={t('skill.filters')}>
      {offered.map(({ facet, values }) => (
        <select
          key={facet}
          className={filter[facet] === undefined ? 'facet' : 'facet is-chosen'}
          aria-label={t(`skill.facet.${facet}`)}
          value={filter[facet] ?? ''}
          onChange={({ target }) => onNarrow({ [facet]: target.value || undefined })}
        >
          <option value="">{t(`skill.facet.${facet}.all`)}</option>
          {values.map(({ value, count }) => (
            <option key={value} value={value}>
              {t('skill.facet.value', { value: facet === 'type' ? typeWord(value) : value, count })}
            </option>
          ))}
        </select>
      ))}
      {isFiltered && (
        <button type="button" className="link push" onMouseDown={(event) => event.preventDefault()} onClick={onDrop}>
          {t('skill.clearFilters')}
        </button>
      )}
    </div>
  );
}
