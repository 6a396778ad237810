import { memo } from 'react';
import { libraryStateOf } from '../../lib/domain/library-filter.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import type { LibraryRow } from '../../lib/queries/library-rows.ts';
import { fitWord, relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PickBox } from '../ui/PickBox.tsx';
import { resourceAddress, skillAddress } from './library-address.ts';
import { stateWords } from './state-words.ts';

type Props = {
  row: LibraryRow;
  now: number;
  /** Whether it is picked; absent where nothing can be. */
  picked?: boolean | undefined;
  onPick?: ((ids: readonly string[], on: boolean) => void) | undefined;
};

/** The cells of an alignment: its page, what it says of it, what became of it, when it was changed. */
export const LibraryCells = memo(function LibraryCells({ row, now, picked, onPick }: Props) {
  const { skill, relation, fit, resource, title, modified } = row;
  const state = stateWords[libraryStateOf(row.deliveries)];
  const word = relationWord(relation);
  return (
    <>
      {onPick && (
        <td className="pick">
          <PickBox
            label={t('library.pick', { relation: word, skill: skill.code ?? skill.name ?? sentenceOf(skill) })}
            picked={picked ? 1 : 0}
            of={1}
            onPick={(on) => onPick([row.id], on)}
          />
        </td>
      )}
      <td>
        <a className="page" href={resourceAddress(resource)} title={resource} dir="auto" data-own-words="">
          {title === resource ? hostOf(resource) : title}
        </a>
        <span className="quiet address" data-own-words="">
          {hostOf(resource)}
        </span>
      </td>
      <td className="relation">{word}</td>
      <td className="skill">
        <a className="clamp-2" href={skillAddress(skill.uri)} title={sentenceOf(skill)} data-own-words="">
          <SkillText skill={skill} />
        </a>
      </td>
      <td>
        <span className="fit-word">
          <i className={`fit fit-${fit}`} aria-hidden="true" />
          {fitWord(fit)}
        </span>
      </td>
      <td>
        <span className={state.className}>
          <Icon name={state.icon} />
          {state.label()}
        </span>
      </td>
      <td>
        <Moment at={modified} now={now} />
      </td>
    </>
  );
});
