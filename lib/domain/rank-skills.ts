import type { Skill } from './skill.ts';
import { stem, stemmedLanguages } from './stem.ts';
import { wordsOf } from './words.ts';

/** Most words of a text that are looked for; the rest of a longer one is passed over. */
const mostWords = 16;

/** How well other forms of a word fit: another inflection; a longer word, from barely begun to nearly typed. */
const stemFit = 0.9;
const prefixFit = { least: 0.4, most: 0.65 };

/** What each part is of a score whose words are all there. */
const shares = { standing: 0.75, name: 0.2, order: 0.05 };

/** A word that is looked for. */
type Wanted = { text: string; stems: ReadonlyMap<string, string> };

/** How a word stands in a skill: what that is worth, and which share of the name it is; both 0 where it is not there. */
type Standing = { worth: number; share: number };

/**
 * Makes the measure of how well a skill answers a text, by what its row says alone, so that rows of all places can be
 * ranked together whatever their search engines think: from 0 to 1, above 0.5 exactly where every word is there, 1 where
 * the text is its code. As in the skill index, a word counts where a word of the skill begins with it or is another
 * inflection of it, more in the name than in keywords, more there than in the statement, more where the name is short.
 */
export function scoring(text: string): (skill: Skill) => number {
  const words = [...new Set(wordsOf(text))].slice(0, mostWords);
  const wanted = words.map((word): Wanted => {
    return { text: word, stems: new Map(stemmedLanguages.map((language) => [language, stem(word, language)])) };
  });
  return (skill) => (wanted.length === 0 ? 0 : scoreOf(wanted, words, skill));
}

function scoreOf(wanted: readonly Wanted[], words: readonly string[], skill: Skill): number {
  if (isNotation(words, skill.code)) return 1;
  const name = wordsOf(skill.name);
  const phrases = [...skill.keywords, skill.category ?? '', skill.code ?? ''].map(wordsOf);
  const statement = wordsOf(skill.statement);
  const standings = wanted.map((word) => standingOf(word, name, phrases, statement));
  const found = standings.filter(({ worth }) => worth > 0).length;
  const standing = standings.reduce((sum, { worth }) => sum + worth, 0) / wanted.length;
  if (found < wanted.length) return (standing * found) / wanted.length / 2;
  const share = Math.min(
    1,
    standings.reduce((sum, one) => sum + one.share, 0),
  );
  const order = isInOrder(words, name) ? 1 : isInOrder(words, statement) ? 0.5 : 0;
  return 0.5 + (shares.standing * standing + shares.name * share + shares.order * order) / 2;
}

function standingOf(
  word: Wanted,
  name: readonly string[],
  phrases: readonly (readonly string[])[],
  statement: readonly string[],
): Standing {
  const inName = name.map((one, at) => {
    const fit = fitOf(word, one);
    return { worth: fit * (0.7 + 0.22 / Math.sqrt(name.length) + (at === 0 ? 0.05 : 0)), share: fit / name.length };
  });
  const inPhrases = phrases.flatMap((phrase) =>
    phrase.map((one) => ({ worth: fitOf(word, one) * (0.25 + 0.15 / phrase.length), share: 0 })),
  );
  const inStatement = statement.map((one) => {
    return { worth: fitOf(word, one) * (0.1 + 0.1 / (1 + statement.length / 4)), share: 0 };
  });
  const all = [...inName, ...inPhrases, ...inStatement];
  return all.reduce((best, one) => (one.worth > best.worth ? one : best), { worth: 0, share: 0 });
}

function fitOf({ text, stems }: Wanted, word: string): number {
  if (word === text) return 1;
  const { least, most } = prefixFit;
  const typed = word.startsWith(text) ? least + (most - least) * (text.length / word.length) : 0;
  return isInflected(stems, word) ? stemFit : typed;
}

function isInflected(stems: ReadonlyMap<string, string>, word: string): boolean {
  for (const [language, stemmed] of stems) {
    // No ending changes more than the last two letters that are left of a word, so most words need no stemming.
    if (word.startsWith(stemmed.slice(0, -2)) && stem(word, language) === stemmed) return true;
  }
  return false;
}

/** Whether the text is a notation, such as `K.CC.A.1`, with which the skill's ends: people leave its beginning out. */
function isNotation(words: readonly string[], code: string | undefined): boolean {
  if (code === undefined) return false;
  const [typed, whole] = [words.join('.'), [...new Set(wordsOf(code))].join('.')];
  if (typed === whole) return true;
  return words.length > 1 && /\d/.test(typed) && whole.endsWith(`.${typed}`);
}

/** Whether several words stand side by side in their order, the last one as a beginning. */
function isInOrder(words: readonly string[], text: readonly string[]): boolean {
  const last = words.length - 1;
  if (last === 0) return false;
  return text.some((_, from) =>
    words.every((word, at) => (at === last ? text[from + at]?.startsWith(word) : text[from + at] === word)),
  );
}
