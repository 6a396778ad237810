import fc from 'fast-check';
import type { Fit } from '../../lib/domain/resource-alignment.ts';
import { type Hand, handOn } from './hand.ts';
import { readKept, tornIn } from './kept.ts';
import { alignmentTo, type Found, type Stage } from './stage.ts';

/** What is there, as far as it concerns who may change what. */
type Model = Map<string, { revision: number; note: string }>;

/** A surface, and what it saw when it looked last. */
type Window = { hand: Hand; seen: Map<string, number> };
type Real = { windows: Window[]; found: string[]; next: number };

type Step = fc.AsyncCommand<Model, Real>;

/** An alignment that a window saw, by chance. */
function sighted({ seen }: Window, pick: number): [string, number] | undefined {
  const all = [...seen];
  return all[pick % Math.max(1, all.length)];
}

/** Runs an act on what a window saw; it has to hold where nobody was faster, and to be refused as S220 where somebody was. */
async function judged(
  model: Model,
  { found }: Real,
  [id, revision]: [string, number],
  act: () => ReturnType<Hand['ask']>,
): Promise<boolean> {
  const isCurrent = model.get(id)?.revision === revision;
  const answer = await act();
  const said = answer.ok ? 'done' : answer.problem.code;
  if (said !== (isCurrent ? 'done' : 'S220'))
    found.push(`revision ${revision} of ${id}, which is at ${model.get(id)?.revision}: ${said}`);
  return answer.ok;
}

function steps(): fc.Arbitrary<Step>[] {
  const which = fc.record({ window: fc.nat(2), pick: fc.nat(20), note: fc.string({ maxLength: 20 }) });
  const step = (
    name: string,
    run: (given: { pick: number; note: string }, window: Window, model: Model, real: Real) => Promise<void>,
  ) =>
    which.map(
      (given): Step => ({
        check: () => true,
        run: async (model, real) => {
          const window = real.windows[given.window];
          if (window) await run(given, window, model, real);
        },
        toString: () => `${name}(${given.window}, ${given.pick})`,
      }),
    );
  const fit: Fit = 'minor';
  return [
    step('look', async (_given, window) => {
      window.seen = new Map((await readKept(window.hand)).alignments.map(({ id, revision }) => [id, revision]));
    }),
    step('add', async (_given, window, model, real) => {
      real.next += 1;
      const answer = await window.hand.ask('addAlignment', alignmentTo(real.next));
      if (!answer.ok) return void real.found.push(`adding was refused: ${answer.problem.code}`);
      const { id, revision } = answer.value as { id: string; revision: number };
      model.set(id, { revision, note: '' });
      window.seen.set(id, revision);
    }),
    step('change', async ({ pick, note }, window, model, real) => {
      const target = sighted(window, pick);
      if (!target) return;
      const [id, revision] = target;
      const choice = { relation: 'teaches' as const, fit, note };
      const done = await judged(model, real, target, () =>
        window.hand.ask('changeAlignment', { id, revision, choice, publishTo: [] }),
      );
      if (!done) return;
      model.set(id, { revision: revision + 1, note });
      window.seen.set(id, revision + 1);
    }),
    step('remove', async ({ pick }, window, model, real) => {
      const target = sighted(window, pick);
      if (!target) return;
      const [id, revision] = target;
      if (await judged(model, real, target, () => window.hand.ask('removeAlignment', { id, revision })))
        model.delete(id);
    }),
    step('both at once', async ({ pick }, window, model, real) => {
      const target = sighted(window, pick);
      const [other] = real.windows.filter((one) => one !== window);
      if (!target || !other || model.get(target[0])?.revision !== target[1]) return;
      const [id, revision] = target;
      const change = (hand: Hand, note: string) =>
        hand.ask('changeAlignment', { id, revision, choice: { relation: 'teaches', fit, note }, publishTo: [] });
      const answers = await Promise.all([change(window.hand, 'one'), change(other.hand, 'two')]);
      if (answers.filter(({ ok }) => ok).length !== 1)
        real.found.push(`${answers.filter(({ ok }) => ok).length} of two changes at once hold`);
      model.set(id, { revision: revision + 1, note: answers[0].ok ? 'one' : 'two' });
    }),
  ];
}

/** Three surfaces in two windows do what chance decides, each by what it saw; in the end what is kept is what the model says. */
export async function actInWindows(
  stage: Stage,
  options: { runs: number; commands: number; seed?: number },
): Promise<Found> {
  const { browser, hand } = stage;
  const surfaces = [
    await browser.openExtensionPage('options.html'),
    await browser.openExtensionPage('library.html'),
    await browser.openExtensionWindow('popup.html'),
  ];
  const found: string[] = [];
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  let next = 0;
  let ran = 0;
  const property = fc.asyncProperty(
    fc.commands(steps(), { maxCommands: options.commands, size: 'max' }),
    async (commands) => {
      await clear(hand);
      const real: Real = {
        windows: surfaces.map((surface) => ({ hand: handOn(surface), seen: new Map() })),
        found: [],
        next,
      };
      const model: Model = new Map();
      await fc.asyncModelRun(() => ({ model, real }), commands);
      next = real.next;
      ran += 1;
      const kept = await readKept(hand);
      const standing = new Map(kept.alignments.map(({ id, revision, note = '' }) => [id, { revision, note }]));
      for (const id of new Set([...model.keys(), ...standing.keys()])) {
        const [wanted, there] = [model.get(id), standing.get(id)];
        if (wanted?.revision !== there?.revision || wanted?.note.trim() !== there?.note.trim())
          real.found.push(`${id} is ${JSON.stringify(there)}, the model says ${JSON.stringify(wanted)}`);
      }
      real.found.push(...tornIn(kept));
      if (real.found.length > 0) throw new Error(real.found.join('\n'));
    },
  );
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    numRuns: options.runs,
    seed,
    endOnFailure: true,
  });
  if (failed) found.push(`${counterexample}: ${errorInstance}`);
  await clear(hand);
  for (const surface of surfaces.slice(0, 2)) await surface.close();
  return {
    did: `${ran} runs of up to ${options.commands} acts in three surfaces (seed ${seed})`,
    found,
  };
}

async function clear(hand: Hand): Promise<void> {
  for (const { id, revision } of (await readKept(hand)).alignments) await hand.ask('removeAlignment', { id, revision });
}
