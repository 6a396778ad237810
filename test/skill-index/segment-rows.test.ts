import { expect, it } from 'vitest';
import { emptySegment, indexSkill } from '../../lib/skill-index/segment-builder.ts';
import { rowsOf } from '../../lib/skill-index/segment-rows.ts';
import type { TermRow } from '../../lib/skill-index/stores.ts';
import { skill } from './support.ts';

it('cuts the postings of a very common term into rows small enough to be kept inside the database', () => {
  const builder = emptySegment();
  for (let number = 0; number < 60_000; number++) {
    indexSkill(builder, skill(`Able ${number % 7 ? '' : 'ably'}`, { uri: `urn:${number}` }));
  }
  const rows = Array.from(rowsOf(builder, 1)).filter((change) => change?.store === 'skillTerms');
  const counts = new Map<string, number>();
  let parts = 0;
  for (const row of rows) {
    if (!row || !('put' in row)) continue;
    const { terms, ends, distances, standings } = row.put as TermRow;
    expect(terms.length + ends.byteLength + distances.byteLength + standings.byteLength).toBeLessThan(64 * 1024);
    if (Array.isArray(row.key) && row.key[0] === 'able') parts++;
    terms.split(' ').forEach((term, at) => {
      const count = (ends[at] ?? 0) - (ends[at - 1] ?? 0);
      counts.set(term, (counts.get(term) ?? 0) + count);
    });
  }
  expect(parts).toBe(3);
  expect(counts.get('able')).toBe(60_000);
  expect(counts.get('ably')).toBe(Math.ceil(60_000 / 7));
});
