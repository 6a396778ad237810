import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { type Draft, useDraft } from '../../lib/state/draft.ts';
import { useView } from '../../lib/state/view.ts';
import { SavedSeveral } from '../alignment/SavedSeveral.tsx';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';

type Props = { alignments: readonly KeptAlignment[] };

/** What became of the last action, until the next one. */
export function PageNotice({ alignments }: Props) {
  const { notice, tell } = useView();
  if (notice?.kind === 'problem') {
    return (
      <div className="block joined">
        <ProblemNotice problem={notice.problem} />
      </div>
    );
  }
  if (notice?.kind === 'removed') return <Removed undo={notice.undo} />;
  if (notice?.kind === 'yielded') return <Yielded draft={notice.draft} />;
  if (notice?.kind === 'savedSeveral' || notice?.kind === 'takenBack') return <SavedSeveral notice={notice} />;
  if (notice?.kind !== 'saved') return null;
  const { alignment, created, sending } = notice;
  const kept = alignments.find(({ id }) => id === alignment.id);
  const isUnderWay = sending && kept?.deliveries.every(({ state }) => state === 'queued' || state === 'sending');
  const undo = async () => {
    const answer = await ask('removeAlignment', { id: alignment.id, revision: alignment.revision });
    tell(answer.ok ? { kind: 'removed', undo: answer.value.undo } : { kind: 'problem', problem: answer.problem });
  };
  return (
    <div className="block joined">
      <Notice
        tone="good"
        title={t('resource.saved')}
        acts={
          created && (
            <button type="button" className="btn btn-small" onClick={() => void undo()}>
              {t('resource.undo')}
            </button>
          )
        }
      >
        {isUnderWay && <p className="muted">{t('resource.saved.sending')}</p>}
      </Notice>
    </div>
  );
}

/** Removing asks nothing, since it can be taken back. */
function Removed({ undo }: { undo: string }) {
  const { tell } = useView();
  const takeBack = async () => {
    const answer = await ask('takeBack', { undo });
    tell(answer.ok ? { kind: 'restored' } : { kind: 'problem', problem: answer.problem });
  };
  return (
    <div className="block joined">
      <Notice
        tone="good"
        title={t('resource.removed')}
        acts={
          <button type="button" className="btn btn-small" onClick={() => void takeBack()}>
            {t('resource.undo')}
          </button>
        }
      >
        <p className="muted">{t('resource.removed.help')}</p>
      </Notice>
    </div>
  );
}

/** Letting go of one's own version asks nothing either. */
function Yielded({ draft }: { draft: Draft }) {
  const show = useView((state) => state.show);
  const restore = useDraft((state) => state.restore);
  const undo = () => {
    restore(draft);
    show('align');
  };
  return (
    <div className="block joined">
      <Notice
        tone="good"
        title={t('resource.yielded')}
        acts={
          <button type="button" className="btn btn-small" onClick={undo}>
            {t('resource.undo')}
          </button>
        }
      >
        <p className="muted">{t('resource.yielded.help')}</p>
      </Notice>
    </div>
  );
}
