import type { KeyboardEvent } from 'react';
import { SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { skillRelationGloss, skillRelationWord } from './words.ts';

type Props = { value: SkillRelation; onChange(relation: SkillRelation): void };

/** How one skill stands to the other, each with its explanation. The keys 1 to 6 choose, too, while the keyboard is here. */
export function SkillRelationChoice({ value, onChange }: Props) {
  const byNumber = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^\d$/.test(event.key)) return;
    const relation = SkillRelation.options[Number(event.key) - 1];
    if (!relation) return;
    event.preventDefault();
    onChange(relation);
    const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>('input');
    inputs[SkillRelation.options.indexOf(relation)]?.focus();
  };
  return (
    <fieldset className="stack" onKeyDown={byNumber}>
      <legend className="label">{t('crosswalk.relation')}</legend>
      <div className="choices">
        {SkillRelation.options.map((relation, index) => (
          <label key={relation} className="menu-choice of-skills" data-chosen={relation === value}>
            <input
              type="radio"
              name="skill-relation"
              value={relation}
              checked={relation === value}
              onChange={() => onChange(relation)}
            />
            <span className="term">{skillRelationWord(relation)}</span>
            <span className="gloss">{skillRelationGloss(relation)}</span>
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
