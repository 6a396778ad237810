import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLineLedger } from '../../lib/skill-documents/line-ledger.ts';

describe('the ledger of lines', () => {
  it('answers as a map would, which keeps the first', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (identifiers) => {
        const ledger = newLineLedger();
        const map = new Map<string, number>();
        for (const [at, identifier] of identifiers.entries()) {
          expect(ledger.has(identifier)).toBe(map.has(identifier));
          expect(ledger.add(identifier, at + 1)).toBe(map.get(identifier));
          if (!map.has(identifier)) map.set(identifier, at + 1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('tells 300,000 identifiers that hardly differ from one another', () => {
    const ledger = newLineLedger();
    const taken: string[] = [];
    for (let at = 1; at <= 100_000; at++) {
      for (const identifier of [`https://a.example/${at}`, `${at}https://a.example/`, `${at}\u0000`]) {
        if (ledger.add(identifier, at) !== undefined) taken.push(identifier);
      }
    }
    expect(taken).toEqual([]);
    expect(ledger.add('https://a.example/77777', 5)).toBe(77_777);
  });
});
