import { useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { StartOverDialog } from './StartOverDialog.tsx';

type Props = {
  /** Says something to the page's live region. */
  onSay(text: string): void;
};

/** Erases all that is kept here, after a dialog that says what goes. */
export function StartOver({ onSay }: Props) {
  const [asks, setAsks] = useState(false);
  return (
    <section id="reset">
      <h2>{t('reset.title')}</h2>
      <p>{t('reset.lead')}</p>
      <div className="row">
        <button type="button" className="btn btn-bad" onClick={() => setAsks(true)}>
          {t('reset.open')}
        </button>
      </div>
      {asks && <StartOverDialog onSay={onSay} onLeave={() => setAsks(false)} />}
    </section>
  );
}
