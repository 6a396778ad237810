import { describe, expect, it } from 'vitest';
import { directionOf, languageTag, localeFor, locales } from '../../lib/language/locales.ts';

describe('localeFor', () => {
  it('takes the first language that the screens speak', () => {
    expect(localeFor(['xx', 'en-GB', 'de'])).toBe('en');
    expect(localeFor(['EN_us'])).toBe('en');
  });

  it('falls back to English', () => {
    expect(localeFor([])).toBe('en');
    expect(localeFor(['tlh', 'eo'])).toBe('en');
  });
});

it('writes Arabic from right to left and nothing else', () => {
  expect(['ar', 'ar-EG'].map(directionOf)).toEqual(['rtl', 'rtl']);
  expect(['en', 'de', 'pt-BR', 'arn'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
});

it('names every locale by a tag that Intl takes', () => {
  for (const locale of locales) expect(Intl.getCanonicalLocales(languageTag(locale))).toHaveLength(1);
});
