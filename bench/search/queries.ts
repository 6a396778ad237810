import type { Skill } from '../../lib/domain/skill.ts';
import { pick, type Random } from './random.ts';

/** What a query is made of. */
export type QueryKind = 'one word' | 'two words' | 'three words' | 'prefix' | 'typo';

/** A query, and the words that were meant by it: every one is a word of at least one skill. */
export type Query = { kind: QueryKind; text: string; meant: string[] };

/** All kinds. */
export const queryKinds: readonly QueryKind[] = ['one word', 'two words', 'three words', 'prefix', 'typo'];

const stopWords = new Set('and the for with from into that this such using use other their not all are its'.split(' '));

/** Makes as many queries of each kind from the words of skills that are there. */
export function makeQueries(skills: readonly Skill[], eachKind: number, random: Random): Query[] {
  return queryKinds.flatMap((kind) => Array.from({ length: eachKind }, () => makeQuery(kind, skills, random)));
}

function makeQuery(kind: QueryKind, skills: readonly Skill[], random: Random): Query {
  const words = { 'one word': 1, 'two words': 2, 'three words': 3, prefix: 2, typo: 2 }[kind];
  for (;;) {
    const skill = pick(skills, random);
    const all = plainWords(`${skill.name} ${skill.statement}`).filter(
      (word) => word.length > 2 && !stopWords.has(word),
    );
    const from = Math.floor(random() * all.length);
    const meant = Array.from(new Set(all.slice(from, from + words)));
    const last = meant.at(-1);
    if (meant.length < words || !last) continue;
    if (kind === 'prefix') {
      const begun = last.slice(0, 2 + Math.floor(random() * 4));
      return { kind, text: [...meant.slice(0, -1), begun].join(' '), meant: [...meant.slice(0, -1), begun] };
    }
    if (kind !== 'typo') return { kind, text: meant.join(' '), meant };
    const at = meant.findIndex((word) => word.length > 4);
    if (at < 0) continue;
    return { kind, text: meant.map((word, index) => (index === at ? misspell(word, random) : word)).join(' '), meant };
  }
}

/** Lower-case words of ASCII letters: what every candidate agrees to call a word. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{N}\p{M}'’-])[a-z]+(?![\p{L}\p{N}\p{M}'’+#-])/gu) ?? [];
}

/** One letter left out, put in, changed, or exchanged with the next. */
function misspell(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = pick('abcdefghijklmnopqrstuvwxyz', random);
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const wrong = pick(
    [
      before + next + after,
      before + letter + word.slice(at),
      before + letter + next + after,
      before + next + here + after,
    ],
    random,
  );
  return wrong === word ? misspell(word, random) : wrong;
}

/** Whether a skill has every word that was meant, or a word that begins with it. */
export function hasAllWords(skill: Skill, meant: readonly string[]): boolean {
  const text = [skill.name, skill.statement, skill.category ?? '', ...skill.keywords].join(' ').toLowerCase();
  return meant.every((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').test(text));
}
