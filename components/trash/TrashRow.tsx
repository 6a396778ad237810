import { useId, useState } from 'react';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import type { TrashLine } from '../../lib/queries/trash.ts';
import { calledOf, relationWord } from '../alignment/words.ts';
import { AlignmentHistory } from '../history/AlignmentHistory.tsx';
import { actorWords } from '../history/line-words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Moment } from '../ui/Moment.tsx';

/** The trash's columns after the tick box. */
export const trashColumns = ['alignment', 'page', 'removed', 'by'] as const;

type Props = {
  line: TrashLine;
  now: number;
  picked: boolean;
  onPick(picked: boolean): void;
  onRestore(): void;
  onErase(): void;
};

/** One removed alignment, and the ways back or out. */
export function TrashRow({ line, now, picked, onPick, onRestore, onErase }: Props) {
  const [open, setOpen] = useState(false);
  const more = useId();
  const { alignment, title, at } = line;
  const { skill, relation, note, resource } = alignment;
  const called = { relation: relationWord(relation), skill: calledOf(skill) };
  return (
    <tbody>
      <tr className={picked ? 'is-picked' : undefined}>
        <td className="pick">
          <span className="tick-target">
            <input
              className="tick"
              type="checkbox"
              aria-label={t('trash.pick', called)}
              checked={picked}
              onChange={(event) => onPick(event.target.checked)}
            />
          </span>
        </td>
        <td className="skill">
          <span className={open ? undefined : 'clamp-2'}>
            <span className="relation">{relationWord(relation)}</span> <SkillText skill={skill} />
          </span>
        </td>
        <td>
          <a className="page" href={resource} target="_blank" rel="noreferrer" dir="auto" data-own-words="">
            {title === resource ? hostOf(resource) : title}
          </a>
        </td>
        <td>
          <Moment at={at} now={now} />
        </td>
        <td>{actorWords(line)}</td>
        <td className="acts">
          <button
            type="button"
            className="btn btn-small"
            aria-label={t('trash.restore.name', called)}
            onClick={onRestore}
          >
            {t('trash.restore')}
          </button>
          <IconButton
            icon={open ? 'close' : 'more'}
            label={t(open ? 'alignment.less' : 'alignment.more', called)}
            aria-expanded={open}
            aria-controls={more}
            onClick={() => setOpen(!open)}
          />
        </td>
      </tr>
      {open && (
        <tr id={more} className="more">
          <td colSpan={trashColumns.length + 2}>
            <div className="stack">
              {note && (
                <p className="muted" dir="auto" data-own-words="">
                  {note}
                </p>
              )}
              <AlignmentHistory alignment={alignment.id} />
              <div className="row">
                <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={onErase}>
                  {t('trash.erase')}
                </button>
              </div>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
