import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Facet,
  facets,
  filterQuery,
  type LibraryFilter,
  readFilter,
  toggled,
} from '../../lib/domain/library-filter.ts';
import { narrow, numberValues } from '../../lib/queries/facet-counts.ts';
import { ledgerNow } from '../../lib/queries/ledger.ts';
import { libraryIds } from '../../lib/queries/library-rows.ts';
import { addAlignment, changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { deliveryOf, idOf, keptAs, lineOf } from '../support/library-rows.ts';
import { newAlignment } from '../support/samples.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const at = new Date('2026-03-01T10:00:00Z');

/** What passes a filter now, with its counts. */
async function narrowed(filter: LibraryFilter) {
  const [ids, ledger] = await Promise.all([libraryIds(database, {}), ledgerNow(database)]);
  const { ids: passing, counts } = narrow(ids, ledger.valuesOf, ledger.values, filter);
  const present = (facet: Facet) => Object.fromEntries([...counts[facet]].filter(([, count]) => count > 0));
  return { ids: passing, counts: Object.fromEntries(facets.map((facet) => [facet, present(facet)])) };
}

function inFramework(number: number, name: string) {
  const one = keptAs(number);
  return { ...one, skill: { ...one.skill, framework: { name } } };
}

describe('the library by its facets', () => {
  it('counts for each value what passes every other choice', async () => {
    const said = [{ value: 'Lesson', by: 'json-ld' as const }];
    await database.resources.add({
      address: keptAs(1).resource,
      fields: { type: said },
      modified: at.toISOString(),
      revision: 1,
    });
    await database.alignments.bulkAdd([
      { ...inFramework(1, 'Harbour'), evidence: { quote: 'x', prefix: '', suffix: '' } as never },
      { ...inFramework(2, 'Harbour'), relation: 'assesses' },
      { ...inFramework(3, 'Rheinau'), fit: 'exact' },
    ]);
    await database.history.bulkAdd([
      lineOf(1, { who: 'Jo Park' }),
      lineOf(2),
      lineOf(2, { what: 'changed', who: 'Ivo' }),
    ]);
    await database.outbox.add(deliveryOf(3, { state: 'failed' }));
    const { ids, counts } = await narrowed({ framework: ['Harbour'], relation: ['teaches'] });
    expect(ids).toEqual([idOf(1)]);
    expect(counts).toEqual({
      state: { here: 1 },
      relation: { teaches: 1, assesses: 1 },
      fit: { major: 1 },
      evidence: { quoted: 1 },
      framework: { Harbour: 1, Rheinau: 1 },
      source: { [keptAs(1).skill.source.name]: 1 },
      kind: { Lesson: 1 },
      who: { 'Jo Park': 1 },
    });
    expect((await narrowed({ who: [''] })).ids).toEqual([idOf(3), idOf(2)]);
    expect((await narrowed({ kind: [''], state: ['failed', 'published'] })).ids).toEqual([idOf(3)]);
  });

  it('is the same whichever way it is counted', async () => {
    const words = ['a', 'b', 'c'];
    const row = fc.record({ relation: fc.constantFrom('teaches', 'assesses'), framework: fc.constantFrom(...words) });
    const filters = fc.record({
      relation: fc.subarray(['teaches', 'assesses', 'requires']),
      framework: fc.subarray([...words, 'd']),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), filters, (rows, filter) => {
        const passes = (one: (typeof rows)[number], facet: 'relation' | 'framework') =>
          filter[facet].length === 0 || filter[facet].includes(one[facet]);
        const values = numberValues();
        const said = rows.map(({ relation, framework }) => [
          [values.numberOf('relation', relation)],
          [values.numberOf('framework', framework)],
        ]);
        const { ids, counts } = narrow([...said.keys()].map(String), (id) => said[Number(id)], values, filter);
        expect(ids.map(Number)).toEqual(
          rows.flatMap((one, index) => (passes(one, 'relation') && passes(one, 'framework') ? [index] : [])),
        );
        for (const value of words) {
          const expected = rows.filter((one) => one.framework === value && passes(one, 'relation')).length;
          expect(counts.framework.get(value) ?? 0).toBe(expected);
        }
      }),
    );
  });

  it('follows what is written, removed and taken back, and reads nothing else again', async () => {
    const kept = await addAlignment(database, newAlignment(), at);
    await database.alignments.bulkAdd([keptAs(1), keptAs(2)]);
    await database.history.bulkAdd([lineOf(1), lineOf(2)]);
    expect((await narrowed({})).counts.relation).toEqual({ teaches: 3 });
    const read: unknown[] = [];
    database.alignments.hook('reading', (row) => {
      read.push(row?.id);
      return row;
    });
    const choice = { relation: 'assesses', fit: 'major' } as const;
    await changeAlignment(database, { id: kept.id, revision: 1, choice, publishTo: [] }, at);
    read.length = 0;
    expect((await narrowed({})).counts.relation).toEqual({ teaches: 2, assesses: 1 });
    expect(read).toEqual([kept.id]);
    const undo = await removeAlignment(database, { id: kept.id, revision: 2 }, at);
    expect((await narrowed({})).counts.relation).toEqual({ teaches: 2 });
    await takeBack(database, undo, at);
    expect((await narrowed({ relation: ['assesses'] })).ids).toEqual([kept.id]);
  });

  it('goes through everything anew where something was written past the history', async () => {
    await narrowed({});
    await database.alignments.bulkAdd(Array.from({ length: 1001 }, (_, number) => keptAs(number)));
    expect((await narrowed({})).counts.relation).toEqual({ teaches: 1001 });
  });
});

describe('a filter in an address', () => {
  it('is read as it was written, without what nobody knows', () => {
    const filter = { relation: ['teaches', 'assesses'], framework: ['', 'Harbour & Sons'], words: 'two words' };
    expect(readFilter(filterQuery(filter))).toEqual({ ...filter, relation: ['assesses', 'teaches'] });
    expect(readFilter('relation=sings&fit=exact&fit=exact&state=&__proto__=x')).toEqual({ fit: ['exact'] });
    expect(filterQuery({})).toBe('');
  });

  it('says the same the same, in whichever order it was chosen', () => {
    const one = toggled(toggled({}, 'fit', 'exact'), 'relation', 'teaches');
    const other = toggled(toggled(toggled({}, 'relation', 'teaches'), 'fit', 'minor'), 'fit', 'exact');
    expect(filterQuery(one)).toBe(filterQuery(toggled(other, 'fit', 'minor')));
    expect(toggled(one, 'fit', 'exact')).toEqual({ relation: ['teaches'] });
  });
});
