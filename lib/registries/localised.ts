/** A text and the language it is in, where that is said. */
export type Localised = { text: string; language?: string };

/**
 * The one text to show out of the forms in which JSON-LD texts come: a string, `{"@value", "@language"}`, a language
 * map, or a list of any of these (JSON-LD 1.1, section 4.2.4); also `{"literal", "mimetype"}`, as ESCO writes it. The
 * preferred language is taken exactly, then in another variety (`en-US` for `en`), then English, then the first.
 * Undefined where there is no text.
 */
export function localised(value: unknown, preferred?: string): Localised | undefined {
  const texts = textsIn(value, 0);
  const wanted = preferred?.toLowerCase();
  return (
    (wanted && texts.find(({ language }) => language?.toLowerCase() === wanted)) ||
    (wanted && texts.find(({ language }) => baseOf(language) === baseOf(wanted))) ||
    texts.find(({ language }) => baseOf(language) === 'en') ||
    texts[0]
  );
}

/** Every text in such a value, with its language. */
export function everyText(value: unknown): Localised[] {
  return textsIn(value, 0);
}

/** Every text in such a value, each once, without its language. */
export function allTexts(value: unknown): string[] {
  return [...new Set(everyText(value).map(({ text }) => text))];
}

/** The texts in the language of the one that would be shown, each once; for keywords. */
export function localisedTexts(value: unknown, preferred?: string): string[] {
  const language = localised(value, preferred)?.language;
  const texts = textsIn(value, 0).filter((one) => one.language === language);
  return [...new Set(texts.map(({ text }) => text))];
}

function baseOf(language: string | undefined): string | undefined {
  return language?.toLowerCase().split('-')[0];
}

function textsIn(value: unknown, depth: number): Localised[] {
  if (typeof value === 'string') return value.trim() ? [{ text: value.trim() }] : [];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, depth + 1));
  if (Object.hasOwn(value, '@value'))
    return inLanguage(Reflect.get(value, '@value'), Reflect.get(value, '@language'), depth);
  if (Object.hasOwn(value, 'literal')) return textsIn(Reflect.get(value, 'literal'), depth + 1);
  return Object.keys(value).flatMap((key) => inLanguage(Reflect.get(value, key), key, depth));
}

function inLanguage(value: unknown, language: unknown, depth: number): Localised[] {
  const tag = typeof language === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? { language } : {};
  return textsIn(value, depth + 1).map(({ text }) => ({ text, ...tag }));
}
