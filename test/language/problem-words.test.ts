import { afterEach, describe, expect, it } from 'vitest';
import { quoting } from '../../lib/domain/problem.ts';
import { B704, I440, R310, R331, statusTroubleFor, withLines } from '../../lib/domain/problems.ts';
import { lossWords, problemWords, sentenceWords, warningWords } from '../../lib/language/problem-words.ts';
import { speak } from '../../lib/language/words.ts';
import english from '../../locales/en.words';

/** A language in which a few sentences have the other order, and all others are missing. */
const foreign = {
  'problem.R310': ({ name }: Record<string, unknown>) => `Unerreichbar: ${name}`,
  'problem.R310.advice': () => 'Gespeichert bleibt gespeichert.',
  'problem.R331': ({ sentence, name }: Record<string, unknown>) => `${name} von dort: ${sentence}`,
  'problem.with-quote': ({ sentence, said }: Record<string, unknown>) => `${sentence} – „${said}“`,
  'problem.with-lines': ({ sentence, lines }: Record<string, unknown>) => `${lines}: ${sentence}`,
  'problem.I440': () => 'Zu kurz.',
  'warning.json-ld-mended': ({ script }: Record<string, unknown>) => `Skript ${script} ausgebessert.`,
  'loss.skill-details': ({ details }: Record<string, unknown>) => `Fehlt: ${details}.`,
  'loss.detail.framework-address': () => 'Adresse des Rahmens',
};

describe('a problem', () => {
  afterEach(() => speak('en', english));

  it('is said in the language that is spoken, with what its registry said in its own', () => {
    speak('de', foreign);
    const problem = quoting(R310({ name: 'Übung' }), 'Go away.');
    expect(problem.message).toBe('Übung could not be reached. It said: “Go away.”');
    expect(problemWords(problem)).toMatchObject({
      code: 'R310',
      message: 'Unerreichbar: Übung – „Go away.“',
      advice: 'Gespeichert bleibt gespeichert.',
    });
  });

  it('says a sentence inside another, each in that language', () => {
    speak('de', foreign);
    const sentence = quoting(R310({ name: 'door' }), 'No.');
    expect(sentenceWords(R331({ sentence, name: 'Shop' }))).toBe('Shop von dort: Unerreichbar: door – „No.“');
    expect(sentenceWords(withLines({ sentence: I440, lines: '3, 5' }))).toBe('3, 5: Zu kurz.');
  });

  it('is said as it was written down where no key stands by it, or one of another version', () => {
    speak('de', foreign);
    const old = { code: 'R310', message: 'Practice was away.', advice: 'Wait.' };
    expect(problemWords(old)).toEqual(old);
    expect(problemWords({ ...old, key: 'problem.R999' })).toMatchObject(old);
    expect(problemWords({ ...old, key: 'constructor' })).toMatchObject(old);
    expect(sentenceWords(B704({ count: 2 }))).toBe('2 records of this backup cannot be read.');
  });

  it('counts as English does', () => {
    const wait = (unit: string, count: number) =>
      statusTroubleFor({ name: 'Practice', status: '503', unit, count }).advice?.replace(
        'What you saved is kept here. ',
        '',
      );
    expect([wait('seconds', 1), wait('seconds', 90), wait('minutes', 2), wait('hours', 1)]).toEqual([
      'Try again in 1 second.',
      'Try again in 90 seconds.',
      'Try again in 2 minutes.',
      'Try again in 1 hour.',
    ]);
  });

  it('goes for warnings by their code, and for losses with their details', () => {
    speak('de', foreign);
    const warning = { code: 'json-ld-mended', message: 'Mended.', where: 'script 2' };
    expect(warningWords(warning)).toBe('Skript 2 ausgebessert.');
    const loss = { message: 'Lost.', key: 'loss.skill-details', details: ['framework address', 'x'] };
    expect(lossWords(loss)).toBe('Fehlt: Adresse des Rahmens, x.');
    expect(lossWords({ message: 'Lost.' })).toBe('Lost.');
  });
});
