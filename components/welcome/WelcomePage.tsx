import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { welcomeSteps } from './steps.tsx';

/** What to know at first, in steps of which each can be skipped. */
export function WelcomePage() {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const step = welcomeSteps[at] ?? welcomeSteps[0];
  const isLast = at === welcomeSteps.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step that comes has the focus at its heading
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [at]);
  return (
    <div className="app">
      <header className="app-bar">
        <div className="brand">
          <Icon name="bob" />
          Plumbline
        </div>
        <h1 className="app-title">{t('welcome.title')}</h1>
        <button type="button" className="btn btn-small push" onClick={() => void close()}>
          {t('welcome.close')}
        </button>
      </header>
      <main className="welcome">
        <p className="muted">{t('welcome.intro')}</p>
        <section className="card" aria-labelledby="step">
          <p className="quiet">{t('welcome.step', { step: at + 1, steps: welcomeSteps.length })}</p>
          <h2 id="step" ref={heading} tabIndex={-1}>
            {t(step.heading)}
          </h2>
          <step.Body />
          <p className="row">
            {isLast ? (
              <button type="button" className="btn btn-primary" onClick={() => void close()}>
                {t('welcome.start')}
              </button>
            ) : (
              <button type="button" className="btn btn-primary" onClick={() => setAt(at + 1)}>
                {t('welcome.next')}
              </button>
            )}
          </p>
        </section>
      </main>
    </div>
  );
}

/** Pages may not close tabs that they did not open; the browser's own interface may. */
async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
