import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { Relation, ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { retryEntries } from '../../lib/store/outbox.ts';
import type { Fault } from '../support/practice-registry/faults.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { registryId } from '../support/samples.ts';
import { makeWorld, type OutboxWorld, published } from './outbox-world.ts';

let practice: PracticeRegistry;
beforeAll(async () => {
  practice = await startPracticeRegistry();
});
afterAll(() => practice.close());

/** Something that a person, the network or the browser does. `which` chooses among the alignments that are there. */
type Deed =
  | { do: 'save'; skill: string; relation: Relation; publish: boolean }
  | { do: 'edit'; which: number; relation: Relation; note: string; publish: boolean }
  | { do: 'remove'; which: number }
  | { do: 'publish'; which: number }
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
  fc.record({ do: fc.constant('publish' as const), which }),
);
// Left out are the lies that nobody can see through: a yes to a write that was not made, a 404 for what stands.
const spoiled = fc.record({
  kind: fc.constantFrom('drop', 'html', 'truncated'),
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
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
      ms: fc.constantFrom(1000, 60_000, 4_000_000, -4_000_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
);

async function perform(world: OutboxWorld, what: Deed): Promise<void> {
  const { database, clock } = world;
  const now = new Date(clock.now);
  const to = (publish: boolean) => (publish ? [registryId] : []);
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
      if (one) await queueAlignments(database, [one.id], [registryId], now);
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
          await perform(world, meanwhile);
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
    case 'retry':
      await retryEntries(database, { registry: registryId }, clock.now);
  }
}

/** Two alignments must not come to say the same; the store refuses that, and nothing changes. */
function unlessClash(error: unknown): void {
  if (!(error instanceof ProblemError) || error.problem.code !== 'S221') throw error;
}

/** When all is mended and the person asks once more: what stands at the registry is what the database says. */
async function compare(world: OutboxWorld): Promise<void> {
  const { database } = world;
  practice.order({ clear: true });
  await retryEntries(database, { registry: registryId }, world.clock.now);
  await world.settle();
  const entries = await database.outbox.filter(({ state }) => state !== 'withdrawn').toArray();
  expect(entries.filter(({ state }) => state !== 'delivered')).toEqual([]);
  const objects = new Map(practice.published().map((published) => [published.id, published]));
  // One that was changed since and not published again may share its old place with one that says the same now.
  expect(new Set(objects.keys())).toEqual(new Set(entries.map(({ uri }) => uri)));
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
        const world = await makeWorld(practice);
        try {
          for (const one of deeds) await perform(world, one);
          await compare(world);
        } finally {
          await world.end();
        }
      }),
      { numRuns: Number(process.env.PLUMBLINE_RUNS ?? 150) },
    );
  }, 300_000);
});
