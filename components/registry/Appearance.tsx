import { useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { chooseTheme, chosenTheme, type Theme } from '../../lib/state/theme.ts';
import { Segmented } from '../ui/Segmented.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** How the screens look on this device. */
export function Appearance() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <section id="appearance">
      <h2>{t('options.section.appearance')}</h2>
      <p>{t('options.appearance.lead')}</p>
      <fieldset className="card lines-row">
        <legend className="sr">{t('options.appearance.theme')}</legend>
        <span className="strong" aria-hidden="true">
          {t('options.appearance.theme')}
        </span>
        <Segmented
          name="theme"
          options={themes.map((value) => ({ value, label: t(`options.appearance.theme.${value}`) }))}
          value={theme}
          onChange={(chosen) => {
            setTheme(chosen);
            chooseTheme(chosen);
          }}
        />
      </fieldset>
    </section>
  );
}
