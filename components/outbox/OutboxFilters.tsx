import type { Registry } from '../../lib/domain/registry.ts';
import { countIn, type DeliveryCounts, type OutboxFilter } from '../../lib/queries/outbox.ts';
import { useWide } from '../ui/use-wide.ts';
import { filterWords } from './state-words.ts';

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
      <aside className="side" aria-label="Filters">
        <Facets {...props} />
      </aside>
    );
  }
  return (
    <aside className="side" aria-label="Filters">
      <details className="folded">
        <summary>Filter: {filterWords.find(({ state }) => state === props.filter.state)?.label}</summary>
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
        <legend>State</legend>
        {filterWords.map((word) => (
          <Line
            key={word.state}
            name="state"
            label={word.label}
            count={countIn(counts, { state: word.state, registry })}
            checked={word.state === state}
            onChoose={() => onFilter({ state: word.state, registry })}
          />
        ))}
      </fieldset>
      <fieldset className="facet">
        <legend>Registry</legend>
        <Line
          name="registry"
          label="All"
          count={countIn(counts, { state })}
          checked={registry === undefined}
          onChoose={() => onFilter({ state })}
        />
        {registries.map(({ id, name }) => (
          <Line
            key={id}
            name="registry"
            label={name}
            count={countIn(counts, { state, registry: id })}
            checked={id === registry}
            onChoose={() => onFilter({ state, registry: id })}
          />
        ))}
      </fieldset>
    </>
  );
}

type LineProps = { name: string; label: string; count: number; checked: boolean; onChoose(): void };

function Line({ name, label, count, checked, onChoose }: LineProps) {
  return (
    <label className={count === 0 && !checked ? 'facet-line is-zero' : 'facet-line'}>
      <input className="tick" type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="what">{label}</span>
      <span className="of">{count.toLocaleString()}</span>
    </label>
  );
}
