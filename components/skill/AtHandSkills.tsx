import { Header, ListBox, ListBoxSection } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import type { SkillsAtHand } from '../../lib/queries/skills-at-hand.ts';
import { type RowContext, SkillOption } from './SkillOption.tsx';

type Props = RowContext & { atHand: SkillsAtHand; onChoose(skill: FoundSkill): void };

const groups = ['pinned', 'lastPage', 'recent'] as const satisfies readonly (keyof SkillsAtHand)[];

/** The skills to choose from before anything is typed. */
export function AtHandSkills({ atHand, onChoose, ...context }: Props) {
  const skills = Object.values(atHand).flat();
  return (
    <ListBox
      autoFocus="first"
      aria-label={t('skill.atHand')}
      className="found"
      onAction={(key) => {
        const skill = skills.find(({ uri }) => uri === key);
        if (skill) onChoose(skill);
      }}
    >
      {groups
        .filter((group) => atHand[group].length > 0)
        .map((group) => (
          <ListBoxSection key={group} id={group}>
            <Header className="registry-line">
              <span className="name">{t(`skill.group.${group}`)}</span>
            </Header>
            {atHand[group].map((skill) => (
              <SkillOption key={skill.uri} id={skill.uri} skill={skill} sources={[skill.source.name]} {...context} />
            ))}
          </ListBoxSection>
        ))}
    </ListBox>
  );
}
