import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { coverageOf, defaultCounting } from '../../lib/domain/coverage.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { pagesAlignedToNothing, readTally, tallyMark } from '../../lib/queries/coverage.ts';
import { suggestCounterparts } from '../../lib/queries/crosswalk.ts';
import { readOutline } from '../../lib/queries/outline.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { keepResource } from '../../lib/store/resources.ts';
import { deliveryOf, keptAs } from '../support/library-rows.ts';
import { branchesOf, nodeAt } from '../support/outlines.ts';
import { newAlignment } from '../support/samples.ts';

let database: PlumblineDatabase;
const patient = new AbortController().signal;
const now = new Date('2026-03-01T10:00:00Z');

beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

it('reads a tree of more branches than are read at once, and none of another framework', async () => {
  const top = Array.from({ length: 450 }, (_, index) => nodeAt(`urn:test:${String(index).padStart(3, '0')}`));
  const below = Object.fromEntries(top.map(({ uri }) => [uri, [nodeAt(`${uri}:below`)]]));
  await database.branches.bulkAdd(branchesOf('maths', { '': top, ...below }));
  await database.branches.bulkAdd(branchesOf('maths2', { '': [nodeAt('urn:test:other')] }));
  await database.branches.bulkAdd(branchesOf('math', { '': [nodeAt('urn:test:another')] }));
  const lines = await readOutline(database, 'maths', patient);
  expect(lines).toHaveLength(900);
  expect(lines.slice(-2).map(({ node }) => node.uri)).toEqual(['urn:test:449', 'urn:test:449:below']);
  expect(await readOutline(database, 'none', patient)).toEqual([]);
});

it('counts alignments in slices, says how far it is, and tells the published ones', async () => {
  const skill = { ...keptAs(1).skill, uri: 'urn:test:1' };
  await database.alignments.bulkAdd(Array.from({ length: 1200 }, (_, index) => keptAs(index, { skill })));
  await database.outbox.add(deliveryOf(7, { state: 'delivered' }));
  await database.branches.bulkAdd(branchesOf('maths', { '': [nodeAt('urn:test:1')] }));
  const heard: unknown[] = [];
  const tally = await readTally(database, { signal: patient, onProgress: (progress) => heard.push(progress) });
  expect(heard).toEqual([500, 1000, 1200].map((done) => ({ done, total: 1200 })));
  const outline = await readOutline(database, 'maths', patient);
  const pages = (published: boolean) =>
    coverageOf(outline, tally, { ...defaultCounting, published }).lines[0]?.pages.teaches;
  expect([pages(false), pages(true)]).toEqual([1200, 1]);
});

it('stops counting when nobody waits for it any more', async () => {
  const aborter = new AbortController();
  const counting = readTally(database, { signal: aborter.signal });
  aborter.abort(new Error('left'));
  await expect(counting).rejects.toThrow('left');
});

it('knows the pages that align to nothing, and that a count may be another by now', async () => {
  const address = 'https://lessons.example/left';
  await keepResource(database, { address, fields: {} }, now);
  const before = await tallyMark(database);
  await addAlignment(database, newAlignment(), now);
  expect(await pagesAlignedToNothing(database)).toEqual([address]);
  expect(await tallyMark(database)).not.toBe(before);
});

const skill = (uri: string, name: string, statement: string): Skill => ({
  uri,
  name,
  statement,
  type: 'CFItem',
  keywords: [],
});

it('suggests what has the words that few others have, of the named framework, and never the skill itself', async () => {
  const index = openSkillIndex(database);
  const filler = Array.from({ length: 60 }, (_, number) =>
    skill(`urn:right:f${number}`, `Task ${number}`, 'The learner tells one thing from another that is not the same.'),
  );
  const slope = skill('urn:right:slope', 'Slopes', 'The learner finds slopes of lines.');
  await index.add([...filler, slope], { framework: 'right' });
  const itself = skill('urn:left:1', 'Slope', 'Tells the slope of a line from its table.');
  await index.add([itself], { framework: 'left' });
  const uris = async (of: Skill, framework: string) =>
    (await suggestCounterparts(database, of, framework, patient)).map(({ uri }) => uri);
  expect(await uris(itself, 'right')).toEqual(['urn:right:slope']);
  expect(await uris(itself, 'left')).toEqual([]);
  expect(await uris(skill('urn:left:2', 'Zymurgy', 'Brews.'), 'right')).toEqual([]);
  expect(await uris(skill('urn:left:3', '', '…'), 'right')).toEqual([]);
});
