import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';

/** Deleting more than this many for good asks for the number to be typed. */
const mostUntyped = 20;

type Props = {
  /** How many alignments would be deleted for good. */
  count: number;
  onErase(): void;
  onLeave(): void;
};

/** Asks before something is deleted that cannot come back. */
export function EraseDialog({ count, onErase, onLeave }: Props) {
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const things = count === 1 ? '1 alignment' : `${count.toLocaleString()} alignments`;
  const isTyped = count <= mostUntyped || typed.trim() === String(count);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog} role="alertdialog">
          <Heading slot="title" className="dialog-head">
            Delete {things} for good?
          </Heading>
          <div className="dialog-body">
            <p>
              What is deleted for good cannot be restored, and undo does not bring it back. What still stands at a
              registry is taken back from there all the same. The lines of the history stay.
            </p>
            {count > mostUntyped && (
              <TypedConfirmation title={`${things} would be gone`} number={count} typed={typed} onType={setTyped} />
            )}
            <div className="row">
              <button type="button" className="btn btn-bad" disabled={!isTyped} onClick={onErase}>
                Delete for good
              </button>
              <button type="button" className="btn btn-quiet" onClick={onLeave}>
                Keep
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
