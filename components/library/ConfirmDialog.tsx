import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { isTypedNumber } from '../../lib/domain/mass-change.ts';
import { t } from '../../lib/language/words.ts';
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';

type Props = { count: number; isRemoval: boolean; onGoOn(): void; onLeave(): void };

/** Asks for a number to be typed before one act overwrites or removes a good part of the library. */
export function ConfirmDialog({ count, isRemoval, onGoOn, onLeave }: Props) {
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const title = t(isRemoval ? 'library.confirmRemoval' : 'library.confirmChange', { count });
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog} role="alertdialog">
          <Heading slot="title" className="dialog-head">
            {title}
          </Heading>
          <div className="dialog-body">
            <p>{t('library.confirmHelp')}</p>
            <TypedConfirmation title={t('library.many')} number={count} typed={typed} onType={setTyped} />
            <div className="row">
              <button type="button" className="btn btn-bad" disabled={!isTypedNumber(typed, count)} onClick={onGoOn}>
                {t(isRemoval ? 'library.remove' : 'library.change', { count })}
              </button>
              <button type="button" className="btn btn-quiet" onClick={onLeave}>
                {t('library.leave')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
