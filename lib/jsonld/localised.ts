import { isRecord, under } from '../domain/json-value.ts';

/** A text and the language it is in, where that is said. */
export type Localised = { text: string; language?: string };

/**
 * Every text in a value of JSON-LD, in its order: a string, `{"@value", "@language"}`, a language map, or a list of any
 * (JSON-LD 1.1, sections 4.2.4 and 4.6.2); also `{"literal", "language"}`, as ASN writes it.
 */
export function localisedTexts(value: unknown, depth = 0): Localised[] {
  if (typeof value === 'string') return value.trim() ? [{ text: value.trim() }] : [];
  if (typeof value === 'number') return [{ text: String(value) }];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => localisedTexts(one, depth + 1));
  if (!isRecord(value)) return [];
  const literal = under(value, '@value') ?? under(value, 'literal');
  if (literal !== undefined) {
    return inLanguage(literal, under(value, '@language') ?? under(value, 'language'), depth);
  }
  const keys = Object.keys(value);
  return keys.every(isTag) ? keys.flatMap((key) => inLanguage(value[key], key, depth)) : [];
}

/**
 * The one text to show. The preferred language is taken exactly, then in another variety (`en-US` for `en`), then English,
 * then the first. Undefined where there is no text.
 */
export function localised(value: unknown, preferred?: string): Localised | undefined {
  return bestOf(localisedTexts(value), preferred);
}

/** All texts in the language of the one that would be shown, each once; for keywords. */
export function localisedList(value: unknown, preferred?: string): string[] {
  const texts = localisedTexts(value);
  const language = bestOf(texts, preferred)?.language;
  return [...new Set(texts.filter((one) => one.language === language).map(({ text }) => text))];
}

function bestOf(texts: Localised[], preferred?: string): Localised | undefined {
  const wanted = preferred?.toLowerCase();
  return (
    (wanted && texts.find(({ language }) => language?.toLowerCase() === wanted)) ||
    (wanted && texts.find(({ language }) => baseOf(language) === baseOf(wanted))) ||
    texts.find(({ language }) => baseOf(language) === 'en') ||
    texts[0]
  );
}

function baseOf(language: string | undefined): string | undefined {
  return language?.toLowerCase().split('-')[0];
}

function inLanguage(value: unknown, language: unknown, depth: number): Localised[] {
  const tag = isTag(language) && language !== '@none' ? { language } : {};
  return localisedTexts(value, depth + 1).map(({ text }) => ({ text, ...tag }));
}

/** Whether a text has the form of a language tag (BCP 47), or of JSON-LD's word for none. */
function isTag(text: unknown): text is string {
  return typeof text === 'string' && /^([a-z]{2,3}(-[a-z0-9]{1,8})*|@none)$/i.test(text);
}
