import type { Surface } from '../support/browsers/browser.ts';
import { until } from '../support/browsers/until.ts';
import type { Answered } from './hand.ts';
import { readKept } from './kept.ts';
import { alignmentTo, drain, type Found, type Stage, skillIn, wrongAtRest } from './stage.ts';

/** An act of a person's that saves and publishes. `standing` is the alignment that it is about, where it needs one. */
type Act = {
  name: 'addAlignment' | 'changeAlignment' | 'removeAlignment';
  run(stage: Stage, skill: number): Promise<Answered>;
  /** How many objects of the skill there are in the end. */
  leaves: 0 | 1;
};

const acts: readonly Act[] = [
  {
    name: 'addAlignment',
    run: ({ hand, id }, skill) => hand.ask('addAlignment', alignmentTo(skill, [id])),
    leaves: 1,
  },
  {
    name: 'changeAlignment',
    async run(stage, skill) {
      const { id, revision, relation } = await standing(stage, skill);
      const choice = { relation, fit: 'minor' as const, note: `Revision ${revision}` };
      return stage.hand.ask('changeAlignment', { id, revision, choice, publishTo: [stage.id] });
    },
    leaves: 1,
  },
  {
    name: 'removeAlignment',
    async run(stage, skill) {
      const { id, revision } = await standing(stage, skill);
      return stage.hand.ask('removeAlignment', { id, revision });
    },
    leaves: 0,
  },
];

async function standing({ hand }: Stage, skill: number) {
  const found = (await readKept(hand)).alignments.find(({ skill: { uri } }) => uri.endsWith(`/${skill}`));
  if (!found) throw new Error(`skill ${skill} is not aligned`);
  return found;
}

/** The skill that the page is aligned to before points are recorded; no other alignment is to it. */
const firstOfPage = 10_000;

/** Every point of saving, changing and removing, each with its publishing, as an undisturbed run passes them. */
export async function pointsOf(stage: Stage): Promise<Map<Act, string[]>> {
  const points = new Map<Act, string[]>();
  // What only a page's first alignment passes is not reached again.
  await stage.hand.ask('addAlignment', alignmentTo(firstOfPage, [stage.id]));
  await drain(stage);
  for (const act of acts) {
    await stage.hand.rehearse({ record: true });
    const answer = await act.run(stage, 0);
    if (!answer.ok) throw new Error(`${act.name}: ${answer.problem.code}`);
    await atRest(stage);
    points.set(act, (await stage.hand.rehearsed()).passed ?? []);
  }
  await stage.hand.rehearse({});
  return points;
}

/** Waits until all is delivered, without a nudge, and the worker has gone on to its last alarm. */
async function atRest({ hand }: Stage): Promise<void> {
  let before = '';
  await until('the outbox to rest', async () => {
    const { outbox } = await readKept(hand);
    const passed = JSON.stringify((await hand.rehearsed()).passed);
    const rests = passed === before && outbox.every(({ state }) => state === 'delivered' || state === 'withdrawn');
    before = passed;
    return rests ? true : undefined;
  });
}

/** How points are tried: every nth of each act's, and the popup that has to tell the truth in the end. */
export type PointOptions = { every: number; popup: Surface };

/**
 * Kills the worker at each point of each act, wakes it, and looks: was the act acknowledged, it holds; was it not, it was
 * done whole or not at all, and doing it again does it once. In the end the registry has each object once.
 */
export async function killAtPoints(stage: Stage, { every, popup }: PointOptions): Promise<Found> {
  const found: string[] = [];
  const points = await pointsOf(stage);
  let kills = 0;
  let missed = 0;
  let skill = 1;
  for (const [act, names] of points) {
    if (names.length < 5) found.push(`${act.name} passed only ${names.length} points`);
    for (const [index, point] of names.entries()) {
      if (index % every !== 0) continue;
      skill += 1;
      if (act.name !== 'addAlignment') {
        await stage.hand.ask('addAlignment', alignmentTo(skill, [stage.id]));
        await drain(stage);
      }
      if (await killedAt(stage, act, skill, point)) kills += 1;
      else missed += 1;
      const kept = await drain(stage);
      const where = `${act.name} killed at "${point}": `;
      found.push(...wrongAtRest(stage, kept).map((wrong) => where + wrong));
      const left = stage.registry.published().filter(({ object }) => skillIn(object) === skill);
      if (left.length !== act.leaves) found.push(`${where}${left.length} objects at the registry`);
      found.push(...(await untrue(popup, kept.alignments.length)).map((wrong) => where + wrong));
    }
  }
  // What runs beside an act may come before or after it, so a name may once not be reached.
  if (missed > kills / 10) found.push(`${missed} of ${kills + missed} points were not reached again`);
  const counts = [...points].map(([{ name }, names]) => `${names.length} of ${name}`).join(', ');
  return { did: `${kills} kills at points (${counts}; every ${every}.)`, found };
}

/** How long after its answer an act's delivery may take to come to a point, in milliseconds. */
const longestDelivery = 5000;

/** Does an act with the worker killed at a point; where nobody was told that it is done, does it again as a person would. */
async function killedAt(stage: Stage, act: Act, skill: number, point: string): Promise<boolean> {
  const { hand, browser } = stage;
  await hand.rehearse({ stopAt: point });
  let answer: Answered | undefined;
  let answered = Number.POSITIVE_INFINITY;
  const answering = act.run(stage, skill).then((given) => {
    answer = given;
    answered = performance.now();
  });
  // What is kept cannot be looked at meanwhile: a worker that stopped inside a transaction keeps it to itself.
  const stopped = await until(
    `the worker to stop at ${point}`,
    async () => {
      if ((await hand.rehearsed()).stopped) return 'stopped' as const;
      return performance.now() > answered + longestDelivery ? 'passed' : undefined;
    },
    { limit: 30_000 },
  );
  await browser.killBackground();
  await answering;
  if (answer?.ok) return stopped === 'stopped';
  const kept = (await readKept(hand)).alignments.find(({ skill: { uri } }) => uri.endsWith(`/${skill}`));
  // Its second try is refused where the first was done: what it is about is changed, or gone.
  if (act.name !== 'removeAlignment' || kept) await act.run(stage, skill);
  return stopped === 'stopped';
}

/** What the popup, which stayed open all the time, says that is not so. */
async function untrue(popup: Surface, count: number): Promise<string[]> {
  const looks = () =>
    popup.evaluate(() => ({
      rows: document.querySelectorAll('[aria-labelledby=made] .alignment').length,
      published: document.querySelectorAll('[aria-labelledby=made] .alignment .state-published').length,
    }));
  try {
    await until('the popup to tell the truth', async () => {
      const { rows, published } = await looks();
      return rows === count && published === count ? true : undefined;
    });
    return [];
  } catch {
    const { rows, published } = await looks();
    return [`the popup shows ${rows} alignments, ${published} published, where ${count} are`];
  }
}
