import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MassEdit } from '../../lib/domain/mass-edit.ts';
import { Fit, Relation, saysTheSame } from '../../lib/domain/resource-alignment.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { massEdit } from '../../lib/store/mass-edit.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { deliveryOf, idOf, keptAs } from '../support/library-rows.ts';
import { countsKept, countsNow } from './counts.ts';

const now = new Date('2026-03-01T11:00:00.000Z');
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const acts = fc.oneof(
  fc.constantFrom(...Relation.options).map((relation) => ({ relation })),
  fc.constantFrom(...Fit.options).map((fit) => ({ fit })),
  fc.constant({ remove: true as const }),
);
const choices = async () => (await database.alignments.toArray()).map(({ id, relation, fit }) => [id, relation, fit]);

describe('one act on many alignments', () => {
  it('counts what it did and what it left, never says a thing twice, and is taken back whole', async () => {
    const row = fc.record({
      page: fc.nat(1),
      skill: fc.nat(1),
      relation: fc.constantFrom(...Relation.options.slice(0, 3)),
      fit: fc.constantFrom(...Fit.options),
    });
    const rows = fc.uniqueArray(row, {
      maxLength: 8,
      selector: ({ page, skill, relation }) => `${page} ${skill} ${relation}`,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }), acts, async (made, picked, act) => {
        await Promise.all(database.tables.map((table) => table.clear()));
        await database.alignments.bulkAdd(
          made.map(({ page, skill, relation, fit }, index) => {
            const kept = keptAs(index, { relation, fit, resource: `https://lessons.example/${page}` });
            return { ...kept, skill: { ...kept.skill, uri: `urn:x-test:${skill}` } };
          }),
        );
        const before = await choices();
        const { undo, changed, left } = await massEdit(database, { alignments: picked.map(idOf), act }, now, 'library');
        const after = await database.alignments.toArray();
        expect(changed + left).toBe(new Set(picked).size);
        expect(await database.history.count()).toBe(changed);
        for (const one of after)
          expect(after.filter((other) => saysTheSame(one, other)).map(({ id }) => id)).toEqual([one.id]);
        expect(await takeBack(database, undo, now)).toEqual({ restored: changed, left: 0 });
        expect(await choices()).toEqual(before);
      }),
      { numRuns: 80 },
    );
  });

  it('sends the newest words of what waits, withdraws what is removed, and counts truly', async () => {
    await database.alignments.bulkAdd([keptAs(1), keptAs(2)]);
    await database.outbox.bulkAdd([
      deliveryOf(1),
      deliveryOf(2, { state: 'delivered', uri: 'urn:x-test:sent', receipt: { revision: 1, at: now.toISOString() } }),
    ]);
    const both: MassEdit['alignments'] = [idOf(1), idOf(2)];
    await massEdit(database, { alignments: both, act: { fit: 'exact' } }, now);
    expect((await database.outbox.toArray()).map(({ state, revision }) => [state, revision])).toEqual([
      ['queued', 2],
      ['delivered', 1],
    ]);
    await massEdit(database, { alignments: both, act: { remove: true } }, now);
    expect((await database.outbox.toArray()).map(({ action, state }) => [action, state])).toEqual([
      ['withdraw', 'withdrawn'],
      ['withdraw', 'queued'],
    ]);
    expect(await countsKept(database)).toEqual(await countsNow(database));
  });

  it('leaves everything as it was where it cannot be written whole', async () => {
    await database.alignments.bulkAdd([keptAs(1), keptAs(2)]);
    database.history.hook('creating', () => {
      throw new Error('full');
    });
    const act = massEdit(database, { alignments: [idOf(1), idOf(2)], act: { remove: true } }, now);
    await expect(act).rejects.toThrow();
    expect(await database.alignments.count()).toBe(2);
    expect(await database.undos.count()).toBe(0);
  });
});
