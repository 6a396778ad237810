import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostBy } from '../../lib/domain/bundle-import.ts';
import { isTypedNumber, needsConfirmation } from '../../lib/domain/mass-change.ts';

const count = fc.nat({ max: 2000 });
const how = fc.record({
  mode: fc.constantFrom('merge' as const, 'replace' as const),
  conflicts: fc.constantFrom('mine' as const, 'theirs' as const),
});

describe('an act on many records', () => {
  it.each([
    { lost: 20, kept: 20, asks: false },
    { lost: 21, kept: 21, asks: true },
    { lost: 21, kept: 209, asks: true },
    { lost: 21, kept: 210, asks: false },
    { lost: 10_000, kept: 100_000, asks: false },
    { lost: 10_001, kept: 100_000, asks: true },
  ])('that loses $lost of $kept records is confirmed by typing: $asks', ({ lost, kept, asks }) => {
    expect(needsConfirmation({ lost, kept })).toBe(asks);
  });

  it('asks for more than a tenth and more than 20, and for nothing else', () => {
    const rule = fc.property(count, count, (lost, kept) => {
      expect(needsConfirmation({ lost, kept })).toBe(lost / 10 > 2 && lost > kept / 10);
    });
    fc.assert(rule, { numRuns: 2000 });
  });

  it('that loses more of fewer records never asks less', () => {
    const grows = fc.property(count, count, count, count, (lost, kept, more, fewer) => {
      fc.pre(needsConfirmation({ lost, kept }));
      expect(needsConfirmation({ lost: lost + more, kept: Math.max(0, kept - fewer) })).toBe(true);
    });
    fc.assert(grows, { numRuns: 1000 });
  });

  it('is confirmed by its number alone, however its digits are grouped', () => {
    const typed = fc.property(fc.integer({ min: 21, max: 10 ** 9 }), fc.nat(10 ** 9), (number, other) => {
      for (const language of ['en', 'de', 'fr', 'de-CH', 'hi', 'ar-EG', 'fa'])
        expect(isTypedNumber(` ${number.toLocaleString(language)} `, number), language).toBe(true);
      expect(isTypedNumber(String(other), number)).toBe(other === number);
    });
    fc.assert(typed, { numRuns: 500 });
    for (const text of ['', ' ', 'yes', '21x', '-21', '2１']) expect(isTypedNumber(text, 21), text).toBe(false);
  });
});

describe('what an import of alignments loses', () => {
  const counts = fc.record({ changed: count, conflicts: count, missing: count });

  it('is nothing where it adds, and takes over later states of what nobody touched here', () => {
    const keeps = fc.property(counts, (one) => {
      expect(lostBy(one, { mode: 'merge', conflicts: 'mine' })).toBe(0);
    });
    fc.assert(keeps);
  });

  it('is what it removes and what it overwrites, and never more than there is', () => {
    const adds = fc.property(counts, how, ({ changed, conflicts, missing }, chosen) => {
      const lost = lostBy({ changed, conflicts, missing }, chosen);
      expect(lost).toBeLessThanOrEqual(changed + conflicts + missing);
      if (chosen.mode === 'replace') expect(lost).toBeGreaterThanOrEqual(changed + missing);
      if (chosen.conflicts === 'theirs') expect(lost).toBeGreaterThanOrEqual(changed + conflicts);
      if (chosen.mode === 'replace' && chosen.conflicts === 'theirs') expect(lost).toBe(changed + conflicts + missing);
    });
    fc.assert(adds);
  });
});
