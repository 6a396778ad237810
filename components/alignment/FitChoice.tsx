import { useId } from 'react';
import type { Fit } from '../../lib/domain/resource-alignment.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { allFits, fitWords } from './words.ts';

type Props = { value: Fit; onChange(fit: Fit): void };

/** How well it fits. The diagram repeats the word and never replaces it. */
export function FitChoice({ value, onChange }: Props) {
  const gloss = useId();
  return (
    <fieldset className="stack">
      <legend className="label-row">
        <span className="label">How well it fits</span>
        <span className="quiet">outline: the skill · disc: the page</span>
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
              {fitWords[fit].label}
            </>
          ),
        }))}
      />
      <p className="explain" id={gloss}>
        <strong>{fitWords[value].label}</strong>: {fitWords[value].gloss}
      </p>
    </fieldset>
  );
}
