import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Registry } from '../../lib/domain/registry.ts';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { createAskRegistry } from '../../lib/services/ask-registry.ts';
import type { FetchDocument } from '../../lib/services/fetch-document.ts';
import { createStaging } from '../../lib/services/stage-document.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { dropStage, keepStage, sweepStages } from '../../lib/store/stages.ts';
import { adaptersWith, adapterWith, failure, patient, registryNamed } from './support.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const bytes = { name: 'skills.json', address: 'https://b.example/skills.json', body: new Blob(['{"a":1}']) };
const validators = { etag: '"1"' };
const registry = registryNamed('Mine');

function asking(abilities: Partial<RegistryAdapter>, standing: Registry | undefined = registry) {
  return createAskRegistry({
    registry: async () => standing,
    adapters: adaptersWith({ osmt: adapterWith(abilities) }),
    connect: async (one) => ({ registry: one, fetch, now: Date.now }),
  });
}
function staging(fetchDocument: FetchDocument, abilities: Partial<RegistryAdapter> = {}, now = new Date()) {
  return createStaging({ database, fetchDocument, askRegistry: asking(abilities), now: () => now });
}
const fetched: FetchDocument = async () => ({ state: 'fetched', ...bytes, validators });

describe('a document at an address', () => {
  it('waits for an import with where it can be asked for again', async () => {
    const now = new Date('2026-11-22T10:00:00Z');
    const staged = await staging(fetched, {}, now).document('https://a.example/old', undefined, patient);
    const { name, address } = bytes;
    expect(staged).toEqual({ state: 'staged', stage: expect.any(String), name, address, size: 7, validators });
    const stage = staged.state === 'staged' ? staged.stage : '';
    expect(await database.stages.get(stage)).toMatchObject({
      ...{ id: stage, name, address, at: now.toISOString(), validators },
      origin: { from: 'address', address: 'https://a.example/old' },
    });
  });

  it.each([{ state: 'unchanged' } as const, { state: 'moved', to: 'https://b.example/' } as const])(
    'of which there is nothing to take leaves nothing behind: %j',
    async (answer) => {
      const known = { etag: '"1"' };
      const seen: unknown[] = [];
      const service = staging(async (...asked) => {
        seen.push(...asked);
        return answer;
      });
      expect(await service.document('https://a.example/', known, patient)).toEqual(answer);
      expect(seen).toEqual(['https://a.example/', known, patient]);
      expect(await database.stages.count()).toBe(0);
    },
  );
});

describe('a framework of a registry', () => {
  const uri = 'https://mine.example/api/collections/1';

  it('waits for an import with the registry that has it', async () => {
    const service = staging(fetched, { readFramework: async () => ({ ...bytes, validators: {} }) });
    const staged = await service.framework(registry.id, uri, undefined, patient);
    expect(staged).toMatchObject({ state: 'staged', size: 7, validators: {} });
    expect(await database.stages.toArray()).toMatchObject([
      { origin: { from: 'registry', registry: registry.id, uri } },
    ]);
  });

  it('is left where it is unchanged', async () => {
    const service = staging(fetched, { readFramework: async () => 'unchanged' });
    expect(await service.framework(registry.id, uri, validators, patient)).toEqual({ state: 'unchanged' });
    expect(await database.stages.count()).toBe(0);
  });

  it('fails with what the registry failed of, in the words for a person', async () => {
    const service = staging(fetched, { readFramework: () => Promise.reject(failure(registry, 'not-found', 'R404')) });
    await expect(service.framework(registry.id, uri, undefined, patient)).rejects.toMatchObject({
      name: 'ProblemError',
      problem: { code: 'R404' },
    });
  });
});

describe('asking one registry', () => {
  it('answers what the registry answers', async () => {
    const page = { frameworks: [{ uri: 'https://a.example/f', name: 'F' }] };
    const askRegistry = asking({ listFrameworks: async () => page });
    const answer = askRegistry(registry.id, (adapter, to) => adapter.listFrameworks?.(to, undefined, patient));
    expect(await answer).toEqual(page);
  });

  it('says that a registry is gone, and that its kind cannot do it', async () => {
    const list = (ask: ReturnType<typeof asking>) =>
      ask(registry.id, (adapter, to) => adapter.listFrameworks?.(to, undefined, patient));
    await expect(list(createAskRegistry({ ...gone }))).rejects.toMatchObject({ problem: { code: 'R302' } });
    await expect(list(asking({}))).rejects.toMatchObject({ problem: { code: 'R303' } });
  });

  const gone = {
    registry: async () => undefined,
    adapters: adaptersWith({}),
    connect: () => Promise.reject(new Error('connected to what is gone')),
  };

  it('lets through what nobody expected, and an abort', async () => {
    const unexpected = new TypeError('x is not a function');
    const askRegistry = asking({ listFrameworks: () => Promise.reject(unexpected) });
    const answer = askRegistry(registry.id, (adapter, to) => adapter.listFrameworks?.(to, undefined, patient));
    await expect(answer).rejects.toBe(unexpected);
  });
});

describe('what nobody came for', () => {
  const row = (id: string, at: string) => ({
    ...bytes,
    id,
    at,
    validators,
    origin: { from: 'file', file: id } as const,
  });

  it('is thrown away after a day, and nothing else is', async () => {
    await keepStage(database, row('old', '2026-11-21T09:59:59.999Z'));
    await keepStage(database, row('young', '2026-11-21T10:00:00.001Z'));
    expect(await sweepStages(database, new Date('2026-11-22T10:00:00Z'))).toBe(1);
    expect(await database.stages.toCollection().primaryKeys()).toEqual(['young']);
  });

  it('goes when something else is staged, and what was read goes at once', async () => {
    await keepStage(database, row('old', '2020-01-01T00:00:00.000Z'));
    await staging(fetched).document('https://a.example/', undefined, patient);
    const [left] = await database.stages.toArray();
    expect(left?.id).not.toBe('old');
    await dropStage(database, left?.id ?? '');
    expect(await database.stages.count()).toBe(0);
  });
});
