import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyLines, historyOf, standingNow } from '../../lib/queries/history.ts';
import { trashCount, trashLines } from '../../lib/queries/trash.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { idOf, keptAs, lineOf, removedAs } from '../support/library-rows.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

describe('the history', () => {
  beforeEach(async () => {
    await database.alignments.add(keptAs(1));
    await database.trash.add(removedAs(2, 0));
    await database.history.bulkAdd([
      lineOf(1),
      lineOf(2),
      lineOf(3),
      lineOf(1, { what: 'changed', who: 'Marta Osei', from: 'popup' }),
      lineOf(1, { what: 'published', from: 'outbox', registry: 'Practice' }),
    ]);
  });

  it('comes the latest first, each line with its alignment where it stands or lies in the trash', async () => {
    const lines = await historyLines(database, 50);
    expect(lines.map(({ what, known }) => [what, known?.alignment.id, known?.removed])).toEqual([
      ['published', idOf(1), false],
      ['changed', idOf(1), false],
      ['created', undefined, undefined],
      ['created', idOf(2), true],
      ['created', idOf(1), false],
    ]);
  });

  it('is read no further than is asked for, and every line has a key of its own', async () => {
    const lines = await historyLines(database, 2);
    expect(lines.map(({ what }) => what)).toEqual(['published', 'changed']);
    expect(new Set((await historyLines(database, 50)).map(({ key }) => key)).size).toBe(5);
  });

  it('can be that of one alignment', async () => {
    expect((await historyOf(database, idOf(1))).map(({ what }) => what)).toEqual(['published', 'changed', 'created']);
    expect(await historyOf(database, idOf(9))).toEqual([]);
  });

  it('says how an alignment stands and which person saved it last, not that it was sent since', async () => {
    expect(await standingNow(database, idOf(1))).toMatchObject({
      alignment: { revision: 1 },
      last: { what: 'changed', who: 'Marta Osei' },
    });
    const gone = await standingNow(database, idOf(2));
    expect(gone.alignment).toBeUndefined();
    expect(await standingNow(database, idOf(9))).toEqual({});
  });
});

describe('the trash', () => {
  it('comes the latest removed first, as many as are asked for, and is counted without looking', async () => {
    await database.trash.bulkAdd([removedAs(1, 5), removedAs(2, 9), removedAs(3, 7)]);
    expect((await trashLines(database, 2)).map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
    expect(await trashCount(database)).toBe(3);
  });

  it('calls a page by its title where one is kept', async () => {
    await database.trash.add(removedAs(1, 5));
    expect((await trashLines(database, 50)).map(({ title }) => title)).toEqual(['https://lessons.example/1']);
  });
});
