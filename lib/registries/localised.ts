/** A text and the language it is in, where that is said. */
export type Localised = { text: string; language?: string };

/**
 * The one text to show out of the forms in which JSON-LD texts come: a string, `{"@value", "@language"}`, a language
 * map, or a list of any of these (JSON-LD 1.1, section 4.2.4). English is taken before another language, else the first.
 * Undefined where there is no text.
 */
export function localised(value: unknown): Localised | undefined {
  const texts = textsIn(value, 0);
  return texts.find(({ language }) => /^en\b/i.test(language ?? '')) ?? texts[0];
}

/** Every text in such a value, each once, without its language. */
export function allTexts(value: unknown): string[] {
  return [...new Set(textsIn(value, 0).map(({ text }) => text))];
}

function textsIn(value: unknown, depth: number): Localised[] {
  if (typeof value === 'string') return value.trim() ? [{ text: value.trim() }] : [];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, depth + 1));
  if (Object.hasOwn(value, '@value'))
    return inLanguage(Reflect.get(value, '@value'), Reflect.get(value, '@language'), depth);
  return Object.keys(value).flatMap((key) => inLanguage(Reflect.get(value, key), key, depth));
}

function inLanguage(value: unknown, language: unknown, depth: number): Localised[] {
  const tag = typeof language === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? { language } : {};
  return textsIn(value, depth + 1).map(({ text }) => ({ text, ...tag }));
}
