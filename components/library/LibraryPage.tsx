import { useEffect, useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useLibraryAddress } from './library-address.ts';
import { libraryTabs, libraryThings } from './tabs.tsx';

/** All that is kept here over all pages, a tab for each view of it. The address says which, so that it can be linked. */
export function LibraryPage() {
  const [said, setSaid] = useState('');
  const { name } = useLibraryAddress();
  const tab = [...libraryTabs, ...libraryThings].find(({ id }) => id === name) ?? libraryTabs[0];
  const { id, Screen } = tab;
  const label = tab.label();
  useEffect(() => {
    document.title = `${label} · Plumbline`;
  }, [label]);
  return (
    <div className="app">
      <header className="app-bar">
        <div className="brand">
          <Icon name="bob" />
          Plumbline
        </div>
        <nav className="tabs" aria-label={t('library.tab')}>
          {libraryTabs.map((one) => (
            <a
              key={one.id}
              href={`#${one.id}`}
              aria-current={one === tab ? 'page' : undefined}
              onClick={() => setSaid('')}
            >
              {one.label()}
              {one.Count && <one.Count />}
            </a>
          ))}
        </nav>
        <a
          className="icon-btn push"
          href="/options.html"
          aria-label={t('library.options')}
          title={t('library.options')}
        >
          <Icon name="sliders" />
        </a>
      </header>
      <Screen key={id} onSay={setSaid} />
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}
