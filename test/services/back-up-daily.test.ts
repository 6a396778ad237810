import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createBackUpDaily } from '../../lib/services/back-up-daily.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { backupsOver } from './backup-world.ts';
import { patient } from './support.ts';

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

const day = 86_400_000;

function setUp() {
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  const clock = { now: new Date('2026-04-01T08:00:00.000Z') };
  const full: boolean[] = [];
  let skills = 0;
  return {
    database,
    clock,
    full,
    backUp: () =>
      createBackUpDaily({
        database,
        now: () => clock.now,
        newId: () => crypto.randomUUID(),
        unlessRunning: (run) => run(),
        noteFull: async (isFull) => void full.push(isFull),
      })(patient),
    pass: (time: number) => {
      clock.now = new Date(clock.now.getTime() + time);
    },
    align: () => {
      skills += 1;
      const skill = { ...foundSkill({ uri: `https://skills.example/${skills}` }), taken: clock.now.toISOString() };
      return addAlignment(database, newAlignment({ skill }), clock.now);
    },
  };
}

describe('the automatic backup', () => {
  it('keeps the library once a day, and only where something changed', async () => {
    const { database, backUp, align, pass } = setUp();
    await backUp();
    expect(await database.backups.count()).toBe(0);
    await align();
    await backUp();
    await align();
    await backUp();
    expect(await database.backups.count()).toBe(1);
    pass(day);
    await backUp();
    pass(day);
    await backUp();
    expect((await database.backups.orderBy('at').toArray()).map(({ alignments }) => alignments)).toEqual([1, 2]);
  });

  it('can be restored', async () => {
    const { database, backUp, align, pass } = setUp();
    await align();
    await backUp();
    pass(day);
    await align();
    const [kept] = await database.backups.toArray();
    const { keeper } = backupsOver(database);
    const source = { kept: kept?.id ?? '' };
    await keeper.restore({ source, mode: 'replace', settings: {} }, () => {}, patient);
    expect(await database.alignments.count()).toBe(1);
    expect((await database.backups.toArray()).map(({ before }) => before).sort()).toEqual(['restore', undefined]);
  });

  it('keeps a few of them', async () => {
    const { database, backUp, align, pass } = setUp();
    for (let days = 0; days < 40; days += 1) {
      await align();
      await backUp();
      pass(day);
    }
    const kept = await database.backups.orderBy('at').reverse().toArray();
    expect(kept.map(({ alignments }) => alignments)).toEqual([40, 39, 38, 37, 36, 35, 29, 22]);
  });

  it('is left out quietly where there is no room, and says so', async () => {
    const { database, backUp, align, full, pass } = setUp();
    await align();
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.backups.hook('creating', refuse);
    await backUp();
    expect(full).toEqual([true]);
    expect(await database.backups.count()).toBe(0);
    database.backups.hook('creating').unsubscribe(refuse);
    pass(60_000);
    await backUp();
    expect(full).toEqual([true, false]);
  });

  it('does not wait for a future that a wrong clock made', async () => {
    const { database, backUp, align, pass } = setUp();
    await align();
    pass(30 * day);
    await backUp();
    pass(-30 * day);
    await align();
    await backUp();
    expect(await database.backups.count()).toBe(2);
  });
});
