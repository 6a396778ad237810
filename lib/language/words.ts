import { defaultLocale, type Locale, languageTag } from './locales.ts';
import type { Nothing, WordValues } from './word-values.ts';

/** Key of a message of the screens. */
export type WordKey = keyof WordValues;

/** Key of a message that has to be told nothing, for tables of them. */
export type PlainKey = { [Key in WordKey]: WordValues[Key] extends Nothing ? Key : never }[WordKey];

/** A locale's messages as they were compiled: by key, what answers the text. */
export type Words = { readonly [Key in WordKey]?: (values: Record<string, unknown>) => string };

type ValuesOf<Key extends WordKey> = WordValues[Key] extends Nothing ? [] : [values: WordValues[Key]];

// The language of a page never changes while it is open: it is loaded before anything is shown.
let current: { locale: Locale; words: Words } = { locale: defaultLocale, words: {} };

/** Speaks a locale from now on. */
export function speak(locale: Locale, words: Words): void {
  current = { locale, words };
}

/** BCP 47 tag of the language that is spoken, for Intl and `lang`. */
export function spokenLanguage(): string {
  return languageTag(current.locale);
}

/** A message of the screens in the language that is spoken. A key that a locale lacks is shown as it is: a test forbids it. */
export function t<Key extends WordKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  return current.words[key]?.(values ?? {}) ?? key;
}

/** The message of a key that comes from elsewhere, as from the database; undefined where there is none. */
export function messageAt(key: string, values: Readonly<Record<string, unknown>>): string | undefined {
  return Object.hasOwn(current.words, key) ? current.words[key as WordKey]?.(values) : undefined;
}
