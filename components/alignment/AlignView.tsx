import { useContext, useState } from 'react';
import { type LearningResourceDraft, titleOf } from '../../lib/domain/learning-resource.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import type { Registry } from '../../lib/domain/registry.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { ask } from '../../lib/messaging/client.ts';
import { type Draft, useDraft } from '../../lib/state/draft.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { namedPageForm } from '../resource/named-page-form.ts';
import { AlignmentForm } from './AlignmentForm.tsx';

type Props = {
  draft: Draft;
  resource: LearningResourceDraft;
  /** The page's alignments; undefined until the database answered. */
  alignments?: readonly ResourceAlignment[] | undefined;
  /** Registries that take alignments. */
  targets: readonly Registry[];
};

/** The form at work: saves by one message, and says "saved" only when the background said that it was written. */
export function AlignView({ draft, resource, alignments, targets }: Props) {
  const { restored, changed, discard } = useDraft();
  const show = useView((state) => state.show);
  const type = useSearch((state) => state.type);
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const drafts = useContext(PageDraftsContext);
  const leave = () => {
    discard();
    show('page');
  };
  const save = async (publish: boolean) => {
    setSaving(true);
    const publishTo = publish ? targets.map(({ id }) => id) : [];
    const { editing, skill, choice } = draft;
    const answer = editing
      ? await ask('changeAlignment', { ...editing, choice, publishTo })
      : await ask('addAlignment', { resource, skill, choice, publishTo });
    setSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    discard();
    drafts?.forget(namedPageForm);
    type('');
    show('page', { kind: 'saved', alignment: answer.value, created: !editing, sending: publish });
  };
  return (
    <AlignmentForm
      draft={draft}
      restored={restored}
      title={titleOf(resource)}
      {...(problem && { problem })}
      overtaken={saving ? undefined : overtaking(draft, alignments)}
      saving={saving}
      canPublish={targets.length > 0}
      onSave={(publish) => void save(publish)}
      onBack={changed ? () => show('page') : leave}
      onDiscard={leave}
    />
  );
}

/** What became of the alignment that is being changed since the person saw it; undefined where it is as it was. */
function overtaking({ editing }: Draft, alignments: Props['alignments']): 'changed' | 'removed' | undefined {
  if (!editing || !alignments) return undefined;
  const now = alignments.find(({ id }) => id === editing.id);
  if (!now) return 'removed';
  return now.revision === editing.revision ? undefined : 'changed';
}
