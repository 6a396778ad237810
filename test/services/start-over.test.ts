import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetKey } from '../../lib/domain/reset.ts';
import { everythingKept } from '../../lib/queries/everything.ts';
import { createStartOver, type StartOverNeeds } from '../../lib/services/start-over.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import { pinSkill } from '../../lib/store/remembered-skills.ts';
import { eraseRemoved } from '../../lib/store/trash.ts';
import { area } from '../messaging/extension.ts';
import { keptFramework } from '../support/frameworks.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';

const now = () => Date.parse('2026-03-02T10:00:00.000Z');
let database: PlumblineDatabase;
let local: ReturnType<typeof area>;
let session: ReturnType<typeof area>;
const begin = vi.fn(async () => {});
const givePermissionsBack = vi.fn(async () => {});

beforeEach(async () => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  local = area();
  session = area();
  begin.mockClear();
  givePermissionsBack.mockClear();
  await putRegistry(database, {
    ...{ id: registryId, kind: 'cass', name: 'Practice', address: 'https://cass.example', enabled: true },
    created: '2026-03-01T10:00:00.000Z',
  });
  await addAlignment(database, newAlignment({ publishTo: [registryId] }), new Date(now()));
  await pinSkill(database, foundSkill(), true, new Date(now()));
  await database.frameworks.bulkPut([keptFramework(), keptFramework({ id: 'mine', uri: 'urn:example:mine' })]);
  await database.identity.put({
    ...{ id: 'own', name: 'Marta Osei', organisation: '' },
    key: { did: 'did:key:z6Mk', privateKey: {} as CryptoKey, made: '2026-03-01T10:00:00.000Z' },
  });
  await local.set({ [`token:${registryId}`]: 'tok-123', preferences: { menus: false }, drafts: ['draft:1::x'] });
  await session.set({ [`access:${registryId}`]: 'acc-1' });
});
afterEach(() => database.delete());

function made(over: Partial<StartOverNeeds> = {}) {
  return createStartOver({
    ...{ database, local, clearSession: session.clear, givePermissionsBack, begin, now },
    undisturbed: (run) => run(),
    ...over,
  });
}

/** How many rows each table has, those without any left out. */
async function rows(): Promise<Record<string, number>> {
  const counts = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const));
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
const erased = { [resetKey]: JSON.stringify({ state: 'erased', at: now(), forgetKey: true }) };

it('counts all that would go, each thing by itself', async () => {
  const { counts, total, standing, hasKey } = await everythingKept(database);
  expect(counts).toMatchObject({ alignments: 1, resources: 1, waiting: 1, history: 1, registries: 1, pins: 1 });
  // What comes with the extension comes back.
  expect(counts.frameworks).toBe(1);
  expect(total).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  expect([standing, hasKey]).toEqual([0, true]);
});

describe('starting over', () => {
  it('erases every table, the tokens, the preferences and the drafts, and begins as after an installation', async () => {
    await made().startOver({ forgetKey: true });
    expect(await rows()).toEqual({});
    expect(Object.fromEntries(local.kept)).toEqual(erased);
    expect(session.kept.size).toBe(0);
    expect([begin.mock.calls.length, givePermissionsBack.mock.calls.length]).toEqual([1, 1]);
    expect((await everythingKept(database)).total).toBe(0);
  });

  it('leaves who signs where the person does not want that to go', async () => {
    await made().startOver({ forgetKey: false });
    expect(await rows()).toEqual({ identity: 1 });
    expect((await database.identity.get('own'))?.name).toBe('Marta Osei');
  });

  it('counts rightly what is kept from then on', async () => {
    await made().startOver({ forgetKey: true });
    await addAlignment(database, newAlignment(), new Date(now()));
    await eraseRemoved(database, { alignments: [] }, new Date(now()));
    expect((await everythingKept(database)).counts).toMatchObject({ alignments: 1, waiting: 0, trash: 0 });
  });

  it('says so where the database cannot be emptied, and erases nothing', async () => {
    const before = await rows();
    database.close();
    await expect(made().startOver({ forgetKey: true })).rejects.toThrow();
    await database.open();
    expect(await rows()).toEqual(before);
    expect(local.kept.has(`token:${registryId}`)).toBe(true);
  });

  it('waits until nobody imports', async () => {
    let letGo = () => {};
    const free = new Promise<void>((done) => {
      letGo = done;
    });
    const going = made({ undisturbed: (run) => free.then(run) }).startOver({ forgetKey: true });
    expect(await database.alignments.count()).toBe(1);
    letGo();
    await going;
    expect(await rows()).toEqual({});
  });
});

describe('a worker that dies while it erases', () => {
  const death = new Error('the worker died');
  const dying = async () => {
    throw death;
  };

  it.each<[string, () => Partial<StartOverNeeds>]>([
    ['before anything is erased', () => ({ undisturbed: dying })],
    ['after the database', () => ({ clearSession: dying })],
    ['after the session', () => ({ local: { ...local, remove: dying } })],
    ['after the storage', () => ({ givePermissionsBack: dying })],
  ])('%s: the next one ends it', async (_, over) => {
    await expect(made(over()).startOver({ forgetKey: true })).rejects.toThrow(death);
    expect(begin).not.toHaveBeenCalled();
    await made().finish();
    expect(await rows()).toEqual({});
    expect(Object.fromEntries(local.kept)).toEqual(erased);
    expect(session.kept.size).toBe(0);
    expect(begin).toHaveBeenCalledOnce();
  });

  it('is not gone on with twice, and never without having been asked', async () => {
    const before = await rows();
    await made().finish();
    expect(await rows()).toEqual(before);
    await made().startOver({ forgetKey: true });
    await addAlignment(database, newAlignment(), new Date(now()));
    await made().finish();
    expect(await database.alignments.count()).toBe(1);
    expect(begin).toHaveBeenCalledOnce();
  });
});
