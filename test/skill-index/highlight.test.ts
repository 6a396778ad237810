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
  ['slope', 'The Slope of slopes', 'The [Slope] of [slope]s'],
  ['managing', 'Manage and management', '[Manage] and [management]'],
  ['resume', 'Résumé writing', '[Résumé] writing'],
  ['resume', 'Re\u0301sume\u0301 writing', '[Re\u0301sume\u0301] writing'],
  ['strasse', 'Straßen', '[Straße]n'],
  ['stra', 'Straßen', '[Stra]ßen'],
  ['c++', 'C and C++', 'C and [C++]'],
  ['a b', 'cd', 'cd'],
  ['', 'anything', 'anything'],
  ['c ch chain', 'Chains', '[Chain]s'],
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
