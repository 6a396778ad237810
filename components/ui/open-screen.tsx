import { cloneElement, type ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, loadWords } from '../../lib/language/load-words.ts';
import type { Locale } from '../../lib/language/locales.ts';
import { spokenLanguage, t } from '../../lib/language/words.ts';
import { applyTheme } from '../../lib/state/theme.ts';
import { ChangeLanguageContext } from './change-language-context.ts';
import { heedReset } from './heed-reset.ts';

/** Titles of our screens. */
type ScreenTitle =
  | 'popup.title'
  | 'panel.title'
  | 'options.title'
  | 'library.title'
  | 'welcome.title'
  | 'practice.title';

/**
 * Shows a screen in the person's colours and language; nothing is shown before both are known, nor before what `made`
 * waits for. Where the person chooses another language, the screen goes on in that one with all that it holds.
 */
export function openScreen(title: ScreenTitle, made: () => ReactElement | Promise<ReactElement>): void {
  applyTheme();
  const ready = heedReset(() => location.reload()).then(() => {
    // Whoever let go of what was chosen, this page or another that was quicker: it is read only now.
    applyTheme();
    return Promise.all([made(), loadWords()]);
  });
  void ready.then(([screen]) => {
    const place = document.getElementById('root');
    if (!place) return;
    const root = createRoot(place);
    const changeLanguage = async (locale: Locale | undefined) => {
      chooseLanguage(locale);
      await loadWords();
      draw();
    };
    const draw = () => {
      document.title = t(title);
      root.render(
        // The kit's own words, its order of letters, and which way its arrow keys go.
        <I18nProvider locale={spokenLanguage()}>
          <ChangeLanguageContext value={changeLanguage}>
            {/* Another element each time: React leaves out what it was given before. */}
            {cloneElement(screen)}
          </ChangeLanguageContext>
        </I18nProvider>,
      );
    };
    draw();
  });
}
