import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { chosenIn, type Draft, useDraft } from '../../lib/state/draft.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { PageChanged } from '../resource/PageChanged.tsx';
import { SkillCard } from '../skill/SkillCard.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { ChosenSkills } from './ChosenSkills.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import { FitChoice } from './FitChoice.tsx';
import { OwnRelations } from './OwnRelations.tsx';
import { RelationChoice } from './RelationChoice.tsx';

type Props = {
  draft: Draft;
  restored: boolean;
  /** Title of the page that is being aligned. */
  title: string;
  /** Why the last attempt to save failed. */
  problem?: Problem;
  /** What another window made of the alignment meanwhile, and the choice that is to be made. */
  conflict?: ReactNode;
  saving: boolean;
  /** Whether a registry is there to publish to at once. */
  canPublish: boolean;
  onSave(publish: boolean): void;
  onBack(): void;
  onDiscard(): void;
};

/** Relation, fit, evidence and note of one skill. Every change is kept as a draft; nothing is an alignment before "Save". */
export function AlignmentForm(props: Props) {
  const { draft, restored, title, problem, conflict, saving, canPublish, onSave, onBack, onDiscard } = props;
  const { choose, leaveOut } = useDraft();
  const kept = useKeeping((state) => state.kept);
  const chosen = chosenIn(draft);
  const count = chosen.length;
  const hasOwn = chosen.some(({ relation }) => relation);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[name="relation"]:checked')?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(false);
  };
  return (
    <form
      ref={form}
      className="surface"
      aria-labelledby="align-head"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <header className="surface-bar">
        <IconButton icon="back" label={t('alignment.back')} onClick={onBack} />
        <div className="where titled">
          <h1 id="align-head">{draft.editing ? t('alignment.change') : t('alignment.align', { count })}</h1>
          <span title={title} data-own-words>
            {t('alignment.ofPage', { page: title })}
          </span>
        </div>
        <span className="state state-draft">{t(kept ? 'alignment.draftKept' : 'alignment.draftNotKept')}</span>
      </header>
      <div className="surface-body">
        <PageChanged />
        <RestoredLine at={restored ? draft.touched : undefined} onDiscard={onDiscard} />
        <div className="block form">
          {conflict}
          {problem && <ProblemNotice problem={problem} />}
          {count > 1 ? (
            <ChosenSkills chosen={chosen} onLeaveOut={leaveOut} />
          ) : (
            <SkillCard skill={draft.skill} {...(!draft.editing && { onChange: onDiscard })} />
          )}
          {hasOwn ? (
            <OwnRelations onOneForAll={() => choose({ relation: draft.choice.relation })} />
          ) : (
            <RelationChoice value={draft.choice.relation} onChange={(relation) => choose({ relation })} />
          )}
          <FitChoice value={draft.choice.fit} onChange={(fit) => choose({ fit })} />
          <EvidenceField evidence={draft.choice.evidence} onChange={(evidence) => choose({ evidence })} />
          <label className="field">
            <span className="label">
              {t('alignment.note')} <span className="quiet">{t('alignment.note.optional')}</span>
            </span>
            <textarea
              className="input"
              rows={2}
              maxLength={2000}
              value={draft.choice.note ?? ''}
              onChange={(event) => choose({ note: event.target.value || undefined })}
            />
          </label>
        </div>
      </div>
      <footer className="surface-foot">
        <p className="saying">{t(canPublish ? 'alignment.savesHere' : 'alignment.savesHere.exports')}</p>
        {canPublish && (
          <button type="button" className="btn" disabled={saving} onClick={() => onSave(true)}>
            {t('alignment.saveAndPublish', { count })}
          </button>
        )}
        <button type="submit" className="btn btn-primary" disabled={saving}>
          {t('alignment.save', { count })}
        </button>
      </footer>
    </form>
  );
}
