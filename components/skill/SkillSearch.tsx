import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Input, TextField } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { passes } from '../../lib/domain/skill-filter.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { skillsAtHand } from '../../lib/queries/skills-at-hand.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useSearch } from '../../lib/state/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useRoomBelow } from '../ui/use-room-below.ts';
import { AtHandSkills } from './AtHandSkills.tsx';
import { FoundSkills } from './FoundSkills.tsx';
import { MarkedCount } from './MarkedCount.tsx';
import { SearchKeys } from './SearchKeys.tsx';
import { SearchResults } from './SearchResults.tsx';
import type { RowContext } from './SkillOption.tsx';
import { spokenResults } from './search-words.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useNamedRow } from './use-named-row.ts';

type Props = {
  /** The page's address. */
  address: string;
  /** Relations in which the page is aligned to a skill already, by the skill's identity. */
  aligned: ReadonlyMap<string, string>;
  /** Goes on with one skill; those that are marked go along. */
  onChoose(skill: FoundSkill): void;
  /** Goes on with the skills that are marked. */
  onChooseMarked(): void;
  onPin(skill: FoundSkill, pinned: boolean): void;
  /** Asks one registry again. */
  onAskAgain(registry: string): void;
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** Below this much room for the list, in CSS pixels, the page's card makes way for it when it opens. */
const leastRoom = 380;

const noneAtHand = { pinned: [], lastPage: [], recent: [] };

/**
 * The search: type, move with the arrow keys, choose with Enter. What all places found is one list, best first; it floats
 * and pushes nothing. Before anything is typed an arrow key or a click shows the skills at hand.
 */
export function SkillSearch({ address, aligned, onChoose, onChooseMarked, onPin, onAskAgain, onSay }: Props) {
  const { text, found, local, rows, late, groups, filter, busy, restoredAt, type, touch } = useSearch();
  // What was found again lies there until the person goes on with it; the page is in view.
  const [closed, setClosed] = useState(restoredAt !== undefined);
  const [browsing, setBrowsing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input);
  useNamedRow(input);
  const atHand = useKept((database) => skillsAtHand(database, address), [address]) ?? noneAtHand;
  const pins = useMemo(() => new Map(atHand.pinned.map((skill) => [skillIdentity(skill.uri), skill])), [atHand]);
  const toggle = useCallback(
    (skill: FoundSkill) => {
      const pin = pins.get(skillIdentity(skill.uri));
      onPin(pin ?? skill, pin === undefined);
    },
    [onPin, pins],
  );
  const { skills: marks, toggle: mark } = useMarked();
  const marked = useMemo(() => new Set(marks.map(({ uri }) => skillIdentity(uri))), [marks]);
  const shown = useMemo(() => rows.filter((row) => passes(row, filter)), [rows, filter]);
  const shownLate = useMemo(() => shown.filter((row) => rows.indexOf(row) < late).length, [shown, rows, late]);

  const isEmpty = text.trim() === '';
  const hasAny = Object.values(atHand).some((skills) => skills.length > 0);
  const isAtHandOpen = isEmpty && browsing && hasAny;
  const isSearchOpen = !isEmpty && !closed && local !== undefined;
  const open = isAtHandOpen || isSearchOpen;
  useLayoutEffect(() => {
    const below = window.innerHeight - (input.current?.getBoundingClientRect().bottom ?? 0);
    if (open && below < leastRoom) input.current?.scrollIntoView?.({ block: 'start' });
  }, [open]);
  // Measured after the scrolling, so that the list is never seen anywhere else.
  const room = useRoomBelow(input, open);
  const expanded = isAtHandOpen || (isSearchOpen && (shown.length > 0 || busy));

  const failed = groups.filter(({ problem, asking }) => problem && !asking);
  const places = new Set(rows.flatMap((row) => row.places.map(({ place }) => place))).size;
  const spoken =
    isSearchOpen && !busy ? spokenResults(shown.length, rows.length, rows.length - late, places, failed) : '';
  useEffect(() => {
    if (spoken) onSay(spoken);
  }, [spoken, onSay]);

  const close = () => {
    setClosed(true);
    setBrowsing(false);
  };
  const skillIn = ({ dataset: { key } }: HTMLElement) =>
    shown.find((row) => row.key === key)?.skill ??
    Object.values(atHand)
      .flat()
      .find(({ uri }) => uri === key);
  const context: RowContext = { aligned, pinned: pins, onPin: toggle, marked, onMark: mark };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys and focus on their way
    <div
      className="combobox"
      onKeyDownCapture={(event) => {
        if (event.key === 'ArrowDown' && isEmpty && !isAtHandOpen) {
          // The list begins at its first row; the key that opens it, maybe before the database answered, goes no further.
          event.preventDefault();
          event.stopPropagation();
          return setBrowsing(true);
        }
        if (event.key === 'ArrowDown' && !isEmpty && closed) {
          event.preventDefault();
          event.stopPropagation();
          return setClosed(false);
        }
        if (/^(Arrow(Up|Down)|Page(Up|Down)|Home|End)$/.test(event.key) && isSearchOpen) touch();
        actOnActive(event, (active, act) => {
          const skill = skillIn(active);
          if (act === 'choose') active.click();
          else if (skill) (act === 'pin' ? toggle : mark)(skill);
        });
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <Autocomplete
        inputValue={text}
        onInputChange={(value) => {
          setClosed(false);
          setBrowsing(false);
          type(value);
        }}
      >
        <TextField aria-label={t('skill.find')} className="input-icon">
          <Icon name="search" />
          <Input
            ref={input}
            className="input"
            role="combobox"
            aria-expanded={expanded}
            aria-haspopup="listbox"
            aria-keyshortcuts="Alt+P Control+Enter Meta+Enter Alt+Enter"
            placeholder={t('skill.placeholder')}
            onClick={() => {
              setBrowsing(true);
              setClosed(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !open) return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
          />
          {isEmpty && hasAny && (
            <IconButton
              icon="down"
              label={t('skill.atHandOpen')}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setBrowsing(!browsing)}
            />
          )}
        </TextField>
        {open && (
          <div
            className="listbox"
            aria-busy={isSearchOpen && busy}
            style={room && { insetBlockStart: room.top, maxBlockSize: room.height }}
            // A list that opens under a pointer at rest is not touched by it.
            onPointerMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && touch()}
          >
            {isAtHandOpen ? (
              <AtHandSkills atHand={atHand} onChoose={onChoose} {...context} />
            ) : (
              <SearchResults shown={shown.length} onAskAgain={onAskAgain}>
                <FoundSkills rows={shown} late={shownLate} query={found} onChoose={onChoose} {...context} />
              </SearchResults>
            )}
            {marks.length > 0 && <MarkedCount count={marks.length} onAlign={onChooseMarked} />}
            <SearchKeys />
          </div>
        )}
      </Autocomplete>
    </div>
  );
}

type Act = 'choose' | 'mark' | 'pin';

/**
 * Enter, with Ctrl, ⌘ or Alt, and Alt+P act on the row that is shown as active. react-aria would take the row that it last
 * told to screen readers, and that trails the eye by an effect: an arrow key and Enter in quick succession chose the row
 * before.
 */
function actOnActive(event: KeyboardEvent<HTMLElement>, run: (active: HTMLElement, act: Act) => void): void {
  const act = actOf(event);
  if (!act || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  const active = event.currentTarget.querySelector<HTMLElement>('.option.is-active');
  if (!active) return;
  event.preventDefault();
  event.stopPropagation();
  run(active, act);
}

function actOf({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent): Act | undefined {
  if (key === 'Enter') return altKey || ctrlKey || metaKey ? 'mark' : 'choose';
  // A Mac types another letter with Alt, so the key itself counts as well.
  return altKey && (key.toLowerCase() === 'p' || code === 'KeyP') ? 'pin' : undefined;
}
