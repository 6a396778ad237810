import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { makeRoom, roomWanted } from '../../lib/store/make-room.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';

const now = new Date('2026-03-10T10:00:00.000Z');
const day = (number: number) => `2026-03-0${number}T10:00:00.000Z`;

let database: PlumblineDatabase;
/** How many more transactions are refused; deleting alone always goes through. */
let refusals: number;

beforeEach(() => {
  refusals = 0;
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  database.use({
    stack: 'dbcore',
    name: 'full',
    create: (core: DBCore) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            if (name !== 'alignments' || refusals === 0) return table.mutate(request);
            refusals -= 1;
            return Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
          },
        };
      },
    }),
  });
});
afterEach(() => database.delete());

const origin = { from: 'extension' as const };
const framework = { id: 'old', uri: 'https://skills.example/f', name: 'Old', origin, skills: 1000, imported: day(1) };

/** What gives way, in the order in which it does: each is of use a day later than the one before it. */
async function keepForConvenience({ bytes = 10 } = {}): Promise<void> {
  const body = new Blob(['x'.repeat(bytes)]);
  await database.shelf.put({ id: 'old', state: 'retired', framework, at: day(1) });
  await database.branches.put({ framework: 'old', node: '', children: [] });
  const answer = { registry: registryId, skills: [foundSkill()], at: 0 };
  await database.answers.put({ ...answer, query: 'slope', used: Date.parse(day(2)) });
  const backup = { mark: '', alignments: 1, body };
  await database.backups.put({ ...backup, id: 'older', at: day(3) });
  await database.stages.put({ id: 'doc', name: 'doc', address: '', body, at: day(4), origin, validators: {} });
  await database.backups.put({ ...backup, id: 'newest', at: day(5) });
}

const left = async () => ({
  shelf: (await database.shelf.toArray()).map(({ id, state }) => `${id} ${state}`),
  branches: await database.branches.count(),
  answers: await database.answers.count(),
  stages: await database.stages.count(),
  backups: (await database.backups.toArray()).map(({ id }) => id),
});
const nothingButTheNewestBackup = { shelf: ['old dropped'], branches: 0, answers: 0, stages: 0, backups: ['newest'] };

describe('on a full disk', () => {
  it('a save goes through once what is kept for convenience has given way', async () => {
    await keepForConvenience();
    refusals = 1;
    const made = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    expect(await database.alignments.get(made.id)).toEqual(made);
    expect(await database.outbox.count()).toBe(1);
    expect(await database.history.count()).toBe(1);
    expect(await left()).toEqual(nothingButTheNewestBackup);
  });

  it('a save is tried once more and no oftener, and what people made stays', async () => {
    const kept = await addAlignment(database, newAlignment(), now);
    await keepForConvenience();
    refusals = Number.POSITIVE_INFINITY;
    const other = newAlignment({ choice: { relation: 'assesses', fit: 'major' }, publishTo: [registryId] });
    await expect(addAlignment(database, other, now)).rejects.toMatchObject({ problem: { code: 'S201' } });
    expect(await database.alignments.toArray()).toEqual([kept]);
    expect(await database.outbox.count()).toBe(0);
    expect(await left()).toEqual(nothingButTheNewestBackup);
  });

  it('is not tried again where nothing could give way', async () => {
    refusals = 1;
    await expect(addAlignment(database, newAlignment(), now)).rejects.toMatchObject({ problem: { code: 'S201' } });
    expect(await database.alignments.count()).toBe(0);
  });

  it('is not what any other failure is taken for', async () => {
    await keepForConvenience();
    await addAlignment(database, newAlignment(), now);
    const before = await left();
    const made = newAlignment({ choice: { relation: 'teaches', fit: 'exact', note: 'x'.repeat(2001) } });
    await expect(addAlignment(database, made, now)).rejects.toMatchObject({ problem: { code: 'S202' } });
    expect(await left()).toEqual(before);
  });
});

describe('making room', () => {
  it('stops once enough has gone, and leaves what was of use last', async () => {
    await keepForConvenience({ bytes: roomWanted });
    expect(await makeRoom(database)).toBe(true);
    expect(await left()).toEqual({
      shelf: ['old dropped'],
      branches: 0,
      answers: 0,
      stages: 1,
      backups: ['newest'],
    });
  });

  it('leaves frameworks that are in use or just arriving, and what a restore is taken back by', async () => {
    await database.shelf.put({ id: 'new', state: 'arriving', at: day(1) });
    await database.frameworks.put({ ...framework, id: 'kept' });
    await database.branches.put({ framework: 'kept', node: '', children: [] });
    const backup = { mark: '', alignments: 1, body: new Blob(['x']) };
    await database.backups.bulkPut([
      { ...backup, id: 'way back', at: day(1), before: 'restore' },
      { ...backup, id: 'newest', at: day(2) },
    ]);
    expect(await makeRoom(database)).toBe(false);
    expect(await database.backups.count()).toBe(2);
    expect(await database.branches.count()).toBe(1);
    expect(await database.shelf.count()).toBe(1);
  });
});
