import { useRef } from 'react';
import type { ChosenSkill } from '../../lib/domain/chosen-skill.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Clamped } from '../ui/Clamped.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { relationWord } from './words.ts';

type Props = { chosen: readonly ChosenSkill[]; onLeaveOut(chosen: ChosenSkill): void };

/** The skills that one form is for, each with its own relation where it has one; any can be left out. */
export function ChosenSkills({ chosen, onLeaveOut }: Props) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <section className="skill-card" aria-label={t('alignment.chosen')}>
      <ul ref={list} className="chosen" tabIndex={-1}>
        {chosen.map((one) => (
          <li key={`${one.relation} ${one.skill.uri}`}>
            {one.relation && <span className="relation">{relationWord(one.relation)}</span>}
            <Clamped>
              <SkillText skill={one.skill} />
            </Clamped>
            <IconButton
              icon="close"
              label={t('alignment.leaveOut', { name: one.skill.name || one.skill.statement })}
              onClick={() => {
                // The button goes with its row; the keyboard goes on at the list, or where the one skill that is left stands.
                (chosen.length > 2 ? list.current : list.current?.closest('form')?.querySelector('input'))?.focus();
                onLeaveOut(one);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
