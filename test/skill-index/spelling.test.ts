import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mistakesWithin } from '../../lib/skill-index/spelling.ts';

/** Optimal string alignment distance, by the letter of its definition. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + Number(!same));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, at(row - 2, column - 2) + 1);
      }
      (table[row] ?? [])[column] = least;
    }
  }
  return at(one.length, other.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

it.each([1, 2])('tells whether a word in a longer text is at most %i mistakes away', (most) => {
  fc.assert(
    fc.property(word, word, word, (text, before, other) => {
      const within = mistakesWithin(text, most)(before + other + before, before.length, other.length);
      expect(within).toBe(distance(text, other) <= most);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['manage', 'manage', true],
  ['mnaage', 'manage', true],
  ['manag', 'manage', true],
  ['mannage', 'manage', true],
  ['mamage', 'manage', true],
  ['mangae', 'manager', false],
  ['aab', 'ab', true],
  ['ab', 'ba', true],
  ['abc', 'cba', false],
])('one mistake: %s for %s: %s', (text, other, expected) => {
  expect(mistakesWithin(text, 1)(other, 0, other.length)).toBe(expected);
});
