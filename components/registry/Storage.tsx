import { useEffect, useState } from 'react';
import { useWaiting } from '../../lib/queries/all-at-once.ts';
import { sizeWords } from '../backup/words.ts';
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
    onSay(seen.isKept ? 'The browser keeps it now.' : 'The browser did not agree. Keep a backup.');
  };
  return (
    <section id="storage">
      <h2>Storage</h2>
      <p>Everything is kept in this browser, on this device. A backup is what survives the device.</p>
      {storage === 'unknown' && <p className="muted">The browser does not say how much that is.</p>}
      {storage && storage !== 'unknown' && (
        <div className="card lines-row">
          <div className="grow">
            <strong className="strong">{sizeWords(storage.used)} in use</strong>
            <p className="muted">
              {storage.isKept
                ? 'The browser leaves it alone when the disk gets full.'
                : 'The browser may throw it away when the disk gets full.'}
            </p>
          </div>
          <span className={storage.isKept ? 'state state-published' : 'state'}>
            {storage.isKept && <Icon name="check" />}
            {storage.isKept ? 'Kept' : 'Not kept for certain'}
          </span>
          {!storage.isKept && (
            <button type="button" className="btn btn-small" onClick={() => void ask()}>
              Ask the browser to keep it
            </button>
          )}
        </div>
      )}
    </section>
  );
}
