import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LearningResourceDraft, Said } from '../../lib/domain/learning-resource.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { keepResource } from '../../lib/store/resources.ts';

const address = 'https://lessons.example/graph';
const now = new Date('2026-03-01T10:00:00.000Z');
const said = (value: string, by: Said['by']): Said[] => [{ value, by }];
const read: LearningResourceDraft = {
  address,
  canonical: `${address}?v=1`,
  fields: { title: said('Reading a graph', 'json-ld'), level: said('Grade 8', 'person'), author: said('Ada', 'meta') },
};

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

it('takes the newest reading of a page as a whole', async () => {
  await keepResource(database, read, now);
  const again = { address, fields: { title: said('Reading two graphs', 'json-ld') } };
  await keepResource(database, again, now);
  expect(await database.resources.get(address)).toEqual({ ...again, modified: now.toISOString(), revision: 2 });
});

it.each(['tab', 'person'] as const)(
  'keeps what a page said when all that is known by now is what the %s says',
  async (by) => {
    await keepResource(database, read, now);
    await keepResource(database, { address, fields: { title: said('graph.pdf', by) } }, now);
    expect(await database.resources.get(address)).toMatchObject({
      canonical: read.canonical,
      fields: { ...read.fields, title: said('graph.pdf', by) },
      revision: 2,
    });
    await keepResource(database, { address, fields: {} }, now);
    expect(await database.resources.get(address)).toMatchObject({
      fields: { author: said('Ada', 'meta') },
      revision: 3,
    });
  },
);
