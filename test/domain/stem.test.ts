import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, stemmedLanguages, stemmingLanguage } from '../../lib/domain/stem.ts';

describe('stem', () => {
  it.each([
    ['en', 'slope slopes sloping sloped'],
    ['en', 'manage manages managing managed management managements'],
    ['en', 'study studies studied'],
    ['en', 'plan plans planning planned'],
    ['en', 'negotiate negotiates negotiating negotiation negotiations'],
    ['en', 'process processes processing'],
    ['de', 'planung planungen planen'],
    ['de', 'kind kinder kindern'],
    ['es', 'habilidad habilidades'],
    ['es', 'educacion educaciones'],
    ['es', 'matematica matematicas matematico'],
    ['fr', 'animal animaux'],
    ['fr', 'bureau bureaux'],
    ['fr', 'mathematique mathematiques'],
    ['pt', 'educacao educacoes'],
    ['pt', 'animal animais'],
    ['pt', 'matematica matematicas'],
  ])('takes forms of one %s word for one: %s', (language, forms) => {
    expect(new Set(forms.split(' ').map((form) => stem(form, language))).size).toBe(1);
  });

  it.each([
    ['en', 'class clay'],
    ['en', 'bus busy'],
    ['en', 'sing string'],
    ['en', 'analysis analyst'],
    ['en', 'station state'],
    ['de', 'bauer bau'],
    ['fr', 'prix prier'],
  ])('keeps strangers apart in %s: %s', (language, words) => {
    expect(new Set(words.split(' ').map((word) => stem(word, language))).size).toBe(2);
  });

  it('leaves other languages, short words and names of object members as they are', () => {
    expect(stem('planering', 'sv')).toBe('planering');
    expect(stem('gas', 'en')).toBe('gas');
    expect(stem('things', '__proto__')).toBe('things');
    expect(stem('things', 'constructor')).toBe('things');
  });

  it('never empties a word, and changes no more than two letters of what it leaves', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeiousnrmtcgzdlx'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.constantFrom(...stemmedLanguages), (one, language) => {
        const stemmed = stem(one, language);
        expect(stemmed.length).toBeGreaterThanOrEqual(Math.min(one.length, 3));
        expect(one.startsWith(stemmed.slice(0, -2))).toBe(true);
      }),
    );
  });
});

describe('stemmingLanguage', () => {
  it.each([
    ['en-US', 'en'],
    ['DE', 'de'],
    ['pt_BR', 'pt'],
    ['zh-Hant', 'zh'],
    [undefined, 'en'],
    ['', 'en'],
  ])('takes %s for %s', (tag, language) => {
    expect(stemmingLanguage(tag)).toBe(language);
  });
});
