import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Registry } from '../../lib/domain/registry.ts';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';
import { createSearchSkills } from '../../lib/services/search-skills.ts';
import { fixture } from '../registries/support.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { foundSkill } from '../support/samples.ts';
import { adaptersWith, adapterWith, failure, patient, registryNamed } from './support.ts';

const { source: _, ...skill } = foundSkill();

async function search(
  asked: Registry[],
  osmt: RegistryAdapter,
  signal: AbortSignal = patient,
  hear: (event: SearchEvent) => void = () => {},
) {
  const events: SearchEvent[] = [];
  const run = createSearchSkills({
    enabled: async () => asked,
    adapters: adaptersWith({ osmt, cass: adapterWith({}) }),
    connect: async (registry) => ({ registry, fetch, now: Date.now }),
  });
  const ended = run(
    'slope',
    (event) => {
      events.push(event);
      hear(event);
    },
    signal,
  );
  return { events, ended };
}

const said = (events: SearchEvent[]) => events.map(({ name, state }) => `${name} ${state}`);

describe('searching registries', () => {
  it('says of each at once that it is asked, then what it answered, with its own source', async () => {
    const [one, other] = [registryNamed('One'), registryNamed('Other')];
    const osmt = adapterWith({ search: async () => ({ skills: [skill], total: 9 }) });
    const { events, ended } = await search([one, other], osmt);
    await ended;
    expect(said(events)).toEqual(['One asking', 'Other asking', 'One answered', 'Other answered']);
    expect(events[2]).toMatchObject({
      skills: [{ uri: skill.uri, source: { registry: one.id, name: 'One' } }],
      total: 9,
    });
  });

  it('lets a fast answer through while another has not come', async () => {
    const { promise, resolve } = later();
    const osmt = adapterWith({
      search: async ({ registry }) => {
        if (registry.name === 'Slow') await promise;
        return { skills: [] };
      },
    });
    const { events, ended } = await search([registryNamed('Slow'), registryNamed('Fast')], osmt, patient, (event) => {
      if (event.name === 'Fast' && event.state === 'answered') resolve();
    });
    await ended;
    expect(said(events).slice(2)).toEqual(['Fast answered', 'Slow answered']);
  });

  it('says why one failed, and stops nobody else', async () => {
    const osmt = adapterWith({
      search: async ({ registry }) => {
        if (registry.name === 'Down') throw failure(registry, 'unreachable', 'R310');
        return { skills: [skill] };
      },
    });
    const { events, ended } = await search([registryNamed('Down'), registryNamed('Up')], osmt);
    await ended;
    expect(events.find(({ state }) => state === 'failed')).toMatchObject({ name: 'Down', problem: { code: 'R310' } });
    expect(said(events)).toContain('Up answered');
  });

  it('lets all others answer before a bug of ours comes out, and says something in its place', async () => {
    const osmt = adapterWith({
      search: async ({ registry }) => {
        if (registry.name === 'Buggy') throw new TypeError('a bug');
        await new Promise((done) => setImmediate(done));
        return { skills: [skill] };
      },
    });
    const { events, ended } = await search([registryNamed('Buggy'), registryNamed('Up')], osmt);
    await expect(ended).rejects.toThrow('a bug');
    expect(said(events)).toEqual(['Buggy asking', 'Up asking', 'Buggy failed', 'Up answered']);
  });

  it('asks none of a kind that cannot search', async () => {
    const { events, ended } = await search([registryNamed('Mute', { kind: 'cass' })], adapterWith({}));
    await ended;
    expect(events).toEqual([]);
  });

  it('says nothing more once it was aborted, and ends', async () => {
    const aborter = new AbortController();
    const osmt = adapterWith({
      search: async (_connection, _query, signal) => {
        aborter.abort();
        signal.throwIfAborted();
        return { skills: [] };
      },
    });
    const { events, ended } = await search([registryNamed('One')], osmt, aborter.signal);
    await ended;
    expect(said(events)).toEqual(['One asking']);
  });
});

describe('searching the practice registry', () => {
  let practice: PracticeRegistry;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
  });
  beforeEach(() => practice.order({ clear: true }));
  afterAll(() => practice.close());

  it.each([
    ['html', 'R314'],
    ['empty', 'R314'],
    ['huge', 'R313'],
    ['other-schema', 'R315'],
    ['truncated', 'R314'],
  ] as const)('has a line for a registry that answers %s', async (kind, code) => {
    practice.order({ faults: [{ kind, path: '/api' }] });
    const { events, ended } = await search([registryNamed('Practice', { address: practice.url })], registries.osmt);
    await ended;
    expect(events.at(-1)).toMatchObject({
      state: 'failed',
      problem: { code, message: expect.stringContaining('Practice') },
    });
  });
});

function later() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
