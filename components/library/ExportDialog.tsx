import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../lib/language/words.ts';
import { ExportFiles } from '../bundle/ExportFiles.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';

type Props = { picked: readonly string[]; onLeave(): void };

/** How the file of picked alignments is called, before the date. */
const fileName = 'plumbline-picked';

/** The picked alignments as files, by the same choices as everywhere. Closing it gives up what is still being written. */
export function ExportDialog({ picked, onLeave }: Props) {
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  // The page's own live region is out of reach while a dialog is open.
  const [said, setSaid] = useState('');
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            {t('library.exportTitle', { count: picked.length })}
          </Heading>
          <div className="dialog-body">
            <ExportFiles scope={{ alignments: picked, name: fileName }} alignments={picked.length} onSay={setSaid} />
            <p className="muted" role="status">
              {said}
            </p>
            <div className="row">
              <button type="button" className="btn btn-quiet" onClick={onLeave}>
                {t('library.close')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
