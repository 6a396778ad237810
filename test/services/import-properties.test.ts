import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeepFrameworks } from '../../lib/services/keep-frameworks.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { frameworkNamed, mortalDatabase, needsOver, sheetFile, skillOf, visible } from './import-world.ts';
import { patient } from './support.ts';

type Step =
  | { do: 'import'; name: string; codes: string[]; dieAt?: number; breaksAt?: number }
  | { do: 'remove' | 'bring back' | 'switch'; name: string };

/** What a person would expect to be there, by the framework's name. */
type Model = {
  kept: Map<string, { codes: string[]; off: boolean }>;
  retired: Map<string, { codes: string[]; off: boolean }>;
};

const someName = fc.constantFrom('Maths', 'Science');
const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        do: fc.constant('import' as const),
        name: someName,
        codes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
        dieAt: fc.integer({ min: 1, max: 30 }),
        breaksAt: fc.nat({ max: 3 }),
      },
      { requiredKeys: ['do', 'name', 'codes'] },
    ),
  },
  fc.record({ do: fc.constantFrom('remove' as const, 'bring back' as const, 'switch' as const), name: someName }),
);

const clock = { now: new Date('2026-03-01T10:00:00.000Z') };
const uriOf = (name: string) => frameworkNamed(name).uri;

it('shows what a person would expect after any steps, of which some fail or are killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { maxLength: 8 }), async (steps) => {
      const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
      const model: Model = { kept: new Map(), retired: new Map() };
      for (const step of steps) {
        if (await took(database, step)) follow(model, step);
        await needsOver(database, clock).sweep();
        await expectAsModelled(database, model);
      }
      await database.delete();
    }),
    { numRuns: 40 },
  );
});

/** Takes a step as a worker of its own would, and answers whether it took effect. */
async function took(database: PlumblineDatabase, step: Step): Promise<boolean> {
  const keeper = createKeepFrameworks(needsOver(database, clock));
  const kept = async () => (await database.frameworks.toArray()).find(({ uri }) => uri === uriOf(step.name));
  if (step.do === 'import') return imported(database, step);
  if (step.do === 'bring back') {
    const shelved = (await database.shelf.toArray()).find((one) => one.framework?.uri === uriOf(step.name));
    if (shelved) await keeper.bringBack({ id: shelved.id });
    return shelved !== undefined;
  }
  const framework = await kept();
  if (!framework) return false;
  if (step.do === 'remove') await keeper.removeFramework({ id: framework.id });
  else await keeper.enableFramework({ id: framework.id, enabled: framework.enabled === false });
  return true;
}

async function imported(database: PlumblineDatabase, step: Extract<Step, { do: 'import' }>): Promise<boolean> {
  const before = (await database.frameworks.toArray()).map(({ id }) => id);
  const { database: mortal } = await mortalDatabase(database.name, step.dieAt ?? Number.POSITIVE_INFINITY);
  const skills = step.codes.map((code) => skillOf(`${step.name}.${code}`));
  const sheet = { frameworks: [{ framework: frameworkNamed(step.name), skills }] };
  const file = sheetFile(step.breaksAt === undefined ? sheet : { ...sheet, breaksAt: step.breaksAt });
  await createKeepFrameworks(needsOver(mortal, clock))
    .importDocument({ source: { file } }, () => {}, patient)
    .catch(() => {});
  mortal.close();
  return (await database.frameworks.toArray()).some(({ id }) => !before.includes(id));
}

function follow({ kept, retired }: Model, step: Step): void {
  const { name } = step;
  const now = kept.get(name);
  const shelved = retired.get(name);
  if (step.do === 'switch') {
    if (now) kept.set(name, { ...now, off: !now.off });
    return;
  }
  kept.delete(name);
  // What is retired gives way to what is retired after it, and leaves the shelf where it is brought back.
  if (step.do === 'bring back') retired.delete(name);
  if (now) retired.set(name, now);
  if (step.do === 'import') kept.set(name, { codes: step.codes, off: now?.off ?? false });
  if (step.do === 'bring back' && shelved) kept.set(name, shelved);
}

async function expectAsModelled(database: PlumblineDatabase, { kept, retired }: Model): Promise<void> {
  const seen = await visible(database);
  const names = (name: string, codes: string[]) => codes.map((code) => `Skill ${name}.${code}`);
  const wanted = [...kept].sort(([one], [other]) => one.localeCompare(other));
  expect(seen.frameworks).toEqual(
    wanted.map(([name, { codes, off }]) => ({
      uri: uriOf(name),
      skills: codes.length,
      off,
      top: names(name, codes),
      below: [],
      found: off ? [] : names(name, codes).sort(),
    })),
  );
  expect(seen.retired).toEqual([...retired.keys()].map(uriOf).sort());
}
