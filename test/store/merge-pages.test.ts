import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proposedPage } from '../../lib/domain/page-merge.ts';
import { type ResourceAlignment, saysTheSame } from '../../lib/domain/resource-alignment.ts';
import { duplicateGroups } from '../../lib/queries/duplicates.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { mergePages } from '../../lib/store/merge-pages.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { deliveryOf, idOf, keptAs } from '../support/library-rows.ts';
import { registryId } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const now = new Date('2026-03-02T10:00:00.000Z');
const minute = (number: number) => new Date(Date.UTC(2026, 2, 1, 10, number)).toISOString();
const stays = 'https://lessons.example/graph';
const others = ['http://lessons.example/graph/', 'https://www.lessons.example/graph?utm_source=mail'];

function alignmentOf(number: number, resource: string, skill: number, at: number): ResourceAlignment {
  const one = keptAs(number, { resource, modified: minute(at), created: minute(0) });
  return { ...one, skill: { ...one.skill, uri: `https://skills.example/${skill}` } };
}

function page(address: string, title: string) {
  return {
    address,
    fields: { title: [{ value: title, by: 'json-ld' as const }] },
    modified: minute(0),
    revision: 1,
  };
}

const withoutTime = (rows: readonly ResourceAlignment[]) =>
  rows.map((row) => ({ ...row, modified: '', revision: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('making one page of several addresses', () => {
  it('keeps each statement once, the newer of two, and takes all of it back', async () => {
    const row = fc.record({ page: fc.nat(2), skill: fc.nat(2), at: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 9 }), async (rows) => {
        for (const { name } of database.tables) await database.table(name).clear();
        const all = rows.map(({ page, skill, at }, number) =>
          alignmentOf(number, [stays, ...others][page] ?? stays, skill, at),
        );
        // On one page nothing is said twice.
        const kept = all.filter((one, place) => !all.slice(0, place).some((before) => saysTheSame(one, before)));
        await database.alignments.bulkAdd(kept);
        await database.resources.bulkAdd([page(stays, 'Graph'), page(others[0] ?? '', 'Graph, again')]);
        const { undo, moved, twins } = await mergePages(database, { into: stays, from: others }, now);
        const after = await database.alignments.toArray();
        expect(after.every(({ resource }) => resource === stays)).toBe(true);
        expect(new Set(after.map(({ skill }) => skill.uri)).size).toBe(after.length);
        expect(new Set(after.map(({ skill }) => skill.uri))).toEqual(new Set(kept.map(({ skill }) => skill.uri)));
        for (const { id, skill } of after) {
          const same = kept.filter((one) => one.skill.uri === skill.uri);
          const newest = same.reduce((latest, one) => (one.modified > latest.modified ? one : latest)).modified;
          expect(same.find((one) => one.id === id)?.modified).toBe(newest);
        }
        expect(twins).toBe(kept.length - after.length);
        expect(moved).toBe(
          kept.filter((one) => one.resource !== stays && after.some(({ id }) => id === one.id)).length,
        );
        expect((await database.trash.toArray()).map(({ act }) => act)).toEqual(Array(twins).fill(undo));
        expect((await database.resources.toArray()).map(({ address }) => address)).toEqual([stays]);
        expect(await countsKept(database)).toEqual(await countsNow(database));
        expect(await takeBack(database, undo, now)).toEqual({ restored: moved + twins + 1, left: 0 });
        expect(withoutTime(await database.alignments.toArray())).toEqual(withoutTime(kept));
        expect(await database.resources.count()).toBe(2);
      }),
      { numRuns: 40 },
    );
  });

  it('gives a page of which nothing is known what was known of the other', async () => {
    await database.resources.add(page(others[0] ?? '', 'Graph'));
    const { undo } = await mergePages(database, { into: stays, from: others }, now);
    expect(
      (await database.resources.toArray()).map(({ address, fields }) => [address, fields.title?.[0]?.value]),
    ).toEqual([[stays, 'Graph']]);
    await takeBack(database, undo, now);
    expect((await database.resources.toArray()).map(({ address }) => address)).toEqual([others[0]]);
  });

  it('withdraws what goes, and sends what waits in its newest words', async () => {
    const [from = ''] = others;
    await database.alignments.bulkAdd([
      alignmentOf(1, stays, 1, 5),
      alignmentOf(2, from, 1, 1),
      alignmentOf(3, from, 3, 1),
      alignmentOf(4, from, 4, 1),
    ]);
    await database.outbox.bulkAdd([
      deliveryOf(2, { state: 'delivered', uri: 'urn:x-test:2' }),
      deliveryOf(3, { state: 'failed', attempts: 3 }),
    ]);
    await mergePages(database, { into: stays, from: [from] }, now, 'library');
    const entries = await database.outbox.toArray();
    expect(entries.map(({ id, action, state, revision }) => [id, action, state, revision])).toEqual([
      [`${registryId}:${idOf(2)}`, 'withdraw', 'queued', 1],
      [`${registryId}:${idOf(3)}`, 'publish', 'queued', 2],
    ]);
    const lines = await database.history.toArray();
    expect(lines.map(({ alignment, what, movedFrom, from }) => [alignment, what, movedFrom, from])).toEqual([
      [idOf(2), 'removed', undefined, 'library'],
      [idOf(3), 'moved', from, 'library'],
      [idOf(4), 'moved', from, 'library'],
    ]);
  });

  it('writes nothing where it dies halfway', async () => {
    await database.resources.bulkAdd([page(stays, 'Graph'), page(others[0] ?? '', 'Again')]);
    await database.alignments.add(alignmentOf(1, others[0] ?? '', 1, 1));
    database.undos.hook('creating', () => {
      throw new Error('dies');
    });
    await expect(mergePages(database, { into: stays, from: others }, now)).rejects.toThrow();
    expect(await database.resources.count()).toBe(2);
    expect((await database.alignments.toArray())[0]?.resource).toBe(others[0]);
  });
});

describe('pages that were kept twice', () => {
  it('are found by their plain address, those with the most addresses first', async () => {
    const more = ['https://lessons.example/slope', 'http://lessons.example/slope'];
    const all = [...more, ...others, stays, 'https://lessons.example/alone'];
    await database.resources.bulkAdd(all.map((address) => page(address, address)));
    expect(await duplicateGroups(database)).toEqual([
      { plain: 'lessons.example/graph', addresses: [others[0], stays, others[1]] },
      { plain: 'lessons.example/slope', addresses: [more[1], more[0]] },
    ]);
  });

  it('are proposed to become the one that is reached safely, then the one with most alignments', () => {
    const one = { modified: minute(0), alignments: 1 };
    const pages = [
      { ...one, address: 'http://lessons.example/', alignments: 9 },
      { ...one, address: 'https://www.lessons.example/' },
      { ...one, address: 'https://lessons.example/' },
    ];
    expect(proposedPage(pages)?.address).toBe('https://lessons.example/');
    expect(
      proposedPage([...pages, { ...one, address: 'https://lessons.example/?utm_id=1', alignments: 2 }])?.address,
    ).toBe('https://lessons.example/?utm_id=1');
    expect(proposedPage([])).toBeUndefined();
  });
});
