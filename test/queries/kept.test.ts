import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alignmentsOf, registriesKept, starterSkills } from '../../lib/queries/kept.ts';
import { searchLocalSkills } from '../../lib/queries/search-local-skills.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putKey, putRegistry } from '../../lib/store/registries.ts';
import { settleDelivered } from '../../lib/store/settle-deliveries.ts';
import { keptFramework } from '../support/frameworks.ts';
import { deliveryOf } from '../support/library-rows.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const page = 'https://lessons.example/graph';
const registry = (over = {}) => ({
  id: registryId,
  kind: 'cass' as const,
  name: 'Practice',
  address: 'https://cass.example/api',
  enabled: true,
  created: now.toISOString(),
  ...over,
});

describe('the alignments of a page', () => {
  it('come oldest first, each with what became of it and nothing of another', async () => {
    const second = await addAlignment(
      database,
      newAlignment({ choice: { relation: 'assesses', fit: 'major' }, publishTo: [registryId] }),
      new Date(now.getTime() + 1000),
    );
    const first = await addAlignment(database, newAlignment(), now);
    await addAlignment(database, newAlignment({ resource: { address: 'https://lessons.example/x', fields: {} } }), now);
    const kept = await alignmentsOf(database, page);
    expect(kept.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(kept.map(({ deliveries }) => deliveries.map(({ alignment }) => alignment))).toEqual([[], [second.id]]);
  });

  it('are none where nothing was kept', async () => {
    expect(await alignmentsOf(database, page)).toEqual([]);
    expect(await alignmentsOf(database, '')).toEqual([]);
  });
});

describe('the registries', () => {
  it('come in the order in which they were added, with the public half of their key alone', async () => {
    const later = registry({ id: crypto.randomUUID(), name: 'Later', created: '2026-03-02T10:00:00.000Z' });
    await putRegistry(database, later);
    await putRegistry(database, registry());
    await putKey(database, { registry: registryId, privateKey: {} as CryptoKey, publicKeyPem: 'PEM', made: '' });
    const kept = await registriesKept(database);
    expect(kept.map(({ name, publicKeyPem }) => [name, publicKeyPem])).toEqual([
      ['Practice', 'PEM'],
      ['Later', undefined],
    ]);
    expect(kept[0]).not.toHaveProperty('privateKey');
  });

  it('say what waits for them, and not what was delivered', async () => {
    await putRegistry(database, registry());
    await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    expect((await registriesKept(database))[0]).toMatchObject({ waiting: 1, stuck: 0 });
    const [entry] = await database.outbox.toArray();
    expect((await registriesKept(database))[0]?.standing).toBe(0);
    if (entry) await settleDelivered(database, [entry], 'Practice', now);
    expect((await registriesKept(database))[0]?.standing).toBe(1);
    expect((await registriesKept(database))[0]).toMatchObject({ waiting: 0, stuck: 0 });
  });

  it('say why what is stuck there is stuck, what is paused first', async () => {
    await putRegistry(database, registry());
    await database.outbox.bulkAdd([
      deliveryOf(1, { state: 'failed', problem: { code: 'R400', message: 'Refused.' } }),
      deliveryOf(2, { state: 'paused', problem: { code: 'R401', message: 'No key.' } }),
    ]);
    expect((await registriesKept(database))[0]).toMatchObject({ waiting: 2, stuck: 2, problem: { code: 'R401' } });
  });
});

it('counts the starter library only when its import is through', async () => {
  expect(await starterSkills(database, 'starter')).toBe(0);
  await database.imports.put({ framework: 'starter', version: '1', skills: 213, at: now.toISOString() });
  expect(await starterSkills(database, 'starter')).toBe(213);
});

describe('searching this device', () => {
  it('names the starter library as the source, and stops where a newer letter aborted it', async () => {
    const { source: _, ...skill } = foundSkill();
    await openSkillIndex(database).add([skill], { framework: 'starter' });
    await database.frameworks.put(keptFramework());
    const found = await searchLocalSkills(database, 'slope', new AbortController().signal);
    expect(found).toMatchObject([{ uri: skill.uri, source: { registry: 'starter', name: 'Starter library' } }]);
    const aborter = new AbortController();
    const late = searchLocalSkills(database, 'slope', aborter.signal);
    aborter.abort();
    await expect(late).rejects.toThrow();
  });
});
