import { useState } from 'react';
import { needsConfirmation } from '../../lib/domain/mass-change.ts';
import type { MassEdit } from '../../lib/domain/mass-edit.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { relationCounts } from '../../lib/queries/relation-counts.ts';
import { unpublishedOf } from '../../lib/queries/unpublished.ts';
import { fitWord, relationWord } from '../alignment/words.ts';
import type { Ended, Told } from './ActNotices.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';

type Props = {
  picked: readonly string[];
  onNone(): void;
  onEnd(answer: Ended, told: Told): void;
};

/** What can be done with the alignments that are picked: each one message, one transaction and, but for sending, one undo. */
export function BulkBar({ picked, onNone, onEnd }: Props) {
  const [choice, setChoice] = useState('relation teaches');
  const [asking, setAsking] = useState<MassEdit['act']>();
  const [exporting, setExporting] = useState(false);
  const unsent = useKept((database) => unpublishedOf(database, picked), [picked]);
  const counts = useKept(relationCounts, []);
  const kept = [...(counts?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  const edit = async (act: MassEdit['act']) => {
    setAsking(undefined);
    const answer = await ask('massEdit', { alignments: [...picked], act });
    if (!answer.ok) return onEnd(answer, { words: '' });
    const { undo, ...done } = answer.value;
    const words = t('remove' in act ? 'library.removed' : 'library.edited', done);
    onEnd(answer, { words, ...(done.changed > 0 && { undo }) });
  };
  const begin = (act: MassEdit['act']) => {
    if (needsConfirmation({ lost: picked.length, kept })) setAsking(act);
    else void edit(act);
  };
  const publish = async (ids: string[]) => {
    const answer = await ask('publish', { alignments: ids });
    onEnd(answer, { words: answer.ok ? t('library.queued', { count: ids.length }) : '' });
  };
  return (
    <div className="toolbar bulk-bar" role="toolbar" aria-label={t('library.forPicked', { count: picked.length })}>
      <span className="strong">{t('library.picked', { count: picked.length })}</span>
      <button type="button" className="link" onClick={onNone}>
        {t('library.none')}
      </button>
      <span className="row push">
        <span className="select">
          <select
            className="input"
            aria-label={t('library.changeTo')}
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
          >
            <optgroup label={t('library.relation')}>
              {Relation.options.map((one) => (
                <option key={one} value={`relation ${one}`}>
                  {relationWord(one)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('library.fit')}>
              {Fit.options.map((one) => (
                <option key={one} value={`fit ${one}`}>
                  {fitWord(one)}
                </option>
              ))}
            </optgroup>
          </select>
        </span>
        <button type="button" className="btn btn-small" onClick={() => begin(actOf(choice))}>
          {t('library.change', { count: picked.length })}
        </button>
        <button type="button" className="btn btn-small" onClick={() => setExporting(true)}>
          {t('library.export', { count: picked.length })}
        </button>
        <button type="button" className="btn btn-small btn-bad" onClick={() => begin({ remove: true })}>
          {t('library.remove', { count: picked.length })}
        </button>
        <button
          type="button"
          className="btn btn-small btn-primary"
          disabled={!unsent?.ids.length}
          onClick={() => unsent && void publish(unsent.ids)}
        >
          {publishWords(unsent, picked.length)}
        </button>
      </span>
      {exporting && <ExportDialog picked={picked} onLeave={() => setExporting(false)} />}
      {asking && (
        <ConfirmDialog
          count={picked.length}
          isRemoval={'remove' in asking}
          onGoOn={() => void edit(asking)}
          onLeave={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

function actOf(choice: string): MassEdit['act'] {
  const [part, value] = choice.split(' ');
  return part === 'fit' ? { fit: Fit.parse(value) } : { relation: Relation.parse(value) };
}

function publishWords(unsent: { ids: string[]; targets: number } | undefined, picked: number): string {
  if (!unsent) return t('library.publishCounting');
  if (unsent.targets === 0) return t('library.publishNowhere');
  return t('library.publish', { count: unsent.ids.length, picked, standing: picked - unsent.ids.length });
}
