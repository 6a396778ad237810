import type { ReactNode } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { countIn, type DeliveryCounts, type OutboxFilter } from '../../lib/queries/outbox.ts';
import { useWide } from '../ui/use-wide.ts';
import { filterStates, filterWord } from './state-words.ts';

type Props = {
  filter: OutboxFilter;
  counts: DeliveryCounts;
  registries: readonly Registry[];
  onFilter(filter: OutboxFilter): void;
};

/** Which deliveries to show: by state and by registry, each with how many there are. Folded away where there is no room. */
export function OutboxFilters(props: Props) {
  const wide = useWide();
  if (wide) {
    return (
      <aside className="side" aria-label={t('outbox.filters')}>
        <Facets {...props} />
      </aside>
    );
  }
  return (
    <aside className="side" aria-label={t('outbox.filters')}>
      <details className="folded">
        <summary>{t('outbox.filter', { state: filterWord(props.filter.state) })}</summary>
        <Facets {...props} />
      </details>
    </aside>
  );
}

function Facets({ filter, counts, registries, onFilter }: Props) {
  const { state, registry } = filter;
  return (
    <>
      <fieldset className="facet">
        <legend>{t('outbox.state')}</legend>
        {filterStates.map((one) => (
          <Line
            key={one}
            name="state"
            label={filterWord(one)}
            count={countIn(counts, { state: one, registry })}
            checked={one === state}
            onChoose={() => onFilter({ state: one, registry })}
          />
        ))}
      </fieldset>
      <fieldset className="facet">
        <legend>{t('outbox.registry')}</legend>
        <Line
          name="registry"
          label={t('outbox.all')}
          count={countIn(counts, { state })}
          checked={registry === undefined}
          onChoose={() => onFilter({ state })}
        />
        {registries.map(({ id, name }) => (
          <Line
            key={id}
            name="registry"
            label={<span data-own-words="">{name}</span>}
            count={countIn(counts, { state, registry: id })}
            checked={id === registry}
            onChoose={() => onFilter({ state, registry: id })}
          />
        ))}
      </fieldset>
    </>
  );
}

type LineProps = { name: string; label: ReactNode; count: number; checked: boolean; onChoose(): void };

function Line({ name, label, count, checked, onChoose }: LineProps) {
  return (
    <label className={count === 0 && !checked ? 'facet-line is-zero' : 'facet-line'}>
      <input className="tick" type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="what">{label}</span>
      <span className="of">{number(count)}</span>
    </label>
  );
}
