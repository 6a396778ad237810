import { useId, useState } from 'react';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { AlignmentHistory } from '../history/AlignmentHistory.tsx';
import { SkillText } from '../skill/SkillText.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { KeptEvidence } from './EvidenceQuote.tsx';
import { StaleNote } from './StaleNote.tsx';
import { calledOf, fitWord, relationWord } from './words.ts';

type Props = {
  alignment: KeptAlignment;
  /** Names of registries, by id. */
  registryNames: ReadonlyMap<string, string>;
  onEdit(): void;
  onRemove(): void;
  /** Begins an alignment to the skill that took this one's place. */
  onReplace?(skill: FoundSkill): void;
};

/** One alignment, read as a sentence: relation, skill, then fit and what became of it. */
export function AlignmentRow({ alignment, registryNames, onEdit, onRemove, onReplace }: Props) {
  const [open, setOpen] = useState(false);
  const acts = useId();
  const { relation, fit, skill, note, evidence, deliveries } = alignment;
  const called = { relation: relationWord(relation), skill: calledOf(skill) };
  const published = deliveries.some(({ receipt }) => receipt);
  return (
    <li className="alignment">
      <span className="relation">{relationWord(relation)}</span>
      <div>
        <p className={open ? 'statement is-whole' : 'statement'}>
          <SkillText skill={skill} />
        </p>
        <p className="meta">
          <span className="fit-word">
            <i className={`fit fit-${fit}`} aria-hidden="true" />
            {fitWord(fit)}
          </span>
          {deliveries.map((entry) => (
            <DeliveryState key={entry.id} entry={entry} registry={registryNames.get(entry.registry)} />
          ))}
        </p>
        {alignment.stale && <StaleNote stale={alignment.stale} {...(onReplace && { onReplace })} />}
        {open && (
          <div className="row-acts" id={acts}>
            {evidence && <KeptEvidence evidence={evidence} alignment={alignment.id} onEdit={onEdit} />}
            {note && (
              <p className="muted" dir="auto" data-own-words="">
                {note}
              </p>
            )}
            <p className="muted dots">
              <span data-own-words="">{skill.framework?.name ?? skill.source.name}</span>
              <span>{t('alignment.savedOn', { date: date(alignment.modified) })}</span>
            </p>
            <AlignmentHistory alignment={alignment.id} />
            <div className="row">
              <button type="button" className="btn btn-small" onClick={onEdit}>
                {t('alignment.edit')}
              </button>
              <button type="button" className="btn btn-small btn-bad" onClick={onRemove}>
                {t(published ? 'alignment.removeAndWithdraw' : 'alignment.remove')}
              </button>
            </div>
          </div>
        )}
      </div>
      <IconButton
        icon={open ? 'close' : 'more'}
        label={t(open ? 'alignment.less' : 'alignment.more', called)}
        aria-expanded={open}
        aria-controls={acts}
        onClick={() => setOpen(!open)}
      />
    </li>
  );
}
