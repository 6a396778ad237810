import { afterEach, describe, expect, it } from 'vitest';
import {
  ago,
  allOf,
  bytes,
  date,
  languageName,
  listOf,
  moment,
  number,
  percent,
  shortlyAgo,
  time,
} from '../../lib/language/format.ts';
import type { Locale } from '../../lib/language/locales.ts';
import { speak } from '../../lib/language/words.ts';
import words from '../../locales/en.words';

/** Speaks a language by its tag, whether the screens have messages in it or not. */
const speakIn = (language: string) => speak(language as Locale, words);

/** Half past two in the afternoon, wherever the test runs. */
const at = new Date(2026, 10, 22, 14, 30).getTime();

afterEach(() => speakIn('en'));

describe('numbers, sizes and times', () => {
  it('are said in the language that is spoken, also where it changed', () => {
    expect([number(1204), percent(0.425), date(at), listOf(['a', 'b'])]).toEqual([
      '1,204',
      '43%',
      'Nov 22, 2026',
      'a, b',
    ]);
    speakIn('de');
    expect([number(1204), percent(0.425), date(at), time(at)]).toEqual([
      '1.204',
      expect.stringMatching(/^43\s%$/),
      '22.11.2026',
      '14:30',
    ]);
    speakIn('ar-EG');
    expect(number(1204)).toBe('١٬٢٠٤');
  });

  it('take a time in milliseconds or as ISO 8601', () => {
    expect(moment(new Date(at).toISOString())).toBe(moment(at));
    expect(moment(at)).toMatch(/Nov 22, 2026.*2:30.PM/);
  });

  it('measure files in the largest unit that fits', () => {
    expect([0, 1, 999, 1000, 4240, 1_300_000, 2e9].map(bytes)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '4.2 kB',
      '1.3 MB',
      '2 GB',
    ]);
    speakIn('fr');
    expect(bytes(4240)).toMatch(/^4,2\sko$/);
  });

  it('tell how far a time lies from now, on either side of it', () => {
    const far = (distance: number) => ago(at + distance, at);
    expect([0, -400, -5 * 60_000, 2 * 60_000, -3 * 3_600_000, -86_400_000].map(far)).toEqual([
      'now',
      'now',
      '5 minutes ago',
      'in 2 minutes',
      '3 hours ago',
      'yesterday',
    ]);
    speakIn('es');
    expect(far(-86_400_000)).toBe('ayer');
  });

  it('say a short distance in few letters, and none before a minute is over', () => {
    const far = (distance: number) => shortlyAgo(at - distance, at);
    expect([0, 59_000, 5.5 * 60_000, 3 * 3_600_000, 90 * 3_600_000].map(far)).toEqual([
      undefined,
      undefined,
      '5 min. ago',
      '3 hr. ago',
      '3 days ago',
    ]);
    speakIn('de');
    expect(far(5 * 60_000)).toBe('vor 5 Min.');
  });

  it('join names with an "and", and name languages', () => {
    expect([allOf(['JSON-LD']), allOf(['JSON-LD', 'RDFa']), languageName('de'), languageName('no tag')]).toEqual([
      'JSON-LD',
      'JSON-LD and RDFa',
      'German',
      'no tag',
    ]);
    speakIn('fr');
    expect([allOf(['JSON-LD', 'RDFa']), languageName('de')]).toEqual(['JSON-LD et RDFa', 'allemand']);
  });
});
