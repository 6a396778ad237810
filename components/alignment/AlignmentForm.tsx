import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import type { Draft } from '../../lib/state/draft.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { PageChanged } from '../resource/PageChanged.tsx';
import { SkillCard } from '../skill/SkillCard.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import { FitChoice } from './FitChoice.tsx';
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
  const choose = useDraft((state) => state.choose);
  const kept = useKeeping((state) => state.kept);
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
        <IconButton icon="back" label="Back to the page (Esc)" onClick={onBack} />
        <div className="where titled">
          <h1 id="align-head">{draft.editing ? 'Change an alignment' : 'Align a skill'}</h1>
          <span>of {title}</span>
        </div>
        <span className="state state-draft">{kept ? 'Draft kept' : 'Draft not kept'}</span>
      </header>
      <div className="surface-body">
        <PageChanged />
        <RestoredLine at={restored ? draft.touched : undefined} onDiscard={onDiscard} />
        <div className="block form">
          {conflict}
          {problem && <ProblemNotice problem={problem} />}
          <SkillCard skill={draft.skill} {...(!draft.editing && { onChange: onDiscard })} />
          <RelationChoice value={draft.choice.relation} onChange={(relation) => choose({ relation })} />
          <FitChoice value={draft.choice.fit} onChange={(fit) => choose({ fit })} />
          <EvidenceField evidence={draft.choice.evidence} onChange={(evidence) => choose({ evidence })} />
          <label className="field">
            <span className="label">
              Note <span className="quiet">optional, kept with the alignment</span>
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
        <p className="saying">Saves on this device.{canPublish ? '' : ' You can export it then.'}</p>
        {canPublish && (
          <button type="button" className="btn" disabled={saving} onClick={() => onSave(true)}>
            Save and publish
          </button>
        )}
        <button type="submit" className="btn btn-primary" disabled={saving}>
          Save
        </button>
      </footer>
    </form>
  );
}
