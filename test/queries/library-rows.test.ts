import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryStateOf, libraryStates } from '../../lib/domain/library-filter.ts';
import type { DeliveryState } from '../../lib/domain/outbox-entry.ts';
import type { Relation } from '../../lib/domain/resource-alignment.ts';
import { libraryIds, libraryRows } from '../../lib/queries/library-rows.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { deliveryOf, idOf, keptAs } from '../support/library-rows.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const minute = (number: number) => new Date(Date.UTC(2026, 2, 1, 10, number)).toISOString();
const relations: Relation[] = ['teaches', 'assesses', 'requires'];
const states: (DeliveryState | undefined)[] = [
  'queued',
  'sending',
  'delivered',
  'failed',
  'paused',
  'withdrawn',
  undefined,
];

describe('the ids of the library', () => {
  it('are those of exactly the rows that pass the filter, the latest changed first', async () => {
    const one = fc.record({
      relation: fc.constantFrom(...relations),
      state: fc.constantFrom(...states),
      at: fc.nat(5),
    });
    const filters = fc.record({
      relation: fc.option(fc.subarray(relations, { minLength: 1 }), { nil: undefined }),
      state: fc.option(fc.subarray([...libraryStates], { minLength: 1 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 10 }), filters, async (rows, filter) => {
        await Promise.all([database.alignments.clear(), database.outbox.clear()]);
        const kept = rows.map(({ relation, at }, index) => keptAs(index, { relation, modified: minute(at) }));
        const sent = rows.flatMap(({ state }, index) => (state ? [deliveryOf(index, { state })] : []));
        await database.alignments.bulkAdd(kept);
        await database.outbox.bulkAdd(sent);
        const expected = kept
          .filter(({ id, relation }) => {
            const state = libraryStateOf(sent.filter(({ alignment }) => alignment === id));
            return (filter.relation ?? relations).includes(relation) && (filter.state ?? libraryStates).includes(state);
          })
          .sort((a, b) => (`${a.modified}${a.id}` < `${b.modified}${b.id}` ? 1 : -1))
          .map(({ id }) => id);
        const { relation, state } = filter;
        const asked = { ...(relation && { relation }), ...(state && { state }) };
        expect(await libraryIds(database, asked)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are found by all the words that are typed, in titles, addresses, skills and notes, whatever marks they bear', async () => {
    const title = [{ value: 'Élan vital', by: 'json-ld' as const }];
    await database.resources.add({ address: keptAs(1).resource, fields: { title }, modified: minute(0), revision: 1 });
    await database.alignments.bulkAdd([keptAs(1), keptAs(2, { note: 'Only task 3' }), keptAs(3)]);
    const found = async (words: string) => (await libraryIds(database, { words })).sort();
    expect(await found('elan')).toEqual([idOf(1)]);
    expect(await found('TASK s.2')).toEqual([idOf(2)]);
    expect(await found('lessons.example/3')).toEqual([idOf(3)]);
    expect(await found('elan task')).toEqual([]);
    expect(await found('  ')).toHaveLength(3);
  });

  it('are found beyond the first slice that is read', async () => {
    await database.alignments.bulkAdd(Array.from({ length: 1203 }, (_, index) => keptAs(index)));
    await database.alignments.add(keptAs(5000, { note: 'needle' }));
    expect(await libraryIds(database, { words: 'needle' })).toEqual([idOf(5000)]);
    expect(await libraryIds(database, { words: 's.' })).toHaveLength(1204);
  });
});

describe('the rows of the library', () => {
  it('come in the order in which they are asked for, without what was removed', async () => {
    await database.alignments.bulkAdd([keptAs(1), keptAs(2)]);
    expect((await libraryRows(database, [idOf(2), idOf(7), idOf(1)])).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
  });
});
