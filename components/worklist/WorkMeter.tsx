import { Label, ProgressBar } from 'react-aria-components';
import { t } from '../../lib/language/words.ts';

type Props = {
  label: string;
  done: number;
  /** Absent where nobody knows. */
  total?: number | undefined;
  /** How far it is, in words. */
  words: string;
  onCancel(): void;
};

/** How far something is that goes on for a while, and a way to end it. */
export function WorkMeter({ label, done, total, words, onCancel }: Props) {
  return (
    <div className="stack">
      <ProgressBar
        className="meter"
        isIndeterminate={total === undefined}
        value={done}
        maxValue={total ?? 1}
        valueLabel={words}
      >
        {({ percentage = 0 }) => (
          <>
            <Label className="label">{label}</Label>
            <span className="quiet">{words}</span>
            <span className="progress">
              <span style={{ inlineSize: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <div className="row">
        <button type="button" className="btn" onClick={onCancel}>
          {t('work.cancel')}
        </button>
      </div>
    </div>
  );
}
