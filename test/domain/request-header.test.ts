import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerFault } from '../../lib/domain/request-header.ts';

describe('a header of a request', () => {
  it.each([
    ['X-Collection', 'charts'],
    ['content-type', 'application/ld+json'],
    ['If-None-Match', '*'],
    ['X-Empty', ''],
  ])('can be %s: %s', (name, value) => {
    expect(headerFault({ name, value })).toBeUndefined();
  });

  it.each([
    ['', 'x', 'no name'],
    ['two words', 'x', 'no name'],
    ['Größe', 'x', 'no name'],
    ['Cookie', 'a=b', 'browser'],
    ['Sec-Fetch-Mode', 'cors', 'browser'],
    ['proxy-authorization', 'x', 'browser'],
    ['AUTHORIZATION', 'Bearer x', 'token'],
    ['Idempotency-Key', 'x', 'Plumbline sets it'],
    ['X-Break', 'a\r\nX-Other: b', 'characters'],
    ['X-Words', '图表', 'characters'],
    ['__proto__', '\u0000', 'characters'],
  ])('cannot be %j: %j', (name, value, saying) => {
    expect(headerFault({ name, value })?.message).toContain(saying);
  });

  it('is one that the platform takes, wherever it is none of the browser’s own', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 12 }),
        (name, value) => {
          if (headerFault({ name, value })) return;
          expect(new Headers([[name, value]]).has(name)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
