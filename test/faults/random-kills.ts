import type { Fault } from '../support/practice-registry/faults.ts';
import { type Chance, openChance, pause } from './chance.ts';
import { alignmentTo, drain, type Found, type Stage, wrongAtRest } from './stage.ts';

/** How many kills in how many publishes. */
export type RandomKills = { kills: number; publishes: number; seed?: number };

/** A registry at its worst: slow, dropping the answer to what it stored, busy, broken before and after storing. */
function faultOf(chance: Chance): Fault {
  const once = { path: '/api', times: 1 } as const;
  return chance.of<Fault>([
    { ...once, kind: 'slow', ms: 40 + chance.below(200) },
    { ...once, kind: 'drop', method: 'POST', path: '/api/data' },
    { ...once, kind: 'drop' },
    { ...once, kind: 'status', status: 429, retryAfter: '2' },
    { ...once, kind: 'status', status: 500 },
    { ...once, kind: 'status', status: 500, after: true, method: 'POST', path: '/api/data' },
  ]);
}

/**
 * Publishes while the registry misbehaves and the worker is killed at times that chance decides. Whoever is not told that
 * an alignment was saved saves it again. In the end none is lost and none stands twice.
 */
export async function killAtRandom(stage: Stage, { kills, publishes, seed }: RandomKills): Promise<Found> {
  const { hand, browser, registry, id } = stage;
  const chance = openChance(seed);
  const found: string[] = [];
  let killed = 0;
  let unanswered = 0;
  let clock = 0;
  let isSaving = true;

  const save = async () => {
    for (let skill = 1; skill <= publishes; skill += 1) {
      if (chance.below(3) === 0) registry.order({ faults: [faultOf(chance)] });
      for (let tries = 1; ; tries += 1) {
        const answer = await hand.ask('addAlignment', alignmentTo(skill, [id]));
        if (answer.ok) break;
        if (answer.problem.code !== 'M601' || tries > 20) {
          found.push(`skill ${skill} was refused: ${answer.problem.code}`);
          break;
        }
        unanswered += 1;
      }
    }
    isSaving = false;
  };
  const kill = async () => {
    while (killed < kills) {
      await pause(chance.below(250));
      await browser.killBackground();
      killed += 1;
      // Whoever comes back an hour later finds everything due.
      clock += 3_600_000;
      await hand.rehearse({ clock });
      await hand.ask(isSaving ? 'prepare' : 'retry', isSaving ? {} : { registry: id });
    }
  };
  await Promise.all([save(), kill()]);
  registry.order({ clear: true });
  const kept = await drain(stage, 300_000);
  if (kept.alignments.length !== publishes) found.push(`${kept.alignments.length} alignments of ${publishes} are kept`);
  found.push(...wrongAtRest(stage, kept));
  const told = `${killed} kills in ${publishes} publishes, ${unanswered} saves repeated for want of an answer`;
  return { did: `${told}, ${registry.requests().length} requests (seed ${chance.seed})`, found };
}
