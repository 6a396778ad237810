import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { isTypedNumber } from '../../lib/domain/mass-change.ts';
import { t } from '../../lib/language/words.ts';
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
  const isTyped = count <= mostUntyped || isTypedNumber(typed, count);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog} role="alertdialog">
          <Heading slot="title" className="dialog-head">
            {t('trash.erase.ask', { count })}
          </Heading>
          <div className="dialog-body">
            <p>{t('trash.erase.help')}</p>
            {count > mostUntyped && (
              <TypedConfirmation
                title={t('trash.erase.gone', { count })}
                number={count}
                typed={typed}
                onType={setTyped}
              />
            )}
            <div className="row">
              <button type="button" className="btn btn-bad" disabled={!isTyped} onClick={onErase}>
                {t('trash.erase')}
              </button>
              <button type="button" className="btn btn-quiet" onClick={onLeave}>
                {t('trash.erase.keep')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
