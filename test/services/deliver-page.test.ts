import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { outboxId } from '../../lib/domain/outbox-entry.ts';
import { registries } from '../../lib/registries/index.ts';
import { addAlignment, changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { dropEntry } from '../../lib/store/outbox.ts';
import { restoreAlignments } from '../../lib/store/trash.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { registryId } from '../support/samples.ts';
import { makeWorld, type OutboxWorld, published } from './outbox-world.ts';
import { pageAdapter, standingInPages } from './page-registry.ts';

let practice: PracticeRegistry;
let world: OutboxWorld;
const adapters = { ...registries, cass: pageAdapter };
beforeAll(async () => {
  practice = await startPracticeRegistry();
});
beforeEach(async () => {
  practice.order({ clear: true, forget: true });
  world = await makeWorld(practice, { adapters });
});
afterEach(() => world.end());
afterAll(() => practice.close());

const at = (here = world) => new Date(here.clock.now);
const save = (skill: string, here = world) => addAlignment(here.database, published(skill), at(here));
const requests = () => practice.requests().filter(({ path }) => path.startsWith('/inbox'));
const lines = (here = world) =>
  here.database.history.filter(({ from }) => from === 'outbox').toArray((all) => all.map(({ what }) => what));
const states = async (here = world) => (await here.database.outbox.toArray()).map(({ state }) => state).sort();

it('sends all alignments of a page in one request and settles each of them', async () => {
  const kept = [await save('a'), await save('b'), await save('c')];
  const before = requests().length;
  await world.drain();
  expect(requests().slice(before)).toMatchObject([{ method: 'PUT', status: 201, key: expect.any(String) }]);
  expect(standingInPages(practice)).toEqual(kept.map(({ id }) => `${id}@1`).sort());
  expect(await states()).toEqual(['delivered', 'delivered', 'delivered']);
  expect(await lines()).toEqual(['published', 'published', 'published']);
  await world.drain();
  expect(requests().length).toBe(before + 1);
});

it('sends along what stands there, in its newest words, and tells the history only what is new', async () => {
  const [first, second] = [await save('a'), await save('b')];
  await world.drain();
  const choice = { relation: 'assesses', fit: 'major' } as const;
  await changeAlignment(world.database, { id: first.id, revision: 1, choice, publishTo: [] }, at());
  const third = await save('c');
  await world.drain();
  expect(standingInPages(practice)).toEqual([`${first.id}@2`, `${second.id}@1`, `${third.id}@1`].sort());
  const receipts = (await world.database.outbox.toArray()).map(({ alignment, receipt }) => [
    alignment,
    receipt?.revision,
  ]);
  expect(new Map(receipts as [string, number][]).get(first.id)).toBe(2);
  expect(await lines()).toEqual(['published', 'published', 'published', 'published']);
});

it('sends the rest again where one is withdrawn, and takes the object away with the last', async () => {
  const [first, second] = [await save('a'), await save('b')];
  await world.drain();
  await removeAlignment(world.database, first, at());
  await world.drain();
  expect(standingInPages(practice)).toEqual([`${second.id}@1`]);
  expect(await states()).toEqual(['delivered', 'withdrawn']);
  await removeAlignment(world.database, second, at());
  await world.drain();
  expect(practice.endpoint().size).toBe(0);
  expect(await states()).toEqual(['withdrawn', 'withdrawn']);
  expect(await lines()).toEqual(['published', 'published', 'withdrawn', 'withdrawn']);
  await restoreAlignments(world.database, [first.id], at());
  await world.settle();
  expect(standingInPages(practice)).toEqual([`${first.id}@2`]);
});

it('names a try as the one before it, and by another name once it says something else', async () => {
  await save('a');
  practice.order({ faults: [{ kind: 'status', status: 503, method: 'PUT', times: 2 }] });
  const before = requests().length;
  await world.drain();
  world.clock.now += 3_600_000;
  await world.drain();
  await save('b');
  world.clock.now += 3_600_000;
  await world.settle();
  const keys = requests()
    .slice(before)
    .map(({ key }) => key);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys[2]).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

it('gives a page another name where something left it between two tries', async () => {
  const first = await save('a');
  await world.drain();
  const second = await save('b');
  practice.order({ faults: [{ kind: 'drop', method: 'PUT', times: 1 }] });
  await world.drain();
  await dropEntry(world.database, outboxId(registryId, first.id));
  await world.settle();
  expect(standingInPages(practice)).toEqual([`${second.id}@1`]);
});

it('leaves one page with each delivery told once, wherever the worker dies', async () => {
  let deaths = 0;
  for (let died = true, dieAt = 1; died; dieAt += 1) {
    expect(dieAt).toBeLessThan(200);
    practice.order({ clear: true, forget: true });
    const here = await makeWorld(practice, { adapters });
    const kept = [await save('a', here), await save('b', here), await save('c', here)];
    await here.drain();
    const [gone, ...rest] = kept;
    if (gone) await removeAlignment(here.database, gone, at(here));
    const added = await save('d', here);
    died = (await here.drain({ dieAt })).isDead();
    if (died) deaths += 1;
    await here.settle();
    expect(standingInPages(practice)).toEqual([...rest, added].map(({ id }) => `${id}@1`).sort());
    expect((await lines(here)).sort()).toEqual(['published', 'published', 'published', 'published', 'withdrawn']);
    expect(await states(here)).toEqual(['delivered', 'delivered', 'delivered', 'withdrawn']);
    await here.end();
  }
  expect(deaths).toBeGreaterThan(10);
}, 30_000);

it('leaves the address where a page stood before, and does so before it stands at the new one', async () => {
  const [first] = [await save('a'), await save('b')];
  await world.drain();
  const moved = {
    ...pageAdapter,
    addressOf: (...given: Parameters<NonNullable<typeof pageAdapter.addressOf>>) =>
      `${pageAdapter.addressOf?.(...given)}%2Fmoved`,
  };
  moved.publish = async (connection, publication, signal) => {
    expect(practice.endpoint().size).toBe(0);
    return pageAdapter.publish?.(connection, publication, signal) ?? Promise.reject(new Error('no publish'));
  };
  const elsewhere = await makeWorld(practice, { adapters: { ...registries, cass: moved } });
  await elsewhere.database.alignments.bulkPut(await world.database.alignments.toArray());
  await elsewhere.database.outbox.bulkPut(await world.database.outbox.toArray());
  const choice = { relation: 'requires', fit: 'major' } as const;
  await changeAlignment(elsewhere.database, { ...first, choice, publishTo: [registryId] }, at());
  await elsewhere.drain();
  expect(await states(elsewhere)).toEqual(['delivered', 'delivered']);
  await elsewhere.end();
});
