import { useEffect, useId, useRef, useState } from 'react';
import type { Relation } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Words } from '../ui/Words.tsx';
import { allRelations, firstRelations, relationGloss, relationWord } from './words.ts';

type Props = { value: Relation; onChange(relation: Relation): void };

/** Which relation: the three common ones in a row, all seven with their explanations behind "more". */
export function RelationChoice({ value, onChange }: Props) {
  const [all, setAll] = useState(!firstRelations.includes(value));
  const group = useRef<HTMLFieldSetElement>(null);
  const gloss = useId();
  // The button that opened the list is gone with it; the keyboard goes on at what is chosen.
  useEffect(() => {
    if (all) group.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [all]);
  return (
    <fieldset ref={group} className="stack">
      <legend className="sr">{t('alignment.chosen.what')}</legend>
      {all ? (
        <div className="choices">
          {allRelations.map((relation) => (
            <label key={relation} className="menu-choice" data-chosen={relation === value}>
              <input
                type="radio"
                name="relation"
                value={relation}
                checked={relation === value}
                onChange={() => onChange(relation)}
              />
              <span className="term">{relationWord(relation)}</span>
              <span className="gloss">{relationGloss(relation)}</span>
            </label>
          ))}
        </div>
      ) : (
        <>
          <Segmented
            name="relation"
            value={value}
            onChange={onChange}
            describedBy={gloss}
            options={firstRelations.map((relation) => ({ value: relation, label: relationWord(relation) }))}
          >
            <button type="button" className="choice" aria-expanded={false} onClick={() => setAll(true)}>
              <span>
                {t('alignment.moreRelations')}
                <Icon name="down" />
              </span>
            </button>
          </Segmented>
          <p className="explain" id={gloss}>
            <Words
              of="alignment.explained"
              values={{ choice: <strong>{relationWord(value)}</strong>, explanation: relationGloss(value) }}
            />
          </p>
        </>
      )}
    </fieldset>
  );
}
