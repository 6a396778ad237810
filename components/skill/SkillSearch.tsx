import { useEffect, useRef, useState } from 'react';
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, TextField } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { wordFor } from '../../lib/domain/skill.ts';
import { starterLibrary } from '../../lib/domain/starter-library.ts';
import type { SearchGroup } from '../../lib/state/search.ts';
import { useSearch } from '../../lib/state/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { useRoomBelow } from '../ui/use-room-below.ts';
import { SkillText } from './SkillText.tsx';

type Props = {
  /** Relations in which the page is aligned to a skill already, by the skill's uri. */
  aligned: ReadonlyMap<string, string>;
  onChoose(skill: FoundSkill): void;
  onAskAgain(): void;
};

type Answered = { key: string; name: string; asking: boolean; skills: readonly FoundSkill[]; kept: boolean };

/**
 * The search: type, move with the arrow keys, choose with Enter. Results of each place stream into their own group; the
 * list floats and pushes nothing. A place that failed keeps its own line below, whatever the others found.
 */
export function SkillSearch({ aligned, onChoose, onAskAgain }: Props) {
  const { text, local, groups, busy, type } = useSearch();
  const [closed, setClosed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const open = text.trim() !== '' && !closed && local !== undefined;
  const room = useRoomBelow(input, open);
  const answered = placesOf(local, groups);
  const failed = groups.filter((group) => group.problem && !group.asking);
  const skills = new Map(
    answered.flatMap(({ key, skills: found }) => found.map((skill) => [`${key} ${skill.uri}`, skill])),
  );
  return (
    <div className="combobox">
      <Autocomplete
        inputValue={text}
        onInputChange={(value) => {
          setClosed(false);
          type(value);
        }}
      >
        <TextField aria-label="Find a skill to align" className="input-icon">
          <Icon name="search" />
          <Input
            ref={input}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-haspopup="listbox"
            placeholder="Find a skill: words, a code or an address"
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !open) return;
              event.preventDefault();
              event.stopPropagation();
              setClosed(true);
            }}
          />
        </TextField>
        {open && (
          <div
            className="listbox"
            aria-busy={busy}
            style={room && { insetBlockStart: room.top, maxBlockSize: room.height }}
          >
            {skills.size === 0 && !busy ? (
              <div className="no-results">
                <strong>No skill says “{text.trim()}”.</strong>
                <p className="muted">Asked: {answered.map(({ name }) => name).join(', ')}. Try fewer or other words.</p>
              </div>
            ) : (
              <ListBox
                aria-label="Skills found"
                className="found"
                onAction={(key) => {
                  const skill = skills.get(String(key));
                  if (skill) onChoose(skill);
                }}
              >
                {answered.map((place) => (
                  <Place key={place.key} place={place} query={text} aligned={aligned} />
                ))}
              </ListBox>
            )}
            {failed.map((group) => (
              <div key={group.registry} className="registry-line failed">
                <Icon name="alert" />
                <span className="name">{group.name}</span>
                <span className="what" title={group.problem?.advice}>
                  {group.problem?.message}
                </span>
                <button type="button" className="link push" onClick={onAskAgain}>
                  Ask again
                </button>
              </div>
            ))}
            <div className="listbox-foot">
              <span>
                <kbd>↑</kbd> <kbd>↓</kbd> choose
              </span>
              <span>
                <kbd>Enter</kbd> align
              </span>
              <span>
                <kbd>Esc</kbd> close
              </span>
            </div>
          </div>
        )}
      </Autocomplete>
    </div>
  );
}

type PlaceProps = { place: Answered; query: string; aligned: ReadonlyMap<string, string> };

function Place({ place, query, aligned }: PlaceProps) {
  const { key, name, skills, asking, kept } = place;
  return (
    <ListBoxSection id={key} aria-label={name}>
      <Header className="registry-line">
        <span className="name">{name}</span>
        <span>{countOf(place)}</span>
        {kept && <span className="quiet">kept on this device</span>}
        {asking && <span className="spinner push" aria-hidden="true" />}
      </Header>
      {skills.map((skill) => (
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
  );
}

function placesOf(local: readonly FoundSkill[] | undefined, groups: readonly SearchGroup[]): Answered[] {
  const { registry, name } = starterLibrary.source;
  const here: Answered = { key: registry, name, asking: false, skills: local ?? [], kept: true };
  const there = groups
    .filter(({ problem, asking }) => asking || !problem)
    .map((group) => ({
      key: group.registry,
      name: group.name,
      asking: group.asking,
      skills: group.skills,
      kept: false,
    }));
  return [here, ...there];
}

function countOf({ skills, asking }: Answered): string {
  if (skills.length > 0) return `${skills.length} found`;
  return asking ? 'asking' : 'nothing found';
}
