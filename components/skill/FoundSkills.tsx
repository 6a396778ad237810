import { memo } from 'react';
import { Header, ListBox, ListBoxSection } from 'react-aria-components';
import type { MergedSkill } from '../../lib/domain/merged-skill.ts';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import { type RowContext, SkillOption } from './SkillOption.tsx';

type Props = RowContext & {
  rows: readonly MergedSkill[];
  /** From which row on they came in after the person had touched the list. */
  late: number;
  /** The text that the results are for. */
  query: string;
  onChoose(skill: FoundSkill): void;
};

/**
 * The skills that all places found, best first. Another text and another best row make a new list, whose first row the
 * keyboard is on; once the person touched the list nothing moves in it, and what comes in later stands apart at its end.
 */
export const FoundSkills = memo(function FoundSkills({ rows, late, query, onChoose, ...context }: Props) {
  const option = ({ key, skill, places }: MergedSkill) => (
    <SkillOption key={key} id={key} skill={skill} sources={places.map(({ name }) => name)} query={query} {...context} />
  );
  return (
    <ListBox
      key={`${query} ${rows[0]?.key}`}
      autoFocus="first"
      aria-label={t('skill.found')}
      className="found"
      onAction={(key) => {
        const row = rows.find((one) => one.key === key);
        if (row) onChoose(row.skill);
      }}
    >
      <ListBoxSection id="placed" aria-label={t('skill.bestFirst')}>
        {rows.slice(0, late).map(option)}
      </ListBoxSection>
      {late < rows.length && (
        <ListBoxSection id="late">
          <Header className="registry-line">
            <span className="name">{t('skill.late')}</span>
          </Header>
          {rows.slice(late).map(option)}
        </ListBoxSection>
      )}
    </ListBox>
  );
});
