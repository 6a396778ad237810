import { Relation } from '../../lib/domain/resource-alignment.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type LibraryFilter, libraryStates } from '../../lib/queries/library-rows.ts';
import { relationCounts } from '../../lib/queries/relation-counts.ts';
import { relationWord } from '../alignment/words.ts';
import { useWide } from '../ui/use-wide.ts';
import { stateWords } from './state-words.ts';

type Props = { filter: LibraryFilter; onFilter(filter: LibraryFilter): void };

/** Which alignments to show: by relation, each with how many there are, and by state. Folded away where there is no room. */
export function LibraryFilters(props: Props) {
  const wide = useWide();
  return (
    <aside className="side" aria-label={t('library.filters')}>
      {wide ? (
        <Facets {...props} />
      ) : (
        <details className="folded">
          <summary>{t('library.filters')}</summary>
          <Facets {...props} />
        </details>
      )}
    </aside>
  );
}

function Facets({ filter, onFilter }: Props) {
  const counts = useKept(relationCounts, []);
  const relations = Relation.options.filter((one) => counts?.get(one) || one === filter.relation);
  return (
    <>
      <fieldset className="facet">
        <legend>{t('library.relation')}</legend>
        <Line
          name="relation"
          label={t('library.all')}
          checked={!filter.relation}
          onChoose={() => onFilter({ ...filter, relation: undefined })}
        />
        {relations.map((relation) => (
          <Line
            key={relation}
            name="relation"
            label={relationWord(relation)}
            count={counts?.get(relation) ?? 0}
            checked={filter.relation === relation}
            onChoose={() => onFilter({ ...filter, relation })}
          />
        ))}
      </fieldset>
      <fieldset className="facet">
        <legend>{t('library.state')}</legend>
        <Line
          name="state"
          label={t('library.all')}
          checked={!filter.state}
          onChoose={() => onFilter({ ...filter, state: undefined })}
        />
        {libraryStates.map((state) => (
          <Line
            key={state}
            name="state"
            label={stateWords[state].label()}
            checked={filter.state === state}
            onChoose={() => onFilter({ ...filter, state })}
          />
        ))}
      </fieldset>
    </>
  );
}

type LineProps = { name: string; label: string; count?: number; checked: boolean; onChoose(): void };

function Line({ name, label, count, checked, onChoose }: LineProps) {
  return (
    <label className="facet-line">
      <input className="tick" type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="what">{label}</span>
      {count !== undefined && <span className="of">{number(count)}</span>}
    </label>
  );
}
