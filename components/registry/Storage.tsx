import { useEffect, useState } from 'react';
import { bytes } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useWaiting } from '../../lib/queries/all-at-once.ts';
import { Icon } from '../ui/Icon.tsx';
import { type KeptStorage, lookAtStorage } from './kept-storage.ts';

type Props = { onSay: (text: string) => void };

/** How much is stored on this device, and whether the browser may throw it away. */
export function Storage({ onSay }: Props) {
  const [storage, setStorage] = useState<KeptStorage | 'unknown'>();
  useWaiting(!storage);
  useEffect(() => {
    void lookAtStorage().then(setStorage, () => setStorage('unknown'));
  }, []);
  const ask = async () => {
    const seen = await lookAtStorage();
    setStorage(seen);
    onSay(t(seen.isKept ? 'options.storage.agreed' : 'options.storage.refused'));
  };
  return (
    <section id="storage">
      <h2>{t('options.section.storage')}</h2>
      <p>{t('options.storage.lead')}</p>
      {storage === 'unknown' && <p className="muted">{t('options.storage.unknown')}</p>}
      {storage && storage !== 'unknown' && (
        <div className="card lines-row">
          <div className="grow">
            <strong className="strong">{t('options.storage.used', { size: bytes(storage.used) })}</strong>
            <p className="muted">{t(storage.isKept ? 'options.storage.isKept' : 'options.storage.isNotKept')}</p>
          </div>
          <span className={storage.isKept ? 'state state-published' : 'state'}>
            {storage.isKept && <Icon name="check" />}
            {t(storage.isKept ? 'options.storage.kept' : 'options.storage.notKept')}
          </span>
          {!storage.isKept && (
            <button type="button" className="btn btn-small" onClick={() => void ask()}>
              {t('options.storage.ask')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
