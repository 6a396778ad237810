import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { isTypedNumber } from '../../lib/domain/mass-change.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { everythingKept } from '../../lib/queries/everything.ts';
import { MakeBackup } from '../backup/MakeBackup.tsx';
import { useBackupNotes } from '../backup/use-backup-notes.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
import { WhatGoes } from './WhatGoes.tsx';

type Props = { onSay(text: string): void; onLeave(): void };

/** What would be erased, a backup before that, and a number to be typed; then all of it goes. */
export function StartOverDialog({ onSay, onLeave }: Props) {
  const everything = useKept(everythingKept, []);
  const { notes, noteDownloaded } = useBackupNotes();
  const [typed, setTyped] = useState('');
  const [forgetKey, setForgetKey] = useState(false);
  const [erasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const total = everything?.total ?? 0;
  const isHeldBack = !everything || (total > 0 && !isTypedNumber(typed, total));
  const erase = async () => {
    setErasing(true);
    const answer = await ask('startOver', { forgetKey });
    // Where it was done, the page has begun anew by itself.
    setErasing(false);
    if (answer.ok) onLeave();
    else setProblem(answer.problem);
  };
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || erasing || onLeave()}>
      <Modal className="dialog">
        <Dialog ref={dialog} role="alertdialog">
          <Heading slot="title" className="dialog-head">
            {t('reset.title')}
          </Heading>
          <div className="dialog-body">
            {problem && <ProblemNotice problem={problem} />}
            {everything ? (
              <WhatGoes everything={everything} />
            ) : (
              <p className="state">
                <span className="spinner" aria-hidden="true" />
                {t('reset.counting')}
              </p>
            )}
            {total > 0 && <MakeBackup last={notes?.downloaded?.at} onMade={noteDownloaded} onSay={onSay} />}
            {everything?.hasKey && (
              <label className="check">
                <input type="checkbox" checked={forgetKey} onChange={({ target }) => setForgetKey(target.checked)} />
                <span>
                  {t('reset.forgetKey')}
                  <br />
                  <span className="quiet">{t('reset.forgetKey.hint')}</span>
                </span>
              </label>
            )}
            {total > 0 && (
              <TypedConfirmation
                title={t('reset.confirm', { count: total })}
                number={total}
                typed={typed}
                onType={setTyped}
              >
                <p>{t('reset.confirm.help')}</p>
              </TypedConfirmation>
            )}
            <div className="row">
              <button
                type="button"
                className="btn btn-bad"
                disabled={isHeldBack || erasing}
                onClick={() => void erase()}
              >
                {t(erasing ? 'reset.doing' : 'reset.do')}
              </button>
              <button type="button" className="btn btn-quiet" disabled={erasing} onClick={onLeave}>
                {t('reset.leave')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
