import { useEffect, useRef, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import type { BackupSource, Restored } from '../../lib/domain/backup.ts';
import type { Problem } from '../../lib/domain/problem.ts';
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
    onSay(`Undone: ${name}.`);
  };
  const choose = (file: File | undefined) => file && setChosen({ source: { file }, name: file.name });
  return (
    <section id="backup" ref={section}>
      <h2>Backup</h2>
      <p>
        Alignments, pages, history, outbox, trash, pins and registries as one file, to be restored here or elsewhere.
      </p>
      {reminds && (
        <Notice
          title="Your alignments are only on this device"
          acts={
            <button type="button" className="btn btn-small btn-quiet" onClick={noteHushed}>
              Not now
            </button>
          }
        >
          <p>Make a backup, and keep it somewhere else.</p>
        </Notice>
      )}
      {restored && (
        <Notice
          tone="good"
          title={`Restored ${restored.name}`}
          acts={
            <>
              <button type="button" className="btn btn-small" disabled={undoing} onClick={() => void undo(restored)}>
                Undo
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setRestored(undefined)}>
                Fine
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
          <h3>Restore a backup</h3>
        </div>
        <div className="card-body">
          <DropZone
            className="drop"
            aria-label="A backup to restore"
            onDrop={async ({ items }) => {
              const [item] = items.filter((one) => one.kind === 'file');
              choose(await item?.getFile());
            }}
          >
            <FileTrigger onSelect={(files) => choose(files?.[0])}>
              <Button className="btn">Restore from a file</Button>
            </FileTrigger>
            <span className="muted">or drop it here</span>
          </DropZone>
          <p className="quiet">You see what it would change before anything is kept, and can undo it.</p>
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
            onSay(`Restored ${chosen.name}. ${restoredWords(done)}`);
          }}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
