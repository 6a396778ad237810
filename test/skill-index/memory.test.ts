import { afterEach, expect, it, vi } from 'vitest';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { keep, type LookupRow, mostBytes, recall, remember } from '../../lib/skill-index/memory.ts';
import { freshDatabase, namesFor, skill } from './support.ts';

afterEach(() => vi.restoreAllMocks());

/** How often each object store was read while `work` ran, by requests. */
async function readsDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const reads: Record<string, number> = {};
  for (const method of ['get', 'getAll'] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...of: unknown[]) {
      reads[this.name] = (reads[this.name] ?? 0) + 1;
      return Reflect.apply(original, this, of);
    });
  }
  await work();
  vi.restoreAllMocks();
  return reads;
}

it('reads the rows of a word once, and then only which segments are live and the skills', async () => {
  const database = await freshDatabase();
  const index = openSkillIndex(database);
  await index.add([skill('Slope of a line')]);
  expect(await readsDuring(() => index.search('slope'))).toEqual({ skillSegments: 1, skillTerms: 1, skills: 1 });
  expect(await readsDuring(() => openSkillIndex(database).search('slopes'))).toEqual({ skillSegments: 1, skills: 1 });
});

it('remembers the words that a misspelt one was compared with', async () => {
  const index = openSkillIndex(await freshDatabase());
  await index.add([skill('Slope of a line')]);
  await index.search('slpoe');
  expect(await readsDuring(() => index.search('slpoe'))).toEqual({ skillSegments: 1, skills: 1 });
});

it('notices what another index over the same database added, replaced and removed, under an id that is given again', async () => {
  const database = await freshDatabase();
  const reader = openSkillIndex(database);
  const writer = openSkillIndex(database);
  expect(await namesFor(reader, 'slope')).toEqual([]);
  await writer.add([skill('Slope of a line')], { framework: 'maths' });
  expect(await namesFor(reader, 'slope')).toEqual(['Slope of a line']);
  await writer.remove('maths');
  await writer.add([skill('A roof and its slope')], { framework: 'maths' });
  expect(await namesFor(reader, 'slope')).toEqual(['A roof and its slope']);
  await writer.add([skill('Sloping'), skill('Horses')], { framework: 'maths', replace: true });
  expect(await namesFor(reader, 'slope')).toEqual(['Sloping']);
  await writer.remove('maths');
  expect(await namesFor(reader, 'slope')).toEqual([]);
});

it('keeps to other frameworks what it remembers of all', async () => {
  const index = openSkillIndex(await freshDatabase());
  await index.add([skill('Slope of a line')], { framework: 'maths' });
  await index.add([skill('Slope of a roof')], { framework: 'building' });
  const within = async (framework: string) =>
    (await index.search('slope', { frameworks: [framework] })).map((hit) => hit.skill.name);
  expect(await within('maths')).toEqual(['Slope of a line']);
  expect(await within('building')).toEqual(['Slope of a roof']);
});

it('forgets the rows that were not used for longest when there is no more room', async () => {
  const memory = remember((await freshDatabase()).backendDB(), [
    { id: 1, token: 'a', framework: '', state: 'live', count: 9, languages: [] },
  ]);
  const row: LookupRow = { segment: 1, words: 'x'.repeat(mostBytes / 3 - 1000) };
  for (const key of [1, 2, 3]) keep(memory, 'skillSpellings', key, [row]);
  expect(recall(memory, 'skillSpellings', 1)).toEqual([row]);
  keep(memory, 'skillSpellings', 4, [row]);
  expect([1, 2, 3, 4].map((key) => recall(memory, 'skillSpellings', key) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(memory.bytes).toBeLessThanOrEqual(mostBytes);
});

it('neither reads nor keeps a segment whose rows have the shape of before', async () => {
  const database = await freshDatabase();
  const transaction = database.backendDB().transaction(['skillSegments', 'skillTerms'], 'readwrite');
  transaction
    .objectStore('skillSegments')
    .put({ id: 7, framework: 'old', state: 'live', count: 1, languages: ['en'] }, 7);
  transaction
    .objectStore('skillTerms')
    .put({ segment: 7, terms: 'slope', postings: new Uint8Array([1, 2, 1, 129]) }, ['slop', 7, 0]);
  const index = openSkillIndex(database);
  expect(await index.search('slope')).toEqual([]);
  await index.add([skill('Slope')], { framework: 'new' });
  expect(await namesFor(index, 'slope')).toEqual(['Slope']);
  const keys = database.backendDB().transaction('skillTerms').objectStore('skillTerms').getAllKeys();
  await new Promise((resolve) => keys.addEventListener('success', resolve));
  expect(keys.result.filter((key) => Array.isArray(key) && key[1] === 7)).toEqual([]);
});
