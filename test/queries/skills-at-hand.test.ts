import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { skillsAtHand } from '../../lib/queries/skills-at-hand.ts';
import { addAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { pinSkill } from '../../lib/store/remembered-skills.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const here = 'https://lessons.example/here';
const minute = (count: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + count * 60_000);
const named = (name: string) => foundSkill({ uri: `https://skills.example/${name}`, name });
const align = (page: string, name: string, at: number) =>
  addAlignment(
    database,
    newAlignment({
      resource: { address: `https://lessons.example/${page}`, fields: {} },
      skill: { ...named(name), taken: minute(at).toISOString() },
    }),
    minute(at),
  );
async function atHand() {
  const { pinned, lastPage, recent } = await skillsAtHand(database, here);
  return [pinned, lastPage, recent].map((skills) => skills.map(({ name }) => name));
}

it('is nothing in the beginning', async () => {
  expect(await atHand()).toEqual([[], [], []]);
});

it('is what was pinned, what the last other page was aligned to, and what was chosen lately besides', async () => {
  await align('first', 'Old', 0);
  await align('second', 'Slope', 1);
  await align('second', 'Chart', 2);
  await align('here', 'Graph', 3);
  await pinSkill(database, named('Chart'), true, minute(4));
  await pinSkill(database, named('Pinned'), true, minute(5));
  expect(await atHand()).toEqual([['Chart', 'Pinned'], ['Slope'], ['Graph', 'Old']]);
});

it('takes the page before where nothing is left of the last one', async () => {
  await align('first', 'Old', 0);
  const { id, revision } = await align('second', 'Slope', 1);
  await removeAlignment(database, { id, revision }, minute(2));
  expect((await atHand())[1]).toEqual(['Old']);
});

it('answers skills as they were found, without what makes a snapshot of them', async () => {
  await align('second', 'Slope', 1);
  expect((await skillsAtHand(database, here)).lastPage).toEqual([named('Slope')]);
});
