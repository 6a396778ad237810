import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import type { BundleImported } from '../../lib/domain/bundle-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { librarySize } from '../../lib/queries/library.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { countOf } from '../framework/words.ts';
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
    onSay(`Undone: ${name}.${left > 0 ? ` ${left} changed since and stay as they are.` : ''}`);
  };
  const [file] = waiting;
  return (
    <section id="alignments">
      <h2>Your alignments</h2>
      <p>
        {size ? `${countOf(size.alignments, 'alignment')} of ${countOf(size.pages, 'page')}` : 'Counting'}, kept on this
        device alone.
      </p>
      {imported && (
        <Notice
          tone="good"
          title={`Imported ${imported.name}`}
          acts={
            <>
              <button type="button" className="btn btn-small" onClick={() => void undo(imported)}>
                Undo
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setImported(undefined)}>
                Fine
              </button>
            </>
          }
        >
          <p>{sayingOf(imported.done)}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {size && <ExportEverything alignments={size.alignments} onSay={onSay} />}
      <div className="card">
        <div className="card-head">
          <h3>Import alignments</h3>
        </div>
        <div className="card-body">
          <DropZone
            className="drop"
            aria-label="Files of alignments to import"
            onDrop={async ({ items }) => {
              const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
              setWaiting([...waiting, ...(await Promise.all(files))]);
            }}
          >
            <FileTrigger allowsMultiple onSelect={(files) => setWaiting([...waiting, ...Array.from(files ?? [])])}>
              <Button className="btn">Import alignments</Button>
            </FileTrigger>
            <span className="muted">
              or drop files here: a Plumbline bundle, or what the export writes and can be read.
            </span>
          </DropZone>
          <p className="quiet">
            You see what a file would change before anything is kept, and can undo it for 30 days.
          </p>
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
            onSay(`Imported ${file.name}. ${sayingOf(done)}`);
          }}
          onLeave={() => setWaiting(waiting.slice(1))}
        />
      )}
    </section>
  );
}

function sayingOf({ added, changed, removed, skillAlignments }: BundleImported): string {
  const parts = [
    `${added.toLocaleString()} new`,
    ...(changed > 0 ? [`${changed.toLocaleString()} changed`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString()} removed`] : []),
    ...(skillAlignments > 0 ? [`${skillAlignments.toLocaleString()} from skill to skill`] : []),
  ];
  return `${parts.join(', ')}.`;
}
