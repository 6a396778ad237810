import type { FoundSkill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from './SkillText.tsx';
import { typeWord } from './type-word.ts';

type Props = {
  skill: FoundSkill;
  /** Lets the person choose another skill instead. */
  onChange?: () => void;
};

/** The skill that is being aligned, in full. */
export function SkillCard({ skill, onChange }: Props) {
  return (
    <div className="skill-card">
      <p className="statement">
        <SkillText skill={skill} />
      </p>
      <p className="meta">
        <span className="dots">
          <span data-own-words="">{skill.framework?.name ?? skill.source.name}</span>
          <span>{typeWord(skill.type)}</span>
        </span>
        {onChange && (
          <button type="button" className="link push" onClick={onChange}>
            {t('skill.change')}
          </button>
        )}
      </p>
    </div>
  );
}
