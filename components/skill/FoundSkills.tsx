import { memo } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { wordFor } from '../../lib/domain/skill.ts';
import { SkillText } from './SkillText.tsx';

/** One place that was searched, and what it found so far. */
export type Place = { key: string; name: string; asking: boolean; skills: readonly FoundSkill[]; kept: boolean };

type Props = {
  places: readonly Place[];
  /** The text that the results are for. */
  query: string;
  /** Relations in which the page is aligned to a skill already, by the skill's uri. */
  aligned: ReadonlyMap<string, string>;
  onChoose(skill: FoundSkill): void;
};

/**
 * The skills found, in a group for each place. A new text makes a new list, whose first row the keyboard is on; what
 * other places answer later joins the list and leaves the keyboard where it is.
 */
export const FoundSkills = memo(function FoundSkills({ places, query, aligned, onChoose }: Props) {
  const skills = new Map(
    places.flatMap(({ key, skills: found }) => found.map((skill) => [`${key} ${skill.uri}`, skill])),
  );
  return (
    <ListBox
      key={query}
      autoFocus="first"
      aria-label="Skills found"
      className="found"
      onAction={(key) => {
        const skill = skills.get(String(key));
        if (skill) onChoose(skill);
      }}
    >
      {places.map(({ key, name, asking, skills: found, kept }) => (
        <ListBoxSection key={key} id={key} aria-label={name}>
          <Header className="registry-line">
            <span className="name">{name}</span>
            <span>{countOf(found.length, asking)}</span>
            {kept && <span className="quiet">kept on this device</span>}
            {asking && <span className="spinner push" aria-hidden="true" />}
          </Header>
          {found.map((skill) => (
            <ListBoxItem
              key={skill.uri}
              id={`${key} ${skill.uri}`}
              className={({ isFocused }) => (isFocused ? 'option is-active' : 'option')}
              textValue={skill.name || skill.statement}
            >
              <span className="statement">
                <SkillText skill={skill} query={query} />
              </span>
              <span className="meta">
                {aligned.has(skill.uri) ? `Already here: ${aligned.get(skill.uri)} · ` : ''}
                {skill.category ? `${skill.category} · ` : ''}
                {wordFor(skill.type)}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
});

function countOf(count: number, asking: boolean): string {
  if (count > 0) return `${count} found`;
  return asking ? 'asking' : 'nothing found';
}
