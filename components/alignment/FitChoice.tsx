import { useId } from 'react';
import type { Fit } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { Words } from '../ui/Words.tsx';
import { allFits, fitGloss, fitWord } from './words.ts';

type Props = { value: Fit; onChange(fit: Fit): void };

/** How well it fits. The diagram repeats the word and never replaces it. */
export function FitChoice({ value, onChange }: Props) {
  const gloss = useId();
  return (
    <fieldset className="stack">
      <legend className="label-row">
        <span className="label">{t('alignment.fit')}</span>
        <span className="quiet">{t('alignment.fit.key')}</span>
      </legend>
      <Segmented
        name="fit"
        value={value}
        onChange={onChange}
        describedBy={gloss}
        options={allFits.map((fit) => ({
          value: fit,
          label: (
            <>
              <i className={`fit fit-${fit}`} aria-hidden="true" />
              {fitWord(fit)}
            </>
          ),
        }))}
      />
      <p className="explain" id={gloss}>
        <Words
          of="alignment.explained"
          values={{ choice: <strong>{fitWord(value)}</strong>, explanation: fitGloss(value) }}
        />
      </p>
    </fieldset>
  );
}
