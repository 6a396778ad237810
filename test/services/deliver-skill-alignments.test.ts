import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import type { Connection, RegistryAdapter } from '../../lib/registries/adapter.ts';
import { askText } from '../../lib/registries/http.ts';
import { registries } from '../../lib/registries/index.ts';
import { importAlignments } from '../../lib/store/import-alignments.ts';
import { queueSkillAlignments } from '../../lib/store/queue.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { registryId } from '../support/samples.ts';
import { makeWorld, type OutboxWorld } from './outbox-world.ts';

const addressOf = ({ registry }: Connection, { subject, relation }: SkillAlignment) =>
  `${new URL(registry.address).origin}/inbox/${encodeURIComponent(`${subject.uri} ${relation}`)}`;

/** A kind that takes statements from skill to skill, at the practice registry's endpoint. */
const cass: RegistryAdapter = {
  ...registries.cass,
  addressOfSkillAlignment: addressOf,
  async publishSkillAlignment(connection, statement, key, signal) {
    const uri = addressOf(connection, statement);
    await askText(connection, { method: 'PUT', address: uri, json: statement.object, key }, signal);
    return { uri, sent: true };
  },
  async withdrawSkillAlignment(connection, statement, key, signal) {
    await askText(connection, { method: 'DELETE', address: addressOf(connection, statement), key }, signal);
  },
};

let practice: PracticeRegistry;
let world: OutboxWorld;
beforeAll(async () => {
  practice = await startPracticeRegistry();
});
beforeEach(async () => {
  practice.order({ clear: true, forget: true });
  world = await makeWorld(practice, { adapters: { ...registries, cass } });
});
afterEach(() => world.end());
afterAll(() => practice.close());

const at = () => new Date(world.clock.now);
const statement = (): SkillAlignment => ({
  id: crypto.randomUUID(),
  subject: { uri: 'https://skills.example/1', name: 'Slope' },
  relation: 'broad',
  object: { uri: 'https://skills.example/2', name: 'Graphs' },
  created: at().toISOString(),
  modified: at().toISOString(),
  revision: 1,
});
const nothing = { resources: [], added: [], changed: [], removed: [] };
const standing = () =>
  [...practice.endpoint()].map(([path, { body }]) => [decodeURIComponent(path), JSON.parse(body).name]);

it('sends a statement, and takes it back as it was sent once the import that brought it is taken back', async () => {
  const one = statement();
  const act = await importAlignments(world.database, { ...nothing, what: 'x', skillAlignments: [one] }, at());
  expect(await queueSkillAlignments(world.database, [one.id], [registryId], at())).toBe(1);
  await world.drain();
  expect(standing()).toEqual([['/inbox/https://skills.example/1 broad', 'Graphs']]);
  expect(await world.database.outbox.toArray()).toMatchObject([
    { of: 'skill', state: 'delivered', receipt: { revision: 1 }, statement: one },
  ]);
  await takeBack(world.database, act, at());
  await world.drain();
  expect(standing()).toEqual([]);
  expect(await world.database.outbox.toArray()).toMatchObject([{ state: 'withdrawn' }]);
  expect(await world.database.history.toArray()).toMatchObject([
    { what: 'imported', resource: one.subject.uri, skills: { after: { relation: 'broad' } } },
    { what: 'published', resource: one.subject.uri, alignment: one.id, registry: 'Practice' },
    { what: 'removed', skills: { before: { relation: 'broad' }, object: one.object } },
    { what: 'withdrawn', resource: one.subject.uri },
  ]);
});

it('moves a statement whose address is another by now, and leaves none behind', async () => {
  const one = statement();
  await world.database.skillAlignments.add(one);
  await queueSkillAlignments(world.database, [one.id], [registryId], at());
  await world.drain();
  await world.database.skillAlignments.put({ ...one, relation: 'exact', revision: 2 });
  await queueSkillAlignments(world.database, [one.id], [registryId], at());
  await world.drain();
  expect(standing()).toEqual([['/inbox/https://skills.example/1 exact', 'Graphs']]);
});

it('forgets what a kind takes none of', async () => {
  const here = await makeWorld(practice, { adapters: { ...registries, cass: registries.cass } });
  const one = statement();
  await here.database.skillAlignments.add(one);
  await queueSkillAlignments(here.database, [one.id], [registryId], at());
  await here.drain();
  expect(await here.database.outbox.count()).toBe(0);
  await here.end();
});
