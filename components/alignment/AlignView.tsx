import { useContext, useState } from 'react';
import { type LearningResourceDraft, titleOf } from '../../lib/domain/learning-resource.ts';
import type { Problem, Result } from '../../lib/domain/problem.ts';
import type { Registry } from '../../lib/domain/registry.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { standingNow } from '../../lib/queries/history.ts';
import { chosenIn, type Draft, useDraft } from '../../lib/state/draft.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useSearch } from '../../lib/state/search.ts';
import { type Notice, useView } from '../../lib/state/view.ts';
import { keepStorage } from '../registry/kept-storage.ts';
import { namedPageForm } from '../resource/named-page-form.ts';
import { AlignmentForm } from './AlignmentForm.tsx';
import { SaveConflict } from './SaveConflict.tsx';

type Props = {
  draft: Draft;
  resource: LearningResourceDraft;
  /** Registries that take alignments. */
  targets: readonly Registry[];
};

/** What is told of a save, but for whether it was published too. */
type Saved = WithoutSending<Extract<Notice, { sending: boolean }>>;
type WithoutSending<T> = T extends unknown ? Omit<T, 'sending'> : never;

/** The form at work: saves by one message, and says "saved" only when the background said that it was written. */
export function AlignView({ draft, resource, targets }: Props) {
  const { restored, changed, discard } = useDraft();
  const show = useView((state) => state.show);
  const type = useSearch((state) => state.type);
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [refused, setRefused] = useState(0);
  const drafts = useContext(PageDraftsContext);
  const leave = () => {
    discard();
    show('page');
  };
  /** Nothing was decided yet: what was marked is marked again. */
  const leaveUndecided = () => {
    if (draft.more && !draft.relation) useMarked.getState().mark(chosenIn(draft).map(({ skill }) => skill));
    leave();
  };
  const { editing, skill, choice } = draft;
  const standing = useKept(
    async (database) => (editing ? standingNow(database, editing.id) : undefined),
    [editing?.id],
  );
  const isOvertaken = !saving && editing && standing && standing.alignment?.revision !== editing.revision;
  const yieldToThem = () => {
    discard();
    show('page', { kind: 'yielded', draft });
  };
  const keep = async (publishTo: string[], over: Draft['editing'] | null): Promise<Result<Saved>> => {
    if (draft.more) {
      const answer = await ask('addAlignments', { resource, skills: chosenIn(draft), choice, publishTo });
      return answer.ok ? { ok: true, value: { kind: 'savedSeveral', ...answer.value } } : answer;
    }
    const answer = over
      ? await ask('changeAlignment', { ...over, choice, publishTo })
      : await ask('addAlignment', { resource, skill, choice, publishTo });
    return answer.ok ? { ok: true, value: { kind: 'saved', alignment: answer.value, created: !over } } : answer;
  };
  /** `over` is what is changed: as the person saw it, as it stands by now, or null where it becomes a new one. */
  const save = async (publish: boolean, over: Draft['editing'] | null = editing) => {
    setSaving(true);
    setPublishing(publish);
    const answer = await keep(publish ? targets.map(({ id }) => id) : [], over);
    setSaving(false);
    if (!answer.ok) {
      if (answer.problem.code === 'S220') setRefused((times) => times + 1);
      return setProblem(answer.problem);
    }
    // From the first thing on that could be lost.
    void keepStorage();
    discard();
    drafts?.forget(namedPageForm);
    type('');
    show('page', { ...answer.value, sending: publish });
  };
  return (
    <AlignmentForm
      draft={draft}
      restored={restored}
      title={titleOf(resource)}
      {...(problem && !(isOvertaken && problem.code === 'S220') && { problem })}
      conflict={
        isOvertaken && (
          <SaveConflict
            mine={draft.choice}
            standing={standing}
            refused={refused}
            saving={saving}
            onYield={yieldToThem}
            onOverwrite={({ id, revision }) => void save(publishing, { id, revision })}
            onSaveAsNew={() => void save(publishing, null)}
          />
        )
      }
      saving={saving}
      canPublish={targets.length > 0}
      onSave={(publish) => void save(publish)}
      onBack={changed ? () => show('page') : leaveUndecided}
      onDiscard={leave}
    />
  );
}
