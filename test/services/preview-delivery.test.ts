import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxId } from '../../lib/domain/outbox-entry.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { Publication, RegistryAdapter } from '../../lib/registries/adapter.ts';
import { createAskRegistry } from '../../lib/services/ask-registry.ts';
import { createPreviewDelivery } from '../../lib/services/preview-delivery.ts';
import { addAlignment, queueAlignments } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { adaptersWith, adapterWith, patient, registryNamed } from './support.ts';

describe('what would be sent', () => {
  const registry = registryNamed('Practice', { kind: 'cass' });
  let database: PlumblineDatabase;
  let asked: Publication[];
  beforeEach(async () => {
    database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
    asked = [];
    await database.registries.add(registry);
  });
  afterEach(() => database.delete());

  function previewing(over: Partial<RegistryAdapter> = {}) {
    const cass = adapterWith({
      preview: async (_connection, publication) => {
        asked.push(publication);
        return { method: 'POST', address: 'https://practice.example/', headers: [], body: publication.key };
      },
      ...over,
    });
    const askRegistry = createAskRegistry({
      registry: (id) => database.registries.get(id),
      adapters: adaptersWith({ cass }),
      connect: async (one) => ({ registry: one, fetch, now: Date.now }),
    });
    return createPreviewDelivery({ database, askRegistry });
  }
  const added = (name: string) =>
    addAlignment(
      database,
      newAlignment({
        skill: { ...foundSkill({ uri: `https://skills.example/${name}`, name }), taken: '2026-03-01T10:00:00.000Z' },
      }),
      new Date(),
    );
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: unknown) => (error instanceof ProblemError ? error.problem.code : error),
    );

  it('is named as the wish that waits, and by no name where nothing waits', async () => {
    const { id } = await added('a');
    const about = { alignment: id, registry: registry.id };
    expect((await previewing()(about, patient)).body).toMatch(/^⟨.+⟩$/);
    await queueAlignments(database, [id], [registry.id], new Date());
    const entry = await database.outbox.get(outboxId(registry.id, id));
    expect((await previewing()(about, patient)).body).toBe(entry?.key);
    if (entry) await database.outbox.put({ ...entry, state: 'delivered' });
    expect((await previewing()(about, patient)).body).toMatch(/^⟨.+⟩$/);
  });

  it('holds of the page what stands there, what is published along with it, and itself', async () => {
    const [one, standing, along] = [await added('one'), await added('standing'), await added('along')];
    await added('neither');
    await queueAlignments(database, [standing.id], [registry.id], new Date());
    await previewing()({ alignment: one.id, registry: registry.id, along: [along.id] }, patient);
    const names = asked[0]?.alignments.map(({ skill }) => skill.name).sort();
    expect(names).toEqual(['along', 'one', 'standing']);
    expect(asked[0]?.resource.fields.title?.[0]?.value).toBe('Reading a graph');
  });

  it('leaves nothing behind', async () => {
    const { id } = await added('a');
    await previewing()({ alignment: id, registry: registry.id }, patient);
    expect(await database.outbox.count()).toBe(0);
  });

  it('is a statement between skills where the id is one’s', async () => {
    const at = '2026-03-01T10:00:00.000Z';
    const subject = { uri: 'https://practice.example/api/skills/1', name: 'Slope' };
    const statement = { id: crypto.randomUUID(), subject, relation: 'exact' as const, object: subject };
    await database.skillAlignments.add({ ...statement, created: at, modified: at, revision: 1 });
    const preview = previewing({
      previewSkillAlignment: async (_connection, { object }) => {
        return { method: 'POST', address: object.uri, headers: [], body: '' };
      },
    });
    expect((await preview({ alignment: statement.id, registry: registry.id }, patient)).address).toBe(subject.uri);
    expect(await codeOf(previewing()({ alignment: statement.id, registry: registry.id }, patient))).toBe('R303');
  });

  it('is refused for what was removed, and for a registry that was', async () => {
    expect(await codeOf(previewing()({ alignment: crypto.randomUUID(), registry: registry.id }, patient))).toBe('S220');
    const { id } = await added('a');
    expect(await codeOf(previewing()({ alignment: id, registry: crypto.randomUUID() }, patient))).toBe('R302');
  });
});
