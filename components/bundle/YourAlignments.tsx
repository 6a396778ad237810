import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import type { BundleImported } from '../../lib/domain/bundle-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { librarySize } from '../../lib/queries/library.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { ExportEverything } from './ExportEverything.tsx';
import { ImportBundleDialog } from './ImportBundleDialog.tsx';

type Props = {
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** All that was aligned: how much it is, out as files, and in from files. */
export function YourAlignments({ onSay }: Props) {
  const bulk = useBulk();
  const size = useKept(librarySize, []);
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [imported, setImported] = useState<{ name: string; done: BundleImported }>();
  const [problem, setProblem] = useState<Problem>();
  const undo = async ({ name, done }: { name: string; done: BundleImported }) => {
    const answer = await bulk.ask('takeBack', { undo: done.undo });
    if (answer === 'cancelled') return;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setImported(undefined);
    const { left } = answer.value;
    onSay(left > 0 ? t('bundle.undone.left', { name, count: left }) : t('bundle.undone', { name }));
  };
  const [file] = waiting;
  return (
    <section id="alignments">
      <h2>{t('bundle.title')}</h2>
      <p>{size ? t('bundle.kept', size) : t('bundle.counting')}</p>
      {imported && (
        <Notice
          tone="good"
          title={t('bundle.imported', { name: imported.name })}
          acts={
            <>
              <button type="button" className="btn btn-small" onClick={() => void undo(imported)}>
                {t('bundle.undo')}
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setImported(undefined)}>
                {t('bundle.fine')}
              </button>
            </>
          }
        >
          <p>{sayingOf(imported.done)}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {size && <ExportEverything {...size} onSay={onSay} />}
      <div className="card">
        <div className="card-head">
          <h3>{t('bundle.import.alignments')}</h3>
        </div>
        <div className="card-body">
          <DropZone
            className="drop"
            aria-label={t('bundle.import.drop')}
            onDrop={async ({ items }) => {
              const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
              setWaiting([...waiting, ...(await Promise.all(files))]);
            }}
          >
            <FileTrigger allowsMultiple onSelect={(files) => setWaiting([...waiting, ...Array.from(files ?? [])])}>
              <Button className="btn">{t('bundle.import.alignments')}</Button>
            </FileTrigger>
            <span className="muted">{t('bundle.import.hint')}</span>
          </DropZone>
          <p className="quiet">{t('bundle.import.promise')}</p>
        </div>
      </div>
      {file && (
        <ImportBundleDialog
          key={`${file.name} ${waiting.length}`}
          file={file}
          left={waiting.length - 1}
          onImported={(done) => {
            setImported({ name: file.name, done });
            setWaiting(waiting.slice(1));
            onSay(`${t('bundle.imported.spoken', { name: file.name })} ${sayingOf(done)}`);
          }}
          onLeave={() => setWaiting(waiting.slice(1))}
        />
      )}
    </section>
  );
}

/** What an import did, in a sentence: whatever it did nothing of is left out. */
function sayingOf({ added, changed, removed, skillAlignments }: BundleImported): string {
  return t('bundle.imported.what', {
    changes: listOf([
      t('bundle.imported.added', { count: added }),
      ...(changed > 0 ? [t('bundle.imported.changed', { count: changed })] : []),
      ...(removed > 0 ? [t('bundle.imported.removed', { count: removed })] : []),
      ...(skillAlignments > 0 ? [t('bundle.imported.skillAlignments', { count: skillAlignments })] : []),
    ]),
  });
}
