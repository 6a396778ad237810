import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryState } from '../../lib/domain/outbox-entry.ts';
import { countIn, deliveryCounts, type OutboxFilter, outboxLines, problemAt } from '../../lib/queries/outbox.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { deliveryOf, idOf, keptAs, removedAs } from '../support/library-rows.ts';
import { registryId } from '../support/samples.ts';

const other = 'c0ffee00-0000-4000-8000-000000000001';
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const shown = async (filter: OutboxFilter, limit = 50) =>
  (await outboxLines(database, filter, limit)).map(({ entry }) => entry.alignment);

describe('the lines of the outbox', () => {
  beforeEach(() =>
    database.outbox.bulkAdd([
      deliveryOf(1, { state: 'queued', nextTry: 20 }),
      deliveryOf(2, { state: 'queued', nextTry: 10 }),
      deliveryOf(3, { state: 'failed' }),
      deliveryOf(4, { state: 'paused', registry: other }),
      deliveryOf(5, { state: 'delivered', nextTry: 5 }),
      deliveryOf(6, { state: 'delivered', nextTry: 6 }),
      deliveryOf(7, { state: 'sending', registry: other }),
    ]),
  );

  it('come with what waits for the person first, then by the next try, without what is done', async () => {
    expect(await shown({ state: 'open' })).toEqual([3, 4, 7, 2, 1].map(idOf));
  });

  it('are cut where as many as asked for are found', async () => {
    expect(await shown({ state: 'open' }, 4)).toEqual([3, 4, 7, 2].map(idOf));
  });

  it('can be those of one state, what is done the latest first', async () => {
    expect(await shown({ state: 'delivered' })).toEqual([6, 5].map(idOf));
    expect(await shown({ state: 'withdrawn' })).toEqual([]);
  });

  it('can be those of one registry, in every state alike', async () => {
    expect(await shown({ state: 'open', registry: other })).toEqual([4, 7].map(idOf));
    for (const state of DeliveryState.options) {
      const of = (await outboxLines(database, { state, registry: other }, 50)).map(({ entry }) => entry);
      expect(of.every((entry) => entry.registry === other && entry.state === state)).toBe(true);
    }
  });

  it('are as many as the counts say, without any being counted', async () => {
    const counts = await deliveryCounts(database);
    for (const state of ['open', ...DeliveryState.options] as const) {
      for (const registry of [undefined, registryId, other, idOf(99)]) {
        const filter = { state, registry };
        expect(countIn(counts, filter), `${state} at ${registry}`).toBe((await shown(filter)).length);
      }
    }
  });
});

it('says of each line what it carries: an alignment that stands, one in the trash, a statement, or what is gone', async () => {
  await database.alignments.add(keptAs(1));
  await database.resources.add({
    address: 'https://lessons.example/1',
    fields: { title: [{ value: 'Reading a graph', by: 'json-ld' }] },
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
  });
  await database.trash.add(removedAs(2, 0));
  await database.skillAlignments.add({
    id: idOf(3),
    subject: { uri: 'https://skills.example/a', name: 'Slope' },
    relation: 'broad',
    object: { uri: 'https://skills.example/b', name: 'Ratios' },
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
  });
  await database.outbox.bulkAdd([
    deliveryOf(1),
    deliveryOf(2, { action: 'withdraw' }),
    deliveryOf(3, { of: 'skill' }),
    deliveryOf(4),
  ]);
  const lines = await outboxLines(database, { state: 'open' }, 50);
  expect(lines.map(({ known, skills }) => [known?.title, known?.removed, skills?.object.name])).toEqual([
    ['Reading a graph', false, undefined],
    ['https://lessons.example/2', true, undefined],
    [undefined, undefined, 'Ratios'],
    [undefined, undefined, undefined],
  ]);
});

it('says why a registry is stuck, what is paused before what failed, and nothing of what is only on its way', async () => {
  const problem = (code: string) => ({ problem: { code, message: code } });
  await database.outbox.add(deliveryOf(1, problem('R500')));
  expect(await problemAt(database, registryId)).toBeUndefined();
  await database.outbox.bulkAdd([
    deliveryOf(2, { state: 'failed', ...problem('R400') }),
    deliveryOf(3, { state: 'paused', ...problem('R401') }),
  ]);
  expect((await problemAt(database, registryId))?.code).toBe('R401');
  expect(await problemAt(database, other)).toBeUndefined();
});
