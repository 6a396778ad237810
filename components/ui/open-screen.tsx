import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { loadWords } from '../../lib/language/load-words.ts';
import { spokenLanguage, t } from '../../lib/language/words.ts';
import { applyTheme } from '../../lib/state/theme.ts';

/** Titles of our screens. */
type ScreenTitle = 'popup.title' | 'panel.title' | 'options.title' | 'library.title' | 'welcome.title';

/**
 * Shows a screen in the person's colours and language; nothing is shown before both are known, nor before what `made`
 * waits for.
 */
export function openScreen(title: ScreenTitle, made: () => ReactNode | Promise<ReactNode>): void {
  applyTheme();
  void Promise.all([made(), loadWords()]).then(([screen]) => {
    document.title = t(title);
    const root = document.getElementById('root');
    // The kit's own words, its order of letters, and which way its arrow keys go.
    if (root) createRoot(root).render(<I18nProvider locale={spokenLanguage()}>{screen}</I18nProvider>);
  });
}
