import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { mostPins, mostRecents, pinSkill } from '../../lib/store/remembered-skills.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const minute = (count: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + count * 60_000);
const numbered = (number: number) => foundSkill({ uri: `https://skills.example/${number}` });
const align = (number: number, at: number) =>
  addAlignment(database, newAlignment({ skill: { ...numbered(number), taken: minute(at).toISOString() } }), minute(at));

describe('skills chosen lately', () => {
  it('are remembered with the alignment, as they were found', async () => {
    await align(1, 0);
    expect(await database.recents.toArray()).toEqual([
      { uri: numbered(1).uri, skill: numbered(1), at: minute(0).toISOString() },
    ]);
  });

  it('are not remembered where the alignment was not kept', async () => {
    await expect(
      addAlignment(database, newAlignment({ choice: { relation: 'teaches', fit: 'wrong' as never } }), minute(0)),
    ).rejects.toThrow();
    expect(await database.recents.count()).toBe(0);
  });

  it('are forgotten when there are too many, the one chosen longest ago first', async () => {
    for (let number = 0; number < mostRecents; number += 1) await align(number, number);
    await align(0, 100);
    await align(1000, 101);
    expect(await database.recents.count()).toBe(mostRecents);
    expect(await database.recents.get(numbered(0).uri)).toBeDefined();
    expect(await database.recents.get(numbered(1).uri)).toBeUndefined();
  });
});

describe('pinned skills', () => {
  it('stand until they are let go of', async () => {
    await pinSkill(database, numbered(1), true, minute(0));
    await pinSkill(database, numbered(1), true, minute(1));
    await pinSkill(database, numbered(2), true, minute(2));
    expect(await database.pins.orderBy('at').primaryKeys()).toEqual([numbered(1).uri, numbered(2).uri]);
    await pinSkill(database, numbered(1), false, minute(3));
    expect(await database.pins.toCollection().primaryKeys()).toEqual([numbered(2).uri]);
  });

  it('let go of the first where there are too many', async () => {
    for (let number = 0; number <= mostPins; number += 1)
      await pinSkill(database, numbered(number), true, minute(number));
    expect(await database.pins.count()).toBe(mostPins);
    expect(await database.pins.get(numbered(0).uri)).toBeUndefined();
  });
});
