import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestPart } from '../../lib/readers/edit-distance.ts';
import { similarPlaces } from '../../lib/readers/similar-places.ts';

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength });

it('finds no part nearer than the one it answers, and none farther', () => {
  const checked = fc.property(letters(8), letters(12), (pattern, text) => {
    const { distance, start, end } = nearestPart(pattern, text);
    const distances = [];
    for (let from = 0; from <= text.length; from += 1) {
      for (let to = from; to <= text.length; to += 1) distances.push(editsBetween(pattern, text.slice(from, to)));
    }
    expect(distance).toBe(Math.min(...distances));
    expect(editsBetween(pattern, text.slice(start, end))).toBe(distance);
  });
  fc.assert(checked, { numRuns: 500 });
});

it('puts the place first that shares most with the pattern', () => {
  const text = `${'nothing of the kind here. '.repeat(40)}The slope of a line is its rise over its run.${' and so on'.repeat(40)}`;
  const [first] = similarPlaces(text, 'the slope of the line was rise over run', 0);
  expect(Math.abs((first ?? 0) - text.indexOf('The slope'))).toBeLessThan(20);
});

it('takes the nearest to the hint of places that are alike', () => {
  const text = 'Look at the graph below. '.repeat(30);
  expect(similarPlaces(text, 'Look at the graph below.', 250)[0]).toBe(250);
});

it('answers nothing where nothing is shared', () => {
  expect(similarPlaces('xyz '.repeat(100), 'abc abc abc abc', 0)).toEqual([]);
  expect(similarPlaces('', 'abc', 0)).toEqual([]);
});

/** Levenshtein's distance by its definition. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (one[at - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
