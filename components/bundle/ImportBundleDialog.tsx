import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type AlignmentColumns, wholeAlignmentColumns } from '../../lib/domain/alignment-columns.ts';
import {
  type BundleImported,
  type BundlePreview,
  type ConflictChoice,
  type ImportMode,
  lostBy,
  type UnnamedTable,
} from '../../lib/domain/bundle-import.ts';
import { isTypedNumber, needsConfirmation } from '../../lib/domain/mass-change.ts';
import { t } from '../../lib/language/words.ts';
import { ColumnMapper } from '../framework/ColumnMapper.tsx';
import { SignatureOf } from '../identity/SignatureOf.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
import { Words } from '../ui/Words.tsx';
import { alignmentFields } from './alignment-fields.ts';
import { BundlePreviewFacts } from './BundlePreviewFacts.tsx';
import { useBundleImport } from './use-bundle-import.ts';

type Props = {
  file: File;
  /** How many files come after this one. */
  left: number;
  onImported(done: BundleImported): void;
  onLeave(): void;
};

/** A file of alignments on its way in: what it would change, what to do where both changed, then all of it or nothing. */
export function ImportBundleDialog({ file, left, onImported, onLeave }: Props) {
  const { unnamed, columns, preview, problem, reading, importing, name, keep } = useBundleImport(file, onImported);
  const [mode, setMode] = useState<ImportMode>('merge');
  const [conflicts, setConflicts] = useState<ConflictChoice>('mine');
  const [typed, setTyped] = useState('');
  const lost = preview ? lostBy(preview, { mode, conflicts }) : 0;
  const asks = preview !== undefined && needsConfirmation({ lost, kept: preview.kept });
  const isHeldBack = asks && !isTypedNumber(typed, lost);
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const writes = preview && changesOf(preview, mode, conflicts);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || importing || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            <Words
              of={problem ? 'bundle.import.failedName' : 'bundle.import.name'}
              values={{ name: <span dir="auto">{file.name}</span> }}
            />
          </Heading>
          <div className="dialog-body">
            {left > 0 && <p className="quiet">{t('bundle.import.left', { count: left })}</p>}
            {problem && <ProblemNotice problem={problem} />}
            {!problem && unnamed && !columns && <TableColumns unnamed={unnamed} onName={name} onLeave={onLeave} />}
            {!problem && unnamed && columns && (
              <details className="stack">
                <summary>{t('bundle.columns')}</summary>
                <TableColumns unnamed={unnamed} columns={columns} onName={name} />
              </details>
            )}
            {reading && (
              <p className="state">
                <span className="spinner" aria-hidden="true" />
                {t('bundle.comparing')}
              </p>
            )}
            {!problem && <SignatureOf file={file} />}
            {preview && !problem && (
              <BundlePreviewFacts
                preview={preview}
                mode={mode}
                conflicts={conflicts}
                onMode={setMode}
                onConflicts={setConflicts}
              />
            )}
            {asks && !problem && (
              <TypedConfirmation
                title={t('bundle.import.asks', { lost, kept: preview.kept })}
                number={lost}
                typed={typed}
                onType={setTyped}
              >
                <p>{t('bundle.import.undoable')}</p>
              </TypedConfirmation>
            )}
            {(!unnamed || columns || problem) && (
              <div className="row">
                {writes !== undefined && !problem && (
                  <button
                    type="button"
                    className="btn btn-primary"
                    disabled={importing || writes === 0 || isHeldBack}
                    onClick={() => void keep({ mode, conflicts, ...(asks && { confirmed: lost }) })}
                  >
                    {t(importing ? 'bundle.import.importing' : 'bundle.import')}
                  </button>
                )}
                <button type="button" className="btn btn-quiet" disabled={importing} onClick={onLeave}>
                  {t(problem || writes === 0 ? 'bundle.close' : 'bundle.cancel')}
                </button>
              </div>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type TableColumnsProps = {
  unnamed: UnnamedTable;
  columns?: AlignmentColumns;
  onName(columns: AlignmentColumns): void;
  onLeave?(): void;
};

function TableColumns({ unnamed: { table, columns: guess }, ...rest }: TableColumnsProps) {
  return (
    <ColumnMapper table={table} fields={alignmentFields} guess={guess} wholeOf={wholeAlignmentColumns} {...rest} />
  );
}

/** How many records the import would write as it is chosen now. */
function changesOf(preview: BundlePreview, mode: ImportMode, conflicts: ConflictChoice): number {
  const { fresh, changed, missing, skillAlignments } = preview;
  const replaced = mode === 'replace' ? missing : 0;
  return fresh + changed + skillAlignments + replaced + (conflicts === 'theirs' ? preview.conflicts : 0);
}
