/** Languages that the screens speak, each by the name of its folder in locales/ (Chrome's spelling of BCP 47 tags). */
export const locales = ['en', 'es', 'fr', 'de', 'pt_BR', 'ar'] as const;
/** A language that the screens speak. */
export type Locale = (typeof locales)[number];

/** The language of the screens where none fits better. */
export const defaultLocale: Locale = 'en';

/** A locale as a BCP 47 tag, for `lang` and Intl. */
export function languageTag(locale: Locale): string {
  return locale.replace('_', '-');
}

/** Which way a locale is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

/**
 * The locale that fits best, by the languages that a person reads, best first: the same tag, else the same language
 * (RFC 4647, section 3.4: lookup).
 */
export function localeFor(languages: readonly string[]): Locale {
  for (const language of languages) {
    const wanted = language.toLowerCase().replace('_', '-');
    const same = locales.find((locale) => languageTag(locale).toLowerCase() === wanted);
    const near = locales.find((locale) => languageTag(locale).split('-')[0]?.toLowerCase() === wanted.split('-')[0]);
    const found = same ?? near;
    if (found) return found;
  }
  return defaultLocale;
}
