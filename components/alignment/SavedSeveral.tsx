import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { type Notice as Told, useView } from '../../lib/state/view.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = { notice: Extract<Told, { kind: 'savedSeveral' | 'takenBack' }> };

/** What became of several alignments that were saved at once, with one way to take all of it back. */
export function SavedSeveral({ notice }: Props) {
  const tell = useView((state) => state.tell);
  if (notice.kind === 'takenBack') {
    return (
      <div className="block joined">
        <Notice tone="good" title={t('alignment.takenBack')}>
          {notice.left > 0 && <p className="muted">{t('alignment.takenBack.left', { count: notice.left })}</p>}
        </Notice>
      </div>
    );
  }
  const { undo, created, changed, sending } = notice;
  const takeBack = async () => {
    const answer = await ask('takeBack', { undo });
    tell(answer.ok ? { kind: 'takenBack', left: answer.value.left } : { kind: 'problem', problem: answer.problem });
  };
  return (
    <div className="block joined">
      <Notice
        tone="good"
        title={savedWords(created, changed)}
        acts={
          <button type="button" className="btn btn-small" onClick={() => void takeBack()}>
            {t('alignment.undo')}
          </button>
        }
      >
        {sending && <p className="muted">{t('alignment.savedSeveral.sending')}</p>}
      </Notice>
    </div>
  );
}

/** How many of several are new and how many were there already. */
export function savedWords(created: number, changed: number): string {
  return changed > 0
    ? t('alignment.savedSeveral.some', { created, changed })
    : t('alignment.savedSeveral', { count: created });
}
