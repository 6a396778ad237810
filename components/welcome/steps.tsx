import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { practicePage } from '../../lib/domain/practice-page.ts';
import { starterLibrary } from '../../lib/domain/starter-library.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { starterSkills } from '../../lib/queries/kept.ts';

type Step = { heading: 'welcome.what.heading' | 'welcome.library.heading' | 'welcome.try.heading'; Body(): ReactNode };

/** The steps of the welcome, in their order. */
export const welcomeSteps: readonly [Step, ...Step[]] = [
  { heading: 'welcome.what.heading', Body: What },
  { heading: 'welcome.library.heading', Body: Library },
  { heading: 'welcome.try.heading', Body: Try },
];

function What() {
  const isFirefox = browser.runtime.getURL('/').startsWith('moz-extension:');
  return (
    <>
      <p>{t('welcome.what')}</p>
      <p>{t('welcome.what.privacy')}</p>
      <p>{t(isFirefox ? 'welcome.pin.firefox' : 'welcome.pin.chrome')}</p>
    </>
  );
}

function Library() {
  const skills = useKept((database) => starterSkills(database, starterLibrary.framework), []);
  return (
    <>
      <p>{skills ? t('welcome.library.count', { skills }) : t('welcome.library.unpacking')}</p>
      <p>{t('welcome.library.own')}</p>
      <p>
        <a className="link" href="/options.html#registries" target="_blank" rel="noopener">
          {t('welcome.library.add')}
        </a>
      </p>
    </>
  );
}

function Try() {
  return (
    <>
      <p>{t('welcome.try.lesson')}</p>
      <p>
        <a className="btn" href={practicePage.path} target="_blank" rel="noopener">
          {t('welcome.try.practise')}
        </a>
      </p>
      <p>{t('welcome.try.keys')}</p>
      <p>{t('welcome.try.quote')}</p>
    </>
  );
}
