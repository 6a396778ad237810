import { type Counting, type CoverageFigures, type CoverageView, countIn } from '../../lib/domain/coverage.ts';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import type { Fit } from '../../lib/domain/resource-alignment.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { FrameworkPick } from '../framework/FrameworkPick.tsx';
import { useWide } from '../ui/use-wide.ts';

/** Everything that can be looked at of a framework, in the order in which it is offered. */
const views = ['all', 'gaps', 'neither', 'taughtOnly', 'assessedOnly', 'both'] as const satisfies CoverageView[];

/** Fits that are counted or not together. */
const fits = { exact: ['exact', 'major'], minor: ['minor'], broad: ['broad', 'narrow'] } as const satisfies Record<
  string,
  Fit[]
>;

type Props = {
  frameworks: readonly KeptFramework[];
  framework: KeptFramework;
  /** Absent before it is counted. */
  figures: CoverageFigures | undefined;
  view: CoverageView;
  counting: Counting;
  onFramework(framework: string): void;
  onView(view: CoverageView): void;
  onCounting(counting: Counting): void;
};

/** Which framework, which of its skills, and what is counted. What is counted is folded away where there is no room. */
export function CoverageFilters(props: Props) {
  const { frameworks, framework, onFramework } = props;
  const wide = useWide();
  return (
    <aside className="side" aria-label={t('coverage.filters')}>
      <FrameworkPick
        label={t('coverage.framework')}
        frameworks={frameworks}
        value={framework.id}
        onChoose={onFramework}
      />
      {wide ? (
        <Facets {...props} />
      ) : (
        <details className="folded">
          <summary>{t('coverage.filters')}</summary>
          <Facets {...props} />
        </details>
      )}
    </aside>
  );
}

function Facets({ figures, view, counting, onView, onCounting }: Props) {
  return (
    <>
      <fieldset className="facet">
        <legend>{t('coverage.show')}</legend>
        {views.map((one) => (
          <label className="facet-line" key={one}>
            <input
              className="tick"
              type="radio"
              name="coverage-view"
              checked={view === one}
              onChange={() => onView(one)}
            />
            <span className="what">{t(`coverage.show.${one}`)}</span>
            {figures && <span className="of">{number(countIn(figures, one))}</span>}
          </label>
        ))}
      </fieldset>
      <fieldset className="facet">
        <legend>{t('coverage.count')}</legend>
        {(['exact', 'minor', 'broad'] as const).map((group) => (
          <Tick
            key={group}
            label={t(`coverage.count.${group}`)}
            checked={fits[group].every((fit) => counting.fits.includes(fit))}
            onChange={(on) => onCounting({ ...counting, fits: withFits(counting.fits, fits[group], on) })}
          />
        ))}
        <Tick
          label={t('coverage.count.published')}
          checked={counting.published}
          onChange={(published) => onCounting({ ...counting, published })}
        />
        <Tick
          label={t('coverage.count.below')}
          checked={counting.below}
          onChange={(below) => onCounting({ ...counting, below })}
        />
      </fieldset>
    </>
  );
}

function withFits(before: readonly Fit[], some: readonly Fit[], on: boolean): Fit[] {
  const others = before.filter((fit) => !some.includes(fit));
  return on ? [...others, ...some] : others;
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange(on: boolean): void }) {
  return (
    <label className="facet-line">
      <input className="tick" type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span className="what">{label}</span>
    </label>
  );
}
