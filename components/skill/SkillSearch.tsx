import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Input, TextField } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { starterLibrary } from '../../lib/domain/starter-library.ts';
import { type SearchGroup, useSearch } from '../../lib/state/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { useRoomBelow } from '../ui/use-room-below.ts';
import { FoundSkills, type Place } from './FoundSkills.tsx';
import { useFirstFocus } from './use-first-focus.ts';

type Props = {
  /** Relations in which the page is aligned to a skill already, by the skill's uri. */
  aligned: ReadonlyMap<string, string>;
  onChoose(skill: FoundSkill): void;
  onAskAgain(): void;
  /** Says something to the live region. */
  onSay(text: string): void;
};

/**
 * The search: type, move with the arrow keys, choose with Enter. Results of each place stream into their own group; the
 * list floats and pushes nothing. A place that failed keeps its own line below, whatever the others found.
 */
export function SkillSearch({ aligned, onChoose, onAskAgain, onSay }: Props) {
  const { text, found, local, groups, busy, type } = useSearch();
  const [closed, setClosed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input);
  const open = text.trim() !== '' && !closed && local !== undefined;
  const room = useRoomBelow(input, open);
  const places = useMemo(() => placesOf(local ?? [], groups), [local, groups]);
  const failed = groups.filter((group) => group.problem && !group.asking);
  const count = places.reduce((sum, { skills }) => sum + skills.length, 0);
  const listed = open && (count > 0 || busy);
  const spoken = open && !busy ? spokenOf(count, places.length, failed) : '';
  useEffect(() => {
    if (spoken) onSay(spoken);
  }, [spoken, onSay]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys and focus on their way
    <div
      className="combobox"
      onKeyDownCapture={takeActive}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setClosed(true);
      }}
    >
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
            aria-expanded={listed}
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
            {!listed ? (
              <div className="no-results">
                <strong>No skill says “{text.trim()}”.</strong>
                <p className="muted">Asked: {places.map(({ name }) => name).join(', ')}. Try fewer or other words.</p>
              </div>
            ) : (
              <FoundSkills places={places} query={found} aligned={aligned} onChoose={onChoose} />
            )}
            <div className="listbox-ends">
              {failed.map((group) => (
                <Failed key={group.registry} group={group} onAskAgain={onAskAgain} />
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
          </div>
        )}
      </Autocomplete>
    </div>
  );
}

/**
 * Enter takes the row that is shown as active. react-aria would take the row that it last told to screen readers, and that
 * trails the eye by an effect: an arrow key and Enter in quick succession chose the row before.
 */
function takeActive(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  const active = event.currentTarget.querySelector<HTMLElement>('.option.is-active');
  if (!active) return;
  event.preventDefault();
  event.stopPropagation();
  active.click();
}

type FailedProps = { group: SearchGroup; onAskAgain(): void };

/** A place that could not answer: its name, why, and a way to ask again. */
function Failed({ group, onAskAgain }: FailedProps) {
  return (
    <div className="registry-line failed">
      <Icon name="alert" />
      <span className="what" title={group.problem?.advice}>
        {group.problem?.message}
      </span>
      <button type="button" className="link push" onClick={onAskAgain}>
        Ask again
      </button>
    </div>
  );
}

function placesOf(local: readonly FoundSkill[], groups: readonly SearchGroup[]): Place[] {
  const { registry, name } = starterLibrary.source;
  const answering = groups.filter(({ problem, asking }) => asking || !problem);
  return [
    { key: registry, name, asking: false, skills: local, kept: true },
    ...answering.map((group) => ({ ...group, skills: once(group.skills), key: group.registry, kept: false })),
  ];
}

/** Each skill once, where a registry answers it twice: a list with one key twice fails as a whole. */
function once(skills: readonly FoundSkill[]): FoundSkill[] {
  return [...new Map(skills.map((skill) => [skill.uri, skill])).values()];
}

function spokenOf(count: number, places: number, failed: readonly SearchGroup[]): string {
  const found = `${count === 1 ? '1 skill' : `${count} skills`} from ${places === 1 ? '1 place' : `${places} places`}.`;
  return [found, ...failed.map(({ name }) => `${name} did not answer.`)].join(' ');
}
