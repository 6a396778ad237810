import { directionOf, type Locale, languageTag, localeFor } from './locales.ts';
import { speak, type Words } from './words.ts';

type Compiled = { default: Words };

/** Each locale's messages, loaded when it is spoken and not before. */
const compiled: Record<Locale, () => Promise<Compiled>> = {
  en: () => import('../../locales/en.words'),
  es: () => import('../../locales/es.words'),
  fr: () => import('../../locales/fr.words'),
  de: () => import('../../locales/de.words'),
  pt_BR: () => import('../../locales/pt_BR.words'),
  ar: () => import('../../locales/ar.words'),
};

const key = 'language';

/** The language that the person chose on this device; undefined where she leaves it to the browser. */
export function chosenLanguage(): Locale | undefined {
  const kept = localStorage.getItem(key);
  return kept !== null && Object.hasOwn(compiled, kept) ? (kept as Locale) : undefined;
}

/** Keeps the person's choice; undefined leaves it to the browser again. Pages speak it when their words are loaded next. */
export function chooseLanguage(locale: Locale | undefined): void {
  if (locale) localStorage.setItem(key, locale);
  else localStorage.removeItem(key);
}

/** The language of ours that fits the browser's best. */
export function browserLanguage(): Locale {
  return localeFor(navigator.languages);
}

/**
 * Loads the messages of the person's language and marks the page as being in it. To be called before anything is shown;
 * local storage is read since it answers at once.
 */
export async function loadWords(locale: Locale = chosenLanguage() ?? browserLanguage()): Promise<void> {
  const { default: words } = await compiled[locale]();
  speak(locale, words);
  document.documentElement.lang = languageTag(locale);
  document.documentElement.dir = directionOf(locale);
}
