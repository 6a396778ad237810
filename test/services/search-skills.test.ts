import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Registry } from '../../lib/domain/registry.ts';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import type { Connection, RegistryAdapter } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';
import { RegistryError } from '../../lib/registries/registry-error.ts';
import { freshFor, searchTimeout } from '../../lib/services/search-registry.ts';
import { createSearchSkills, type SkillSearch } from '../../lib/services/search-skills.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { fixture } from '../registries/support.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { foundSkill } from '../support/samples.ts';
import { adapterWith, failure, patient, registryNamed } from './support.ts';

const { source: _, ...skill } = foundSkill();

let database: PlumblineDatabase;
/** What the clock says, and whether there is a network. */
let world: { now: number; online: boolean };
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  world = { now: Date.parse('2026-03-01T10:00:00Z'), online: true };
});
afterEach(() => database.delete());

async function search(
  asked: Registry[],
  osmt: RegistryAdapter,
  signal: AbortSignal = patient,
  hear: (event: SearchEvent) => void = () => {},
  sought: SkillSearch = { text: 'slope' },
) {
  const events: SearchEvent[] = [];
  const run = createSearchSkills({
    database,
    enabled: async () => asked,
    adapters: { ...registries, osmt, cass: adapterWith({}) },
    connect: async (registry) => ({ registry, fetch, now: Date.now }),
    now: () => world.now,
    online: () => world.online,
  });
  const ended = run(
    sought,
    (event) => {
      events.push(event);
      hear(event);
    },
    signal,
  );
  return { events, ended };
}

/** Searches, waits for the end, and answers what was said. */
async function heard(asked: Registry[], osmt: RegistryAdapter, sought?: SkillSearch): Promise<SearchEvent[]> {
  const { events, ended } = await search(asked, osmt, patient, undefined, sought);
  await ended;
  return events;
}

/** An adapter that notes who was searched for what, and who was asked for which skill. */
function noting(abilities: Partial<RegistryAdapter> = {}) {
  const calls: string[] = [];
  const note = (what: string, { registry }: Connection, text: string) =>
    void calls.push(`${registry.name} ${what} ${text}`);
  const osmt = adapterWith({
    search: async (connection, { text }) => {
      note('searched for', connection, text);
      return { skills: [skill] };
    },
    ...abilities,
    ...(abilities.getSkill && {
      getSkill: async (connection, uri, signal) => {
        note('asked for', connection, uri);
        return (abilities as Required<RegistryAdapter>).getSkill(connection, uri, signal);
      },
    }),
  });
  return { osmt, calls };
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

  it('gives each its own time for every request', async () => {
    const timeouts: (number | undefined)[] = [];
    const osmt = adapterWith({
      search: async ({ timeout }) => {
        timeouts.push(timeout);
        return { skills: [] };
      },
    });
    await heard([registryNamed('One'), registryNamed('Other')], osmt);
    expect(timeouts).toEqual([searchTimeout, searchTimeout]);
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

describe('an answer that was given before', () => {
  const one = registryNamed('One');

  it('is shown with its age while the registry is asked again', async () => {
    const { osmt, calls } = noting();
    await heard([one], osmt);
    const before = world.now;
    world.now += freshFor;
    const events = await heard([one], osmt, { text: ' SLOPE ' });
    expect(said(events)).toEqual(['One asking', 'One answered']);
    expect(events[0]).toMatchObject({ kept: { at: before, skills: [{ uri: skill.uri }] } });
    expect(events[1]).toMatchObject({ at: world.now });
    expect(calls).toHaveLength(2);
  });

  it('will do by itself while it is fresh, unless the person asks again', async () => {
    const { osmt, calls } = noting();
    await heard([one], osmt);
    world.now += freshFor - 1;
    expect((await heard([one], osmt))[1]).toMatchObject({ state: 'answered', at: world.now - freshFor + 1 });
    expect(calls).toHaveLength(1);
    await heard([one], osmt, { text: 'slope', only: one.id });
    expect(calls).toHaveLength(2);
  });

  it('is all there is where there is no network, and who never answered says so', async () => {
    const { osmt, calls } = noting();
    await heard([one], osmt);
    world.now += 10 * freshFor;
    world.online = false;
    const events = await heard([one, registryNamed('Other')], osmt);
    expect(said(events)).toEqual(['One asking', 'Other asking', 'One answered', 'Other failed']);
    expect(events[3]).toMatchObject({ problem: { code: 'R336' } });
    expect(calls).toHaveLength(1);
  });

  it('is not kept where the registry failed', async () => {
    const osmt = adapterWith({ search: async ({ registry }) => Promise.reject(failure(registry, 'server-error')) });
    await heard([one], osmt);
    expect(await database.answers.count()).toBe(0);
  });
});

describe('a registry that asked for a pause', () => {
  const one = registryNamed('One');
  const other = registryNamed('Other');
  const pausing = () => {
    const { osmt, calls } = noting();
    const search = osmt.search;
    return {
      calls,
      osmt: adapterWith({
        search: async (connection, query, signal) => {
          const page = await search?.(connection, query, signal);
          if (connection.registry.name === 'One' && world.now < until)
            throw new RegistryError(one, 'rate-limited', { code: 'R429', message: 'Pause.' }, until - world.now);
          return page ?? { skills: [] };
        },
      }),
    };
  };
  let until: number;
  beforeEach(() => {
    until = world.now + 60_000;
  });

  it('is not asked before it said, by no search and not by hand, even after the worker died', async () => {
    const { osmt, calls } = pausing();
    expect(said(await heard([one, other], osmt))).toContain('One failed');
    world.now = until - 1;
    const events = await heard([one, other], osmt, { text: 'graph' });
    expect(events.find(({ state }) => state === 'failed')).toMatchObject({
      name: 'One',
      until,
      problem: { code: 'R429' },
    });
    await heard([one, other], osmt, { text: 'graph', only: one.id });
    expect(calls.filter((call) => call.startsWith('One'))).toEqual(['One searched for slope']);
    expect(calls.filter((call) => call.startsWith('Other'))).toHaveLength(2);
  });

  it('is asked again when the pause is over', async () => {
    const { osmt } = pausing();
    await heard([one], osmt);
    world.now = until;
    expect(said(await heard([one], osmt))).toEqual(['One asking', 'One answered']);
  });
});

describe('asking one registry again', () => {
  it('asks no other', async () => {
    const [one, other] = [registryNamed('One'), registryNamed('Other')];
    const { osmt, calls } = noting();
    const events = await heard([one, other], osmt, { text: 'slope', only: other.id });
    expect(said(events)).toEqual(['Other asking', 'Other answered']);
    expect(calls).toEqual(['Other searched for slope']);
  });
});

describe('what names a skill', () => {
  const [one, other] = [registryNamed('One'), registryNamed('Other')];
  const uri = 'https://one.example/skills/1';
  const baseOf = (text: string) => new URL(text).origin;
  const uuid = '0a6c4d3e-58a1-4f6a-9d51-3f0e2b7c1a90';

  it.each([uri, 'http://one.example/skills/1'])(
    'goes straight to the registry whose address it is, as %s',
    async (text) => {
      const { osmt, calls } = noting({ baseOf, getSkill: async () => skill });
      expect(said(await heard([one, other], osmt, { text }))).toEqual(['One asking', 'One answered']);
      expect(calls).toEqual([`One asked for ${uri}`]);
    },
  );

  it('is searched for everywhere where the registry does not know it', async () => {
    const { osmt, calls } = noting({
      baseOf,
      getSkill: async ({ registry }) => Promise.reject(failure(registry, 'not-found')),
    });
    const events = await heard([one, other], osmt, { text: uri });
    expect(calls).toEqual([`One asked for ${uri}`, `One searched for ${uri}`, `Other searched for ${uri}`]);
    expect(events.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('is not searched for at a registry that did not even answer', async () => {
    const { osmt, calls } = noting({
      baseOf,
      getSkill: async ({ registry }) => Promise.reject(failure(registry, 'timed-out')),
    });
    const events = await heard([one, other], osmt, { text: uri });
    expect(calls).toEqual([`One asked for ${uri}`, `Other searched for ${uri}`]);
    expect(said(events)).toContain('One failed');
  });

  it.each([uuid, `ce-${uuid}`])('is asked for everywhere where it tells no registry, as %s', async (text) => {
    const { osmt, calls } = noting({
      baseOf,
      getSkill: async ({ registry }) =>
        registry.name === 'One' ? skill : Promise.reject(failure(registry, 'refused', 'R317')),
    });
    await heard([one, other], osmt, { text });
    expect(calls).toEqual([`One asked for ${text}`, `Other asked for ${text}`]);
  });

  it('goes straight as a notation, too, and the others are searched besides', async () => {
    const { osmt, calls } = noting({
      baseOf,
      getSkill: async ({ registry }) =>
        registry.name === 'One' ? skill : Promise.reject(failure(registry, 'refused', 'R317')),
    });
    await heard([one, other], osmt, { text: '2.A.1.a' });
    expect(calls).toEqual(['One asked for 2.A.1.a', 'Other asked for 2.A.1.a', 'Other searched for 2.A.1.a']);
  });

  it('is plain words where it is none of that', async () => {
    const { osmt, calls } = noting({ baseOf, getSkill: async () => skill });
    await heard([one], osmt, { text: 'slope' });
    expect(calls).toEqual(['One searched for slope']);
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
