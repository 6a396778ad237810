import { useContext, useId, useState } from 'react';
import { languageName } from '../../lib/language/format.ts';
import { browserLanguage, chosenLanguage } from '../../lib/language/load-words.ts';
import { directionOf, type Locale, languageTag, locales } from '../../lib/language/locales.ts';
import { t } from '../../lib/language/words.ts';
import { ChangeLanguageContext } from '../ui/change-language-context.ts';

type Props = {
  /** Says something to the page's live region. */
  onSay(text: string): void;
};

/** Which language the screens speak. It is changed at once, with whatever the page holds. */
export function Language({ onSay }: Props) {
  const changeLanguage = useContext(ChangeLanguageContext);
  const [chosen, setChosen] = useState(chosenLanguage);
  const hint = useId();
  const choose = async (locale: Locale | undefined) => {
    setChosen(locale);
    await changeLanguage?.(locale);
    onSay(t('preference.language.spoken', { language: languageName(languageTag(locale ?? browserLanguage())) }));
  };
  return (
    <section id="language">
      <h2>{t('options.section.language')}</h2>
      <p>{t('preference.language.lead')}</p>
      <div className="card lines-row">
        <label className="field grow">
          <span className="label">{t('preference.language')}</span>
          <span className="select">
            <select
              className="input"
              value={chosen ?? ''}
              aria-describedby={hint}
              onChange={({ target }) => void choose(locales.find((locale) => locale === target.value))}
            >
              <option value="">
                {t('preference.language.browser', { language: languageName(languageTag(browserLanguage())) })}
              </option>
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={languageTag(locale)} dir={directionOf(locale)}>
                  {languageName(languageTag(locale))}
                </option>
              ))}
            </select>
          </span>
          <span className="hint" id={hint}>
            {t('preference.language.hint')}
          </span>
        </label>
      </div>
    </section>
  );
}
