import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameContent } from '../../lib/domain/same-content.ts';

it('says of JSON what its text in one order of members says', () => {
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return entries.map(([name, of]) => [name, ordered(of)]).concat([['object']]);
  };
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(sameContent(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      expect(sameContent(one, other)).toBe(JSON.stringify(ordered(one)) === JSON.stringify(ordered(other)));
    }),
  );
});

it('takes a member that is undefined for absent, and one of the prototype for no member', () => {
  expect(sameContent({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameContent({ a: undefined }, { b: 1 })).toBe(false);
  expect(sameContent(JSON.parse('{"toString":1}'), {})).toBe(false);
  expect(sameContent(JSON.parse('{"__proto__":{"a":1}}'), {})).toBe(false);
});
