import { describe, expect, it } from 'vitest';
import { type IndexDatabase, openSkillIndex, skillIndexStores } from '../../lib/skill-index/index.ts';
import { freshDatabase, freshIndex, namesFor, skill } from './support.ts';

const maths = Array.from({ length: 1200 }, (_, number) => skill(`Slope ${number}`, { code: `M.${number}` }));
const roofs = Array.from({ length: 300 }, (_, number) => skill(`Roof with a slope ${number}`));

/** How many rows each object store has. */
async function rowCounts({ backendDB }: IndexDatabase): Promise<Record<string, number>> {
  const names = Object.keys(skillIndexStores);
  const transaction = backendDB().transaction(names, 'readonly');
  const counts = names.map(
    (name) =>
      new Promise<[string, number]>((resolve, reject) => {
        const request = transaction.objectStore(name).count();
        request.onsuccess = () => resolve([name, request.result]);
        request.onerror = () => reject(request.error);
      }),
  );
  return Object.fromEntries(await Promise.all(counts));
}

/** The same database, whose context dies when it opens its nth writing transaction: nothing happens after that. */
function dyingAt(database: IndexDatabase, nth: number): IndexDatabase {
  let writings = 0;
  const backend = new Proxy(database.backendDB(), {
    get(target, property) {
      if (property !== 'transaction') return Reflect.get(target, property, target);
      return (stores: string[], mode: IDBTransactionMode) => {
        if (mode === 'readwrite') writings++;
        if (writings >= nth) throw new Error('killed');
        return target.transaction(stores, mode);
      };
    },
  });
  return { open: async () => {}, backendDB: () => backend };
}

describe('adding and removing', () => {
  it('adds beside what is there, and replaces it on request', async () => {
    const index = await freshIndex();
    await index.add([skill('Slope')], { framework: 'maths' });
    await index.add([skill('Sloping')], { framework: 'maths' });
    expect(await namesFor(index, 'slop')).toEqual(['Slope', 'Sloping']);
    await index.add([skill('Slopes')], { framework: 'maths', replace: true });
    expect(await namesFor(index, 'slop')).toEqual(['Slopes']);
  });

  it('removes a framework and no other, and leaves no row behind', async () => {
    const database = await freshDatabase();
    const index = openSkillIndex(database);
    await index.add(roofs, { framework: 'roofs' });
    const before = await rowCounts(database);
    await index.add(maths, { framework: 'maths' });
    await index.remove('maths');
    expect(await rowCounts(database)).toEqual(before);
    expect(await namesFor(index, 'slope', 2000)).toHaveLength(300);
    await index.remove('roofs');
    await index.remove('never added');
    expect(Object.values(await rowCounts(database))).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes skills as they come from an async iterable, and tells how many it has', async () => {
    const index = await freshIndex();
    const told: number[] = [];
    async function* coming() {
      yield* maths;
    }
    await index.add(coming(), { onProgress: (done) => told.push(done) });
    expect(told).toEqual([1024, 1200]);
    expect(await namesFor(index, 'slope', 2000)).toHaveLength(1200);
  });

  it('lets writers take turns', async () => {
    const index = await freshIndex();
    await Promise.all([
      index.add(maths, { framework: 'maths' }),
      index.add(roofs, { framework: 'roofs' }),
      index.remove('maths'),
      index.add([skill('Slope')], { framework: 'more' }),
    ]);
    expect(await namesFor(index, 'slope', 2000)).toHaveLength(301);
  });

  it('asks for the lock that it was given, around every writing', async () => {
    const asked: string[] = [];
    const locks = {
      request: <T>(name: string, work: () => Promise<T>) => {
        asked.push(name);
        return work();
      },
    };
    const database = await freshDatabase();
    const index = openSkillIndex(database, locks);
    await index.add(maths);
    await index.remove('maths');
    await index.search('slope');
    const name = `skill-index ${database.backendDB().name}`;
    expect(asked).toEqual([name, name]);
  });
});

describe('being cut short', () => {
  it('shows nothing of an adding that is aborted, and leaves no row of it', async () => {
    const database = await freshDatabase();
    const index = openSkillIndex(database);
    await index.add(roofs, { framework: 'roofs' });
    const before = await rowCounts(database);
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const onProgress = (done: number) => done > 1000 && controller.abort(reason);
    const adding = index.add(maths, { framework: 'roofs', replace: true, signal: controller.signal, onProgress });
    await expect(adding).rejects.toBe(reason);
    expect(await rowCounts(database)).toEqual(before);
    expect(await namesFor(index, 'roof', 2000)).toHaveLength(300);
  });

  it('shows nothing of an adding whose skills stop coming with an error', async () => {
    const database = await freshDatabase();
    const index = openSkillIndex(database);
    function* broken() {
      yield* maths;
      throw new Error('line 1201 is broken');
    }
    await expect(index.add(broken())).rejects.toThrow('line 1201 is broken');
    expect(Object.values(await rowCounts(database))).toEqual([0, 0, 0, 0, 0]);
    await index.add([skill('Slope')]);
    expect(await namesFor(index, 'slope')).toEqual(['Slope']);
  });

  it('shows the old state or the new one, killed at any writing, and recovers at the next', async () => {
    const some = maths.slice(0, 40);
    const seen = new Set<number>();
    let finished = false;
    for (let nth = 1; !finished; nth++) {
      expect(nth).toBeLessThan(100);
      const database = await freshDatabase();
      const index = openSkillIndex(database);
      await index.add(roofs.slice(0, 20), { framework: 'both' });
      const dying = openSkillIndex(dyingAt(database, nth));
      finished = await dying.add(some, { framework: 'both', replace: true }).then(
        () => true,
        () => false,
      );
      const visible = (await index.search('slope', { limit: 100 })).length;
      seen.add(visible);
      await index.add(some, { framework: 'both', replace: true });
      const clean = await freshDatabase();
      await openSkillIndex(clean).add(some, { framework: 'both' });
      expect(await rowCounts(database)).toEqual(await rowCounts(clean));
      expect(visible).toBe(finished ? 40 : 20);
    }
    expect(Array.from(seen)).toEqual([20, 40]);
  });

  it('hides a framework at once, killed in the middle of removing it', async () => {
    const database = await freshDatabase();
    await openSkillIndex(database).add(maths, { framework: 'maths' });
    await expect(openSkillIndex(dyingAt(database, 3)).remove('maths')).rejects.toThrow('killed');
    const index = openSkillIndex(database);
    expect(await index.search('slope')).toEqual([]);
    await index.remove('');
    expect(Object.values(await rowCounts(database))).toEqual([0, 0, 0, 0, 0]);
  });
});
