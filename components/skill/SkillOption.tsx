import { ListBoxItem } from 'react-aria-components';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { wordFor } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { SkillText } from './SkillText.tsx';

/** What rows need to know of the page and of what is pinned. */
export type RowContext = {
  /** Relations in which the page is aligned to a skill already, by the skill's identity. */
  aligned: ReadonlyMap<string, string>;
  /** The identities of the pinned skills. */
  pinned: Pick<ReadonlySet<string>, 'has'>;
  onPin(skill: FoundSkill): void;
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
export function SkillOption({ id, skill, sources, query = '', aligned, pinned, onPin }: Props) {
  const identity = skillIdentity(skill.uri);
  const isPinned = pinned.has(identity);
  const relation = aligned.get(identity);
  const framework = skill.framework?.name;
  const said = [
    relation && t('skill.aligned', { relation }),
    isPinned && t('skill.pinned'),
    sources.join(', '),
    framework && !sources.some((name) => framework.toLowerCase().endsWith(name.toLowerCase())) && framework,
    skill.category,
    skill.level,
    wordFor(skill.type),
  ];
  return (
    <ListBoxItem
      id={id}
      className={({ isFocused }) => (isFocused ? 'option is-active' : 'option')}
      textValue={skill.name || skill.statement}
    >
      <span className="statement">
        <SkillText skill={skill} query={query} />
      </span>
      <span className="meta">{said.filter(Boolean).join(' · ')}</span>
      {/* For the pointer alone, since an option may hold no button; the keyboard has Alt+P. */}
      <span
        className={isPinned ? 'pin is-pinned' : 'pin'}
        aria-hidden="true"
        title={t(isPinned ? 'skill.unpin' : 'skill.pin')}
        onPointerDown={(event) => event.stopPropagation()}
        onMouseDown={(event) => {
          // Neither is the row chosen, nor does the field lose the keyboard.
          event.preventDefault();
          event.stopPropagation();
        }}
        onClick={(event) => {
          event.stopPropagation();
          onPin(skill);
        }}
      >
        <Icon name="pin" />
      </span>
    </ListBoxItem>
  );
}
