import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import {
  asksBeforeRestore,
  type BackupSource,
  lostRecords,
  type Restored,
  type RestoreMode,
} from '../../lib/domain/backup.ts';
import { isTypedNumber } from '../../lib/domain/mass-change.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
import { Words } from '../ui/Words.tsx';
import { RestorePreviewFacts } from './RestorePreviewFacts.tsx';
import { useRestore } from './use-restore.ts';
import { restWords } from './words.ts';

type Props = {
  source: BackupSource;
  /** What the person calls it: the file's name, or when it was made. */
  name: string;
  onRestored(done: Restored): void;
  onLeave(): void;
};

/** A backup on its way in: what it would change, whether it is whole, then all of it or nothing. */
export function RestoreDialog({ source, name, onRestored, onLeave }: Props) {
  const { preview, damaged, problem, restoring, restore } = useRestore(source, onRestored);
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const lost = preview ? lostRecords(preview.kinds, mode) : 0;
  const asks = preview !== undefined && asksBeforeRestore(preview.kinds, mode);
  const isHeldBack = asks && !isTypedNumber(typed, lost);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || restoring || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            <Words
              of={problem ? 'backup.restore.notRestored' : 'backup.restore.name'}
              values={{ name: <bdi data-own-words>{name}</bdi> }}
            />
          </Heading>
          <div className="dialog-body">
            {problem && <ProblemNotice problem={problem} />}
            {damaged && <Readable rows={damaged.rows} />}
            {!preview && !problem && (
              <p className="state">
                <span className="spinner" aria-hidden="true" />
                {t('backup.restore.checking')}
              </p>
            )}
            {preview && !problem && <RestorePreviewFacts preview={preview} mode={mode} onMode={setMode} />}
            {asks && !problem && (
              <TypedConfirmation
                title={t('backup.confirm', { count: lost })}
                number={lost}
                typed={typed}
                onType={setTyped}
              >
                <p>{t('backup.confirm.undo')}</p>
              </TypedConfirmation>
            )}
            <div className="row">
              {preview && !problem && (
                <button
                  type="button"
                  className="btn btn-primary"
                  disabled={restoring || isHeldBack}
                  onClick={() => void restore(mode, lost)}
                >
                  {t(restoring ? 'backup.restore.restoring' : 'backup.restore.do')}
                </button>
              )}
              <button type="button" className="btn btn-quiet" disabled={restoring} onClick={onLeave}>
                {t(problem ? 'backup.close' : 'backup.cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What can be read of a file that is not whole. */
function Readable({ rows }: { rows: Readonly<Record<string, number>> }) {
  const { alignments = 0 } = rows;
  const rest = restWords(rows);
  if (alignments === 0 && rest.length === 0) return null;
  const things = [t('backup.automatic.alignments', { count: alignments }), ...rest];
  return <p className="muted">{t('backup.readable', { things: listOf(things) })}</p>;
}
