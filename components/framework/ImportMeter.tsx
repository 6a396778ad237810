import { Label, ProgressBar } from 'react-aria-components';
import type { ImportProgress } from '../../lib/domain/framework-import.ts';
import { t } from '../../lib/language/words.ts';

type Things = 'skills' | 'alignments' | 'records';

type Props = {
  label: string;
  /** Absent before the first count. */
  progress?: ImportProgress;
  /** What is counted. Default "skills". */
  things?: Things;
  onCancel(): void;
};

/** How far reading or importing is, in skills, and a way to end it. */
export function ImportMeter({ label, progress, things = 'skills', onCancel }: Props) {
  const { done = 0, total } = progress ?? {};
  return (
    <div className="stack">
      <ProgressBar
        isIndeterminate={total === undefined}
        value={done}
        maxValue={total ?? 1}
        valueLabel={saying(done, total, things)}
        className="meter"
      >
        {({ percentage = 0, valueText }) => (
          <>
            <Label className="label">{label}</Label>
            <span className="quiet">{valueText ?? saying(done, total, things)}</span>
            <span className="progress">
              <span style={{ inlineSize: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <p className="muted">{t('framework.meter.unchanged')}</p>
      <div className="row">
        <button type="button" className="btn" onClick={onCancel}>
          {t('framework.cancel')}
        </button>
      </div>
    </div>
  );
}

function saying(done: number, total: number | undefined, things: Things): string {
  if (total !== undefined) return t(`framework.meter.${things}.of`, { done, total });
  return done === 0 ? t('framework.meter.looking') : t(`framework.meter.${things}`, { done });
}
