import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { longestWait, offlineWait, outboxId } from '../../lib/domain/outbox-entry.ts';
import { registries } from '../../lib/registries/index.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { dropEntry, retryEntries } from '../../lib/store/outbox.ts';
import { putKey, putRegistry, removeRegistry } from '../../lib/store/registries.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { registryId } from '../support/samples.ts';
import { makeWorld, type OutboxWorld, published, standing } from './outbox-world.ts';

let practice: PracticeRegistry;
let world: OutboxWorld;
beforeAll(async () => {
  practice = await startPracticeRegistry();
});
beforeEach(async () => {
  practice.order({ clear: true, forget: true });
  world = await makeWorld(practice);
});
afterEach(() => world.end());
afterAll(() => practice.close());

const at = () => new Date(world.clock.now);
const save = (skill = 'Slope') => addAlignment(world.database, published(skill), at());
const entries = () => world.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray();
/** Where the first thing that is sent will stand: it is sent once, and the registry forgets it. */
async function addressOfFirst(alignment: string): Promise<string> {
  await world.drain();
  const entry = await world.database.outbox.get(outboxId(registryId, alignment));
  practice.order({ forget: true });
  await world.database.outbox.toCollection().modify((one) => {
    one.state = 'queued';
  });
  return entry?.uri ?? '';
}
const writes = () => practice.requests().filter(({ method }) => method === 'POST').length;

describe('delivering', () => {
  it('publishes what is queued, signed, and notes the receipt and the history', async () => {
    const { id } = await save();
    await world.drain();
    expect(practice.published()).toMatchObject([{ verified: true, object: { url: 'https://lessons.example/graph' } }]);
    const [entry] = await entries();
    expect(entry).toMatchObject({ state: 'delivered', receipt: { revision: 1, at: at().toISOString() }, attempts: 0 });
    expect(entry?.uri).toBe(practice.published()[0]?.id);
    const lines = await world.database.history.where('alignment').equals(id).toArray();
    expect(lines).toMatchObject([{ what: 'created' }, { what: 'published', registry: 'Practice' }]);
  });

  it('names each try of a wish by one key, and the next wish by another', async () => {
    practice.order({ faults: [{ kind: 'html', method: 'POST', times: 1 }] });
    const kept = await save();
    await world.settle();
    await removeAlignment(world.database, kept, at());
    await world.settle();
    const keys = practice
      .requests()
      .filter(({ method }) => method !== 'GET')
      .slice(-3)
      .map(({ key }) => key);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toMatch(/^[\da-f-]{36}$/);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('gives up the withdrawal of what belongs to another key, until the person drops it', async () => {
    const kept = await save();
    await world.drain();
    const other = await makeSigningKey();
    await putKey(world.database, { registry: registryId, ...other, made: at().toISOString() });
    await removeAlignment(world.database, kept, at());
    await save('Area');
    await world.drain();
    const failed = (await entries()).find(({ action }) => action === 'withdraw');
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'R401' } });
    expect(standing(practice)).toEqual(['teaches Area', 'teaches Slope']);
    await dropEntry(world.database, failed?.id ?? '');
    await world.settle();
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
  });

  it('sends nothing a second time', async () => {
    await save();
    await world.drain();
    await world.drain();
    expect(practice.accepted()).toBe(1);
  });

  it('finds what it sent where the answer was lost, and leaves one object', async () => {
    practice.order({ faults: [{ kind: 'drop', method: 'POST', times: 1 }] });
    await save();
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'queued', attempts: 1, problem: { code: 'R310' } }]);
    await world.settle();
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
    expect([practice.published().length, practice.accepted()]).toEqual([1, 1]);
  });

  it('withdraws what was removed, and tells the history of which page', async () => {
    const kept = await save();
    await world.drain();
    await removeAlignment(world.database, kept, at());
    await world.drain();
    expect(practice.published()).toEqual([]);
    expect(await entries()).toEqual([]);
    const last = await world.database.history.where('alignment').equals(kept.id).last();
    expect(last).toMatchObject({ what: 'withdrawn', resource: kept.resource, registry: 'Practice' });
  });

  it('is content where what it withdraws is gone already', async () => {
    const kept = await save();
    await world.drain();
    practice.order({ forget: true });
    await removeAlignment(world.database, kept, at());
    await world.drain();
    expect(await entries()).toEqual([]);
  });

  it('moves the object where the relation was changed, and leaves none behind', async () => {
    const kept = await save();
    await world.drain();
    const choice = { relation: 'assesses', fit: 'major' } as const;
    await changeAlignment(world.database, { ...kept, choice, publishTo: [registryId] }, at());
    await world.drain();
    expect(standing(practice)).toEqual(['assesses Slope']);
    await removeAlignment(world.database, { id: kept.id, revision: 2 }, at());
    await world.drain();
    expect(standing(practice)).toEqual([]);
  });

  it('lets two alignments change places', async () => {
    const one = await addAlignment(world.database, published('Slope', 'teaches'), at());
    const other = await addAlignment(world.database, published('Slope', 'assesses'), at());
    await world.drain();
    const to = [registryId];
    const as = (relation: 'teaches' | 'assesses' | 'requires') => ({ relation, fit: 'major' }) as const;
    await changeAlignment(world.database, { id: one.id, revision: 1, choice: as('requires'), publishTo: to }, at());
    await changeAlignment(world.database, { id: other.id, revision: 1, choice: as('teaches'), publishTo: to }, at());
    await changeAlignment(world.database, { id: one.id, revision: 2, choice: as('assesses'), publishTo: to }, at());
    await world.settle();
    expect(standing(practice)).toEqual(['assesses Slope', 'teaches Slope']);
  });

  it.each(['the withdrawal first', 'the withdrawal late'])(
    'keeps what was removed and made again: %s',
    async (order) => {
      const kept = await save();
      await world.drain();
      if (order === 'the withdrawal late')
        practice.order({ faults: [{ kind: 'status', status: 500, method: 'DELETE', times: 1 }] });
      await removeAlignment(world.database, kept, at());
      if (order === 'the withdrawal late') await world.drain();
      await save();
      await world.settle();
      expect(standing(practice)).toEqual(['teaches Slope']);
      expect(await entries()).toMatchObject([{ action: 'publish', state: 'delivered' }]);
    },
  );
});

describe('what the person does meanwhile', () => {
  /** Runs a drain once for each of its points, with something done at that point, each time in a new world. */
  async function atEachPoint(
    act: (here: OutboxWorld) => Promise<unknown>,
    check: (here: OutboxWorld) => Promise<void>,
  ) {
    let reached = 0;
    for (let point = 1; point <= reached || reached === 0; point += 1) {
      practice.order({ clear: true, forget: true });
      const here = await makeWorld(practice);
      await addAlignment(here.database, published('Slope'), new Date(here.clock.now));
      let acted = false;
      const life = await here.drain({
        async meanwhile(_, count) {
          if (count < point || acted) return;
          acted = true;
          await act(here);
        },
      });
      reached = Math.max(reached, life.points());
      if (!acted) await act(here);
      await here.settle();
      await check(here);
      await here.end();
    }
    return reached;
  }

  const first = async (here: OutboxWorld) => {
    const kept = await here.database.alignments.toCollection().first();
    if (!kept) throw new Error('nothing kept');
    return kept;
  };

  it('withdraws in the end what was removed at any moment of its sending', async () => {
    const reached = await atEachPoint(
      async (here) => removeAlignment(here.database, await first(here), new Date(here.clock.now)),
      async (here) => {
        expect(standing(practice)).toEqual([]);
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toEqual([]);
      },
    );
    expect(reached).toBeGreaterThan(10);
  });

  it('sends what was edited at any moment of its sending', async () => {
    await atEachPoint(
      async (here) => {
        const { id, revision } = await first(here);
        const choice = { relation: 'requires', fit: 'exact' } as const;
        await changeAlignment(
          here.database,
          { id, revision, choice, publishTo: [registryId] },
          new Date(here.clock.now),
        );
      },
      async (here) => {
        expect(standing(practice)).toEqual(['requires Slope']);
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toMatchObject([
          { state: 'delivered', receipt: { revision: 2 } },
        ]);
      },
    );
  });

  it('keeps what was removed and made anew at any moment of its sending', async () => {
    await atEachPoint(
      async (here) => {
        await removeAlignment(here.database, await first(here), new Date(here.clock.now));
        await addAlignment(here.database, published('Slope'), new Date(here.clock.now));
      },
      async (here) => {
        expect(standing(practice)).toEqual(['teaches Slope']);
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toMatchObject([
          { action: 'publish', state: 'delivered' },
        ]);
      },
    );
  });

  it('forgets what waited for a registry that was removed at any moment', async () => {
    await atEachPoint(
      (here) => removeRegistry(here.database, registryId),
      async (here) => {
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toEqual([]);
        expect(practice.accepted()).toBeLessThanOrEqual(1);
      },
    );
  });
});

describe('a worker that is killed', () => {
  /** Kills a worker at its first, second, ... point until one comes through; a second worker then does the rest. */
  async function killedEverywhere(
    prepare: (here: OutboxWorld) => Promise<void>,
    check: (here: OutboxWorld) => Promise<void>,
  ) {
    let deaths = 0;
    for (let died = true, dieAt = 1; died; dieAt += 1) {
      expect(dieAt).toBeLessThan(200);
      practice.order({ clear: true, forget: true });
      const here = await makeWorld(practice);
      await prepare(here);
      here.woken.length = 0;
      const before = practice.requests().length;
      const life = await here.drain({ dieAt });
      died = life.isDead();
      if (died) deaths += 1;
      const spoke = practice.requests().length > before;
      if (died && spoke) expect(here.woken.length, 'nobody wakes the worker again').toBeGreaterThan(0);
      await here.settle();
      await check(here);
      await here.end();
    }
    return deaths;
  }

  it('has published exactly once in the end, wherever it died', async () => {
    const deaths = await killedEverywhere(
      async (here) => {
        await addAlignment(here.database, published('Slope'), new Date(here.clock.now));
      },
      async (here) => {
        expect([practice.published().length, practice.accepted()]).toEqual([1, 1]);
        expect(practice.published()[0]).toMatchObject({ verified: true });
        const [entry] = await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray();
        expect(entry).toMatchObject({ state: 'delivered', receipt: { revision: 1 } });
        const lines = await here.database.history
          .where('alignment')
          .equals(entry?.alignment ?? '')
          .toArray();
        expect(lines.map(({ what }) => what)).toEqual(['created', 'published']);
      },
    );
    expect(deaths).toBeGreaterThan(15);
  }, 30_000);

  it('has withdrawn in the end, wherever it died', async () => {
    const deaths = await killedEverywhere(
      async (here) => {
        const kept = await addAlignment(here.database, published('Slope'), new Date(here.clock.now));
        await here.drain();
        await removeAlignment(here.database, kept, new Date(here.clock.now));
      },
      async (here) => {
        expect(practice.published()).toEqual([]);
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(8);
  }, 30_000);

  it('has moved the object of a changed relation in the end, wherever it died', async () => {
    await killedEverywhere(
      async (here) => {
        const kept = await addAlignment(here.database, published('Slope'), new Date(here.clock.now));
        await here.drain();
        const choice = { relation: 'assesses', fit: 'major' } as const;
        await changeAlignment(here.database, { ...kept, choice, publishTo: [registryId] }, new Date(here.clock.now));
      },
      async (here) => {
        expect(standing(practice)).toEqual(['assesses Slope']);
        expect(practice.accepted()).toBe(2);
        expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toMatchObject([
          { state: 'delivered', receipt: { revision: 2 } },
        ]);
      },
    );
  }, 30_000);

  it('dies again and again at every third point and still delivers everything once', async () => {
    for (const skill of ['a', 'b', 'c']) await save(skill);
    let lives = 0;
    for (let died = true; died && lives < 60; lives += 1)
      died = (await world.drain({ dieAt: 12 + (lives % 3) })).isDead();
    await world.settle();
    expect(standing(practice)).toEqual(['teaches a', 'teaches b', 'teaches c']);
    expect(practice.accepted()).toBe(3);
  });
});

describe('a registry that fails', () => {
  it('is left alone for as long as it asks with 429 and Retry-After', async () => {
    practice.order({ faults: [{ kind: 'status', status: 429, retryAfter: '7200', times: 1 }] });
    await save();
    const begun = world.clock.now;
    await world.drain();
    expect(await entries()).toMatchObject([
      { state: 'queued', attempts: 1, nextTry: begun + 7_200_001, problem: { code: 'R429' } },
    ]);
    expect(world.woken.at(-1)).toBe(begun + 7_200_001);
    const asked = practice.requests().length;
    world.clock.now = begun + 7_200_000;
    await world.drain();
    expect(practice.requests().length).toBe(asked);
    world.clock.now = begun + 7_200_001;
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'delivered', attempts: 0 }]);
    expect((await entries())[0]).not.toHaveProperty('problem');
  });

  it('is tried again with growing pauses, each hour in the end, and nothing is given up', async () => {
    practice.order({ faults: [{ kind: 'status', status: 500 }] });
    await save();
    const waits: number[] = [];
    for (let attempt = 1; attempt < 12; attempt += 1) {
      await world.drain();
      const [entry] = await entries();
      expect(entry).toMatchObject({ state: 'queued', attempts: attempt, problem: { code: 'R500' } });
      waits.push((entry?.nextTry ?? 0) - world.clock.now);
      world.clock.now = entry?.nextTry ?? 0;
    }
    expect(waits.slice(0, 8).every((wait, index) => index === 0 || wait > (waits[index - 1] ?? 0) * 1.5)).toBe(true);
    expect(waits[0]).toBeGreaterThan(13_000);
    expect(waits.at(-1)).toBeGreaterThan(longestWait * 0.87);
    expect(waits.at(-1)).toBeLessThan(longestWait * 1.13);
    practice.order({ clear: true });
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
  });

  it('fails at once what will be refused again', async () => {
    practice.order({ faults: [{ kind: 'status', status: 400, method: 'POST' }] });
    await save();
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'failed', problem: { code: 'R400' } }]);
  });

  it('pauses at 401 until the person has given a key', async () => {
    practice.order({ faults: [{ kind: 'status', status: 401 }] });
    await save();
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'paused', problem: { code: 'R401' } }]);
    const asked = practice.requests().length;
    world.clock.now += longestWait;
    await world.drain();
    expect(practice.requests().length).toBe(asked);
  });

  it('pauses without a signing key, before anything is sent', async () => {
    const here = await makeWorld(practice, { withoutKey: true });
    await addAlignment(here.database, published('Slope'), at());
    const asked = writes();
    await here.drain();
    expect(await here.database.outbox.filter(({ state }) => state !== 'withdrawn').toArray()).toMatchObject([
      { state: 'paused', problem: { code: 'R316' } },
    ]);
    expect(writes()).toBe(asked);
    await here.end();
  });

  it('pauses where the permission was taken back, and sends nothing', async () => {
    world.allowed.yet = false;
    await save();
    const asked = practice.requests().length;
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'paused', problem: { code: 'R320' } }]);
    expect(practice.requests().length).toBe(asked);
    world.allowed.yet = true;
    await retryEntries(world.database, { registry: registryId }, world.clock.now);
    await world.drain();
    expect(standing(practice)).toEqual(['teaches Slope']);
  });

  it('pauses where the person switched the registry off', async () => {
    await save();
    const registry = await world.database.registries.get(registryId);
    if (!registry) throw new Error('no registry');
    await putRegistry(world.database, { ...registry, enabled: false });
    await world.drain();
    expect(practice.accepted()).toBe(0);
    expect(await entries()).toMatchObject([{ state: 'paused' }]);
  });

  it('waits offline and delivers when the network is back', async () => {
    world.online.yet = false;
    await save();
    await world.drain();
    const minute = world.clock.now + offlineWait;
    expect(await entries()).toMatchObject([
      { state: 'queued', attempts: 0, problem: { code: 'R310' }, nextTry: minute },
    ]);
    expect(world.woken.at(-1)).toBe(minute);
    world.online.yet = true;
    await world.settle();
    expect(practice.accepted()).toBe(1);
  });

  it('delivers to a registry whose clock is hours ahead or behind', async () => {
    practice.order({ clockOffset: 5 * 3_600_000 });
    await save('ahead');
    await world.drain();
    practice.order({ clockOffset: -5 * 3_600_000 });
    await save('behind');
    await world.drain();
    expect(standing(practice)).toEqual(['teaches ahead', 'teaches behind']);
  });

  it('does not wait for a year that a wrong clock once promised', async () => {
    practice.order({ faults: [{ kind: 'status', status: 500, times: 1 }] });
    const true_ = world.clock.now;
    world.clock.now += 365 * 86_400_000;
    await save();
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    world.clock.now = true_;
    await world.drain();
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
  });

  it('holds up no other registry', async () => {
    const [registry, key] = await Promise.all([
      world.database.registries.get(registryId),
      world.database.keys.get(registryId),
    ]);
    if (!registry || !key) throw new Error('no registry');
    const down = crypto.randomUUID();
    await putRegistry(world.database, { ...registry, id: down, name: 'Down', address: 'http://127.0.0.1:9/api' });
    await putKey(world.database, { ...key, registry: down });
    const kept = await save();
    await queueAlignments(world.database, [kept.id], [down], new Date(world.clock.now - 1000));
    await world.drain();
    const states = new Map((await entries()).map(({ registry, state }) => [registry, state]));
    expect(states).toEqual(
      new Map([
        [down, 'queued'],
        [registryId, 'delivered'],
      ]),
    );
  });

  it('holds up no other registry with one that never ends its answer', async () => {
    const [registry, key] = await Promise.all([
      world.database.registries.get(registryId),
      world.database.keys.get(registryId),
    ]);
    if (!registry || !key) throw new Error('no registry');
    const hanging = crypto.randomUUID();
    const stalled = await startPracticeRegistry();
    try {
      await putRegistry(world.database, { ...registry, id: hanging, name: 'Hangs', address: `${stalled.url}/api` });
      await putKey(world.database, { ...key, registry: hanging });
      stalled.order({ faults: [{ kind: 'stall' }] });
      const kept = await save();
      await queueAlignments(world.database, [kept.id], [hanging], new Date(world.clock.now - 1000));
      const closing = new AbortController();
      const drained = world.drain({}, closing.signal).catch((error: unknown) => error);
      await expect.poll(() => practice.accepted()).toBe(1);
      await expect
        .poll(async () => (await entries()).map(({ state }) => state).sort())
        .toEqual(['delivered', 'sending']);
      closing.abort(new Error('closing'));
      expect(await drained).toMatchObject({ message: 'closing' });
    } finally {
      await stalled.close();
    }
  });

  it('is asked once and not for each of its rows, and once for each of them when it is well again', async () => {
    for (let index = 0; index < 20; index += 1) await save(`skill ${index}`);
    practice.order({ faults: [{ kind: 'status', status: 503 }] });
    const before = practice.requests().length;
    await world.drain();
    expect(practice.requests().length - before).toBe(1);
    expect((await entries()).every(({ state, problem }) => state === 'queued' && problem?.code === 'R503')).toBe(true);
    practice.order({ clear: true });
    await world.settle();
    expect(practice.accepted()).toBe(20);
  });

  it('pauses all its rows at one 401, and none of another', async () => {
    for (const skill of ['a', 'b', 'c']) await save(skill);
    practice.order({ faults: [{ kind: 'status', status: 401 }] });
    const before = practice.requests().length;
    await world.drain();
    expect(practice.requests().length - before).toBe(1);
    expect((await entries()).map(({ state }) => state)).toEqual(['paused', 'paused', 'paused']);
  });

  it('that stumbles over one row gets all others', async () => {
    const kept = await save('stumble');
    await save('a');
    await save('b');
    const path = new URL(await addressOfFirst(kept.id)).pathname;
    practice.order({ faults: [{ kind: 'status', status: 500, path }] });
    for (let round = 0; round < 6; round += 1) {
      world.clock.now += 2 * longestWait;
      await world.drain();
    }
    expect(standing(practice)).toEqual(['teaches a', 'teaches b']);
    expect((await entries()).map(({ state }) => state).sort()).toEqual(['delivered', 'delivered', 'queued']);
  });

  it.each([86_400_000, -86_400_000])('delivers in time where the clock jumps by %d ms and back', async (jump) => {
    practice.order({ faults: [{ kind: 'status', status: 503, times: 2 }] });
    await save('before');
    await world.drain();
    world.clock.now += jump;
    await save('meanwhile');
    await world.drain();
    world.clock.now -= jump;
    for (let round = 0; round < 3; round += 1) {
      world.clock.now += longestWait;
      await world.drain();
    }
    expect(standing(practice)).toEqual(['teaches before', 'teaches meanwhile']);
    expect(practice.accepted()).toBe(2);
  });

  it('holds up nobody with a bug of ours, which is told once and tried again later', async () => {
    let broken = true;
    const cass: typeof registries.cass = {
      ...registries.cass,
      publish: (connection, publication, signal) => {
        if (broken && publication.alignment.skill.name === 'poison') throw new TypeError('a bug');
        return registries.cass.publish?.(connection, publication, signal) ?? Promise.reject(new Error('no publish'));
      },
    };
    const here = await makeWorld(practice, { adapters: { ...registries, cass } });
    await addAlignment(here.database, published('poison'), at());
    await addAlignment(here.database, published('Slope'), new Date(here.clock.now + 1));
    here.clock.now += 1;
    await expect(here.drain()).rejects.toThrow('a bug');
    expect(here.woken.at(-1)).toBeGreaterThan(here.clock.now);
    await here.drain();
    expect(standing(practice)).toEqual(['teaches Slope']);
    broken = false;
    await here.settle();
    expect(standing(practice)).toEqual(['teaches Slope', 'teaches poison']);
    await here.end();
  });

  it('gives a withdrawal its own tries where the publishing before it was refused', async () => {
    practice.order({ faults: [{ kind: 'status', status: 400, method: 'POST', times: 1 }] });
    const kept = await save();
    let removed = false;
    await world.drain({
      async meanwhile(point) {
        if (point !== 'before a request' || removed) return;
        removed = true;
        await removeAlignment(world.database, kept, at());
      },
    });
    await world.settle();
    expect(await entries()).toEqual([]);
  });

  it('stops at an abort without noting a failure', async () => {
    await save();
    const aborter = new AbortController();
    const meanwhile = async (point: string) => {
      if (point === 'before a request') aborter.abort(new Error('closing'));
    };
    await expect(world.drain({ meanwhile }, aborter.signal)).rejects.toThrow('closing');
    expect(await entries()).toMatchObject([{ state: 'sending', attempts: 0 }]);
    await world.drain();
    expect(practice.accepted()).toBe(1);
  });
});
