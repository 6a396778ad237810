import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { SkillText } from './SkillText.tsx';
import { typeWord } from './type-word.ts';

/** What rows need to know of the page and of what is pinned. */
export type RowContext = {
  /** Relations in which the page is aligned to a skill already, by the skill's identity. */
  aligned: ReadonlyMap<string, string>;
  /** The identities of the pinned skills. */
  pinned: Pick<ReadonlySet<string>, 'has'>;
  onPin(skill: FoundSkill): void;
  /** The identities of the skills that are marked to be aligned together. */
  marked: Pick<ReadonlySet<string>, 'has'>;
  onMark(skill: FoundSkill): void;
};

type Props = RowContext & {
  /** What the row is known by in its list. */
  id: string;
  skill: FoundSkill;
  /** The names of those who have it. */
  sources: readonly string[];
  /** The text that was searched for, to be marked. */
  query?: string;
};

/** A skill in a list to choose from. */
export function SkillOption({ id, skill, sources, query = '', ...context }: Props) {
  const { aligned, pinned, onPin, marked, onMark } = context;
  const identity = skillIdentity(skill.uri);
  const isPinned = pinned.has(identity);
  const isMarked = marked.has(identity);
  const relation = aligned.get(identity);
  const framework = skill.framework?.name;
  const states = [
    relation && t('skill.aligned', { relation }),
    isMarked && t('skill.marked'),
    isPinned && t('skill.pinned'),
  ];
  const said = [
    listOf(sources),
    framework && !sources.some((name) => framework.toLowerCase().endsWith(name.toLowerCase())) && framework,
    skill.category,
    skill.level,
  ];
  return (
    <ListBoxItem
      id={id}
      className={({ isFocused }) =>
        ['option', isFocused && 'is-active', isMarked && 'is-marked'].filter(Boolean).join(' ')
      }
      textValue={skill.name || skill.statement}
    >
      <PointerAct className="mark" title={t(isMarked ? 'skill.unmark' : 'skill.mark')} onAct={() => onMark(skill)}>
        <span className={isMarked ? 'box is-checked' : 'box'}>{isMarked && <Icon name="check" />}</span>
      </PointerAct>
      <span className="statement">
        <SkillText skill={skill} query={query} />
      </span>
      <span className="meta">
        {states.map((state) => state && `${state} · `)}
        <span data-own-words="">{said.filter(Boolean).join(' · ')}</span> · {typeWord(skill.type)}
      </span>
      <PointerAct
        className={isPinned ? 'pin is-pinned' : 'pin'}
        title={t(isPinned ? 'skill.unpin' : 'skill.pin')}
        onAct={() => onPin(skill)}
      >
        <Icon name="pin" />
      </PointerAct>
    </ListBoxItem>
  );
}

type ActProps = { className: string; title: string; onAct(): void; children: ReactNode };

/** Something in a row for the pointer alone, since an option may hold no button; the keyboard has keys for it. */
function PointerAct({ className, title, onAct, children }: ActProps) {
  return (
    <span
      className={className}
      aria-hidden="true"
      title={title}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => {
        // Neither is the row chosen, nor does the field lose the keyboard.
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => {
        event.stopPropagation();
        onAct();
      }}
    >
      {children}
    </span>
  );
}
