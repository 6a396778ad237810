import { useRef, useState } from 'react';
import type { ExportPart, ExportProgress } from '../../lib/domain/bundle-export.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { unpublishedOf } from '../../lib/queries/unpublished.ts';
import { alignmentsOfList, type KeptWorkList, refusedIn } from '../../lib/queries/work.ts';
import { download } from '../bundle/download.ts';
import { FormatFields } from '../bundle/FormatFields.tsx';
import { Losses } from '../bundle/Losses.tsx';
import { useBulk } from '../framework/bulk-context.ts';
import { ImportMeter } from '../framework/ImportMeter.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Told } from './WorkScreen.tsx';

type Props = {
  list: KeptWorkList;
  onEnd(answer: { ok: true } | { ok: false; problem: Problem }, told: Told): void;
  onSay(text: string): void;
};

/** What is handed on of a list: one file of all that its pages are aligned to, or all of it published; and what was refused. */
export function HandOn({ list, onEnd, onSay }: Props) {
  const bulk = useBulk();
  const [part, setPart] = useState<ExportPart>({ format: 'plumbline', choices: {} });
  const [progress, setProgress] = useState<ExportProgress>();
  const [losses, setLosses] = useState<Parameters<typeof Losses>[0]['losses']>([]);
  const running = useRef<AbortController>(undefined);
  const handed = useKept(
    async (database) => {
      const alignments = await alignmentsOfList(database, list.id);
      const [unsent, refused] = [await unpublishedOf(database, alignments), await refusedIn(database, alignments)];
      return { alignments, unsent, refused };
    },
    [list.id],
  );
  if (!handed) return null;
  const { alignments, unsent, refused } = handed;
  const write = async () => {
    running.current = new AbortController();
    setProgress({ done: 0, total: alignments.length });
    const answer = await bulk.ask(
      'exportBundle',
      { scope: { alignments, name: list.name }, parts: [part], zipped: false },
      { signal: running.current.signal, hear: ({ done, total = 0 }) => setProgress({ done, total }) },
    );
    setProgress(undefined);
    if (answer === 'cancelled') return;
    if (!answer.ok) return onEnd(answer, { words: '' });
    setLosses(answer.value.losses.flatMap((one) => one.losses));
    download(answer.value.file, answer.value.name);
    onSay(t('work.export.done', { file: answer.value.name }));
  };
  const publish = async () => {
    const answer = await ask('publish', { alignments: unsent.ids });
    onEnd(answer, { words: answer.ok ? t('work.publish.queued', { count: unsent.ids.length }) : '' });
  };
  return (
    <div className="toolbar hand-on">
      <details>
        <summary>{t('work.export')}</summary>
        <section className="stack" aria-label={t('work.export.title')}>
          {alignments.length === 0 ? (
            <p className="muted">{t('work.export.none')}</p>
          ) : (
            <FormatFields part={part} onChange={setPart} />
          )}
          {progress ? (
            <ImportMeter
              label={t('bundle.writing')}
              progress={progress}
              things="alignments"
              onCancel={() => running.current?.abort()}
            />
          ) : (
            alignments.length > 0 && (
              <div className="row">
                <button type="button" className="btn" onClick={() => void write()}>
                  {t('work.export.do', { count: alignments.length })}
                </button>
              </div>
            )
          )}
          <Losses losses={losses} />
        </section>
      </details>
      <span className="row push">
        {refused > 0 && (
          <span className="state state-failed">
            <Icon name="alert" />
            {t('work.refusedPages', { count: refused })}
          </span>
        )}
        {refused > 0 && <a href="#outbox?state=failed">{t('work.outbox')}</a>}
        <button
          type="button"
          className="btn btn-small"
          disabled={unsent.ids.length === 0}
          onClick={() => void publish()}
        >
          {unsent.targets === 0 ? t('work.publish.nowhere') : t('work.publish', { count: unsent.ids.length })}
        </button>
      </span>
    </div>
  );
}
