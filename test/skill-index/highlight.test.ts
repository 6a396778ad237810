import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlightRanges } from '../../lib/skill-index/highlight.ts';

function marked(query: string, text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of highlightRanges(query, text)) {
    out += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return out + text.slice(from);
}

it.each([
  ['slop', 'The Slope of slopes', 'The [Slop]e of [slop]es'],
  ['slope', 'The Slope of slopes', 'The [Slope] of [slope]s'],
  ['calculate a slope', 'Calculate an area and a slope', '[Calculate] an area and [a] [slope]'],
  ['calculate a', 'Calculate an area', '[Calculate] [a]n [a]rea'],
  ['学习', '机器学习工程', '机器[学习]工程'],
  ['managing', 'Manage and management', '[Manage] and [management]'],
  ['resume', 'Résumé writing', '[Résumé] writing'],
  ['resume', 'Re\u0301sume\u0301 writing', '[Re\u0301sume\u0301] writing'],
  ['strasse', 'Straßenbau', '[Straße]nbau'],
  ['stra', 'Straßen', '[Stra]ßen'],
  ['c++', 'C and C++', 'C and [C++]'],
  ['a b', 'cd', 'cd'],
  ['', 'anything', 'anything'],
  ['c ch chai', 'Chains', '[Chai]ns'],
])('marks %j in %j', (query, text, expected) => {
  expect(marked(query, text)).toBe(expected);
});

it('answers rising, disjoint, non-empty ranges inside any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (query, text) => {
      let from = 0;
      for (const { start, end } of highlightRanges(query, text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }),
  );
});
