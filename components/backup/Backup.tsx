import { useEffect, useRef, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import type { BackupSource, Restored } from '../../lib/domain/backup.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { AutomaticBackups } from './AutomaticBackups.tsx';
import { MakeBackup } from './MakeBackup.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useBackupNotes } from './use-backup-notes.ts';
import { useReminder } from './use-reminder.ts';
import { restoreFrom } from './use-restore.ts';
import { restoredWords } from './words.ts';

type Props = {
  /** Says something to the live region. */
  onSay(text: string): void;
};

type Chosen = { source: BackupSource; name: string };

/** Everything as one file, back from such a file, and the states that are kept by themselves. */
export function Backup({ onSay }: Props) {
  const bulk = useBulk();
  const { notes, noteDownloaded, noteHushed } = useBackupNotes();
  const reminds = useReminder(notes);
  const [chosen, setChosen] = useState<Chosen>();
  const [restored, setRestored] = useState<{ name: string; done: Restored }>();
  const [problem, setProblem] = useState<Problem>();
  const [undoing, setUndoing] = useState(false);
  const section = useRef<HTMLElement>(null);
  // The page is built after the browser looked for the place that its address names.
  useEffect(() => {
    if (location.hash === '#backup') section.current?.scrollIntoView();
  }, []);
  const undo = async ({ name, done }: { name: string; done: Restored }) => {
    setUndoing(true);
    const answer = await restoreFrom(bulk, { kept: done.before }, 'replace', Number.MAX_SAFE_INTEGER);
    setUndoing(false);
    if (answer === 'cancelled') return;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setRestored(undefined);
    onSay(t('backup.undone', { name }));
  };
  const choose = (file: File | undefined) => file && setChosen({ source: { file }, name: file.name });
  return (
    <section id="backup" ref={section}>
      <h2>{t('backup.title')}</h2>
      <p>{t('backup.lead')}</p>
      {reminds && (
        <Notice
          title={t('backup.reminder')}
          acts={
            <button type="button" className="btn btn-small btn-quiet" onClick={noteHushed}>
              {t('backup.reminder.later')}
            </button>
          }
        >
          <p>{t('backup.reminder.advice')}</p>
        </Notice>
      )}
      {restored && (
        <Notice
          tone="good"
          title={t('backup.restored', { name: restored.name })}
          acts={
            <>
              <button type="button" className="btn btn-small" disabled={undoing} onClick={() => void undo(restored)}>
                {t('backup.undo')}
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setRestored(undefined)}>
                {t('backup.fine')}
              </button>
            </>
          }
        >
          <p>{restoredWords(restored.done)}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <MakeBackup last={notes?.downloaded?.at} onMade={noteDownloaded} onSay={onSay} />
      <div className="card">
        <div className="card-head">
          <h3>{t('backup.restore')}</h3>
        </div>
        <div className="card-body">
          <DropZone
            className="drop"
            aria-label={t('backup.restore.drop')}
            onDrop={async ({ items }) => {
              const [item] = items.filter((one) => one.kind === 'file');
              choose(await item?.getFile());
            }}
          >
            <FileTrigger onSelect={(files) => choose(files?.[0])}>
              <Button className="btn">{t('backup.restore.fromFile')}</Button>
            </FileTrigger>
            <span className="muted">{t('backup.restore.dropHint')}</span>
          </DropZone>
          <p className="quiet">{t('backup.restore.hint')}</p>
        </div>
      </div>
      <AutomaticBackups
        full={notes?.full ?? false}
        onRestore={({ id }, name) => setChosen({ source: { kept: id }, name })}
        onSay={onSay}
      />
      {chosen && (
        <RestoreDialog
          source={chosen.source}
          name={chosen.name}
          onRestored={(done) => {
            setRestored({ name: chosen.name, done });
            setChosen(undefined);
            setProblem(undefined);
            // What came from a file is still in that file.
            if ('file' in chosen.source) noteDownloaded(done.upTo);
            onSay(t('backup.restored.spoken', { name: chosen.name, what: restoredWords(done) }));
          }}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
