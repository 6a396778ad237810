import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearningResource } from '../../lib/domain/learning-resource.ts';
import { labelOf } from '../../lib/domain/resource-label.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

function page(number: number, ...kinds: string[]): LearningResource {
  const type = kinds.map((value) => ({ value, by: 'json-ld' as const }));
  const address = `https://www.lessons.example/${number}/`;
  return { address, fields: { type }, modified: '2026-03-01T10:00:00.000Z', revision: 1 };
}

/** Fails where a page has no label, or another than its own, or a label has no page. */
async function expectTrueLabels(): Promise<void> {
  const pages = await database.resources.toArray();
  expect(await database.labels.toArray()).toEqual(pages.map(labelOf));
}

describe('the labels of pages', () => {
  it('follow every kind of write', async () => {
    await database.resources.bulkAdd([page(1, 'Lesson'), page(2), page(3), page(4)]);
    await expectTrueLabels();
    await database.resources.put(page(2, 'Quiz', 'Lesson', 'Quiz'));
    await database.resources.bulkPut([page(2, 'Quiz'), page(2, 'Video'), page(5)]);
    await expectTrueLabels();
    await database.resources.update(page(1).address, { fields: {} });
    await database.resources.delete(page(3).address);
    await database.resources.where('address').above(page(4).address).delete();
    await expectTrueLabels();
    expect(await database.labels.where('plain').startsWith('lessons.example/').count()).toBe(3);
    await database.resources.clear();
    await expectTrueLabels();
  });

  it('are as before where a write is given up, or a row of many is refused', async () => {
    await database.resources.add(page(1));
    const givenUp = database.transaction('rw', database.resources, async () => {
      await database.resources.add(page(2));
      throw new Error('given up');
    });
    await expect(givenUp).rejects.toThrow('given up');
    await database.transaction('rw', database.resources, async () => {
      await database.resources.bulkAdd([page(1, 'Quiz'), page(3)]).catch(() => {});
    });
    expect((await database.resources.toArray()).map(({ address }) => address)).toEqual([
      page(1).address,
      page(3).address,
    ]);
    await expectTrueLabels();
  });

  it('are not written where nothing of them changed', async () => {
    await database.resources.add(page(1, 'Lesson'));
    const written: unknown[] = [];
    database.labels.hook('creating', (key) => void written.push(key));
    database.labels.hook('updating', (_changes, key) => void written.push(key));
    await database.resources.put({ ...page(1, 'Lesson'), revision: 2 });
    expect(written).toEqual([]);
  });
});

describe('where a label cannot be written', () => {
  it('no page is, even if whoever asked for it goes on', async () => {
    database.use({
      stack: 'dbcore',
      name: 'broken',
      create: (core: DBCore) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          if (name !== 'labels') return table;
          return { ...table, mutate: () => Promise.reject(new Error('no label')) as ReturnType<typeof table.mutate> };
        },
      }),
      level: -1,
    });
    const goesOn = database.transaction('rw', database.resources, () =>
      database.resources.add(page(1)).catch(() => {}),
    );
    await expect(goesOn).rejects.toThrow();
    expect(await database.resources.count()).toBe(0);
  });
});
