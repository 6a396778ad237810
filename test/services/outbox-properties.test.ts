import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { Relation, ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { registries } from '../../lib/registries/index.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { dropEntry, resumeEntries, retryEntries } from '../../lib/store/outbox.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import type { Fault } from '../support/practice-registry/faults.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { registryId } from '../support/samples.ts';
import { makeWorld, type OutboxWorld, published } from './outbox-world.ts';
import { pageAdapter, standingInPages } from './page-registry.ts';

const adapters = { ...registries, osmt: pageAdapter };

let practice: PracticeRegistry;
beforeAll(async () => {
  practice = await startPracticeRegistry();
});
afterAll(() => practice.close());

/** A second registry, of which one object holds a whole page. */
const pagesId = '9b1c8f7e-2d43-4c55-8a0e-6f2a7b3c4d5e';
const both = [registryId, pagesId];

/** Something that a person, the network or the browser does. `which` chooses among the alignments that are there. */
type Deed =
  | { do: 'save'; skill: string; relation: Relation; publish: boolean }
  | { do: 'edit'; which: number; relation: Relation; note: string; publish: boolean }
  | { do: 'remove'; which: number }
  | { do: 'publish'; which: number; at: string }
  | { do: 'drop'; which: number }
  | { do: 'switch'; at: string; enabled: boolean }
  | { do: 'allow'; allowed: boolean }
  | { do: 'drain'; dieAt: number | undefined; meanwhile: Deed | undefined; at: number }
  | { do: 'fault'; fault: Fault }
  | { do: 'wait'; ms: number }
  | { do: 'retry' };

const relation = fc.constantFrom<Relation>('teaches', 'assesses', 'requires');
const which = fc.nat(5);
const persons = fc.oneof<fc.Arbitrary<Deed>[]>(
  fc.record({ do: fc.constant('save' as const), skill: fc.constantFrom('a', 'b'), relation, publish: fc.boolean() }),
  fc.record({
    do: fc.constant('edit' as const),
    which,
    relation,
    note: fc.constantFrom('', 'x'),
    publish: fc.boolean(),
  }),
  fc.record({ do: fc.constant('remove' as const), which }),
  fc.record({ do: fc.constant('publish' as const), which, at: fc.constantFrom(...both) }),
  fc.record({ do: fc.constant('drop' as const), which }),
  fc.record({ do: fc.constant('switch' as const), at: fc.constantFrom(...both), enabled: fc.boolean() }),
);
// Left out are the lies that nobody can see through: a yes to a write that was not made, a 404 for what stands.
const spoiled = fc.record({
  kind: fc.constantFrom('drop', 'html', 'truncated'),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  after: fc.boolean(),
  times: fc.constant(1),
});
const refused = fc.record({
  kind: fc.constant('status'),
  status: fc.constantFrom(400, 401, 429, 500, 503),
  retryAfter: fc.constantFrom(undefined, '5', '600'),
  times: fc.integer({ min: 1, max: 2 }),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: persons },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('drain' as const),
      dieAt: fc.option(fc.integer({ min: 1, max: 45 }), { nil: undefined }),
      meanwhile: fc.option(persons, { nil: undefined }),
      at: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.oneof(spoiled, refused) as fc.Arbitrary<Fault>,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1000, 60_000, 4_000_000, -4_000_000, 86_400_000, -86_400_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('allow' as const), allowed: fc.boolean() }) },
);

async function perform(world: OutboxWorld, what: Deed, dropped: Set<string>): Promise<void> {
  const { database, clock } = world;
  const now = new Date(clock.now);
  const to = (publish: boolean) => (publish ? both : []);
  const chosen = async (index: number): Promise<ResourceAlignment | undefined> => {
    const all = await database.alignments.toArray();
    return all[index % Math.max(all.length, 1)];
  };
  switch (what.do) {
    case 'save':
      await addAlignment(database, { ...published(what.skill, what.relation), publishTo: to(what.publish) }, now);
      return;
    case 'edit': {
      const one = await chosen(what.which);
      const { relation, note, publish } = what;
      if (!one) return;
      const choice = { relation, fit: 'major', ...(note && { note }) } as const;
      await changeAlignment(
        database,
        { id: one.id, revision: one.revision, choice, publishTo: to(publish) },
        now,
      ).catch(unlessClash);
      return;
    }
    case 'remove': {
      const one = await chosen(what.which);
      if (one) await removeAlignment(database, one, now);
      return;
    }
    case 'publish': {
      const one = await chosen(what.which);
      if (one) await queueAlignments(database, [one.id], [what.at], now);
      return;
    }
    case 'drain': {
      const { meanwhile, at, dieAt } = what;
      let done = false;
      await world.drain({
        ...(dieAt && { dieAt }),
        async meanwhile(_, count) {
          if (!meanwhile || done || count < at) return;
          done = true;
          await perform(world, meanwhile, dropped);
        },
      });
      return;
    }
    case 'fault':
      practice.order({ faults: [what.fault] });
      return;
    case 'wait':
      clock.now += what.ms;
      return;
    case 'drop': {
      const entries = await database.outbox.toArray();
      const entry = entries[what.which % Math.max(entries.length, 1)];
      if (!entry) return;
      if (entry.uri) dropped.add(entry.registry === pagesId ? entry.alignment : entry.uri);
      await dropEntry(database, entry.id);
      return;
    }
    case 'switch': {
      const registry = await database.registries.get(what.at);
      if (registry) await putRegistry(database, { ...registry, enabled: what.enabled });
      return;
    }
    case 'allow':
      world.allowed.yet = what.allowed;
      if (what.allowed) await resumeEntries(database, 'R320', clock.now);
      return;
    case 'retry':
      await retryEntries(database, { all: true }, clock.now);
  }
}

/** Two alignments must not come to say the same; the store refuses that, and nothing changes. */
function unlessClash(error: unknown): void {
  if (!(error instanceof ProblemError) || error.problem.code !== 'S221') throw error;
}

/**
 * When all is mended and the person asks once more: what stands at each registry is what the database says. What the
 * person dropped may stand there besides.
 */
async function compare(world: OutboxWorld, dropped: ReadonlySet<string>): Promise<void> {
  const { database } = world;
  practice.order({ clear: true });
  world.allowed.yet = true;
  for (const registry of await database.registries.toArray())
    await putRegistry(database, { ...registry, enabled: true });
  await retryEntries(database, { all: true }, world.clock.now);
  await world.settle();
  const entries = await database.outbox.filter(({ state }) => state !== 'withdrawn').toArray();
  expect(entries.filter(({ state }) => state !== 'delivered')).toEqual([]);
  await compareObjects(
    world,
    entries.filter(({ registry }) => registry === registryId),
    dropped,
  );
  const said = entries.filter(({ registry }) => registry === pagesId);
  const expected = said.map(({ alignment, receipt }) => `${alignment}@${receipt?.revision}`).sort();
  const known = (one: string) => !dropped.has(one.slice(0, one.indexOf('@'))) || expected.includes(one);
  expect(standingInPages(practice).filter(known)).toEqual(expected);
}

async function compareObjects(
  { database }: OutboxWorld,
  entries: readonly OutboxEntry[],
  dropped: ReadonlySet<string>,
): Promise<void> {
  const objects = new Map(practice.published().map((published) => [published.id, published]));
  // One that was changed since and not published again may share its old place with one that says the same now.
  const addresses = new Set(entries.map(({ uri = '' }) => uri));
  const besides = [...objects.keys()].filter((address) => !dropped.has(address) || addresses.has(address));
  expect(new Set(besides)).toEqual(addresses);
  for (const { uri = '', alignment, receipt } of entries) {
    const kept = await database.alignments.get(alignment);
    expect(objects.get(uri)).toMatchObject({ verified: true });
    if (kept?.revision !== receipt?.revision) continue;
    expect(objects.get(uri)?.object.educationalAlignment).toMatchObject({
      alignmentType: kept?.relation,
      targetName: kept?.skill.name,
    });
  }
}

describe('the outbox', () => {
  it('loses nothing and doubles nothing, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
        practice.order({ clear: true, forget: true });
        const world = await makeWorld(practice, { adapters, besides: { [pagesId]: 'osmt' } });
        const dropped = new Set<string>();
        try {
          for (const one of deeds) await perform(world, one, dropped);
          await compare(world, dropped);
        } finally {
          await world.end();
        }
      }),
      { numRuns: Number(process.env.PLUMBLINE_RUNS ?? 150) },
    );
  }, 300_000);
});
