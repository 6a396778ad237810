import type { Registry } from '../../lib/domain/registry.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import type { Browser } from '../support/browsers/browser.ts';
import { until } from '../support/browsers/until.ts';
import { addRegistry } from '../support/journey.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { foundSkill } from '../support/samples.ts';
import { pause } from './chance.ts';
import { type Hand, openHand } from './hand.ts';
import { type Kept, readKept, tornIn } from './kept.ts';

/** What a fault did, in a few words and numbers, and what it found wrong; nothing is what is hoped for. */
export type Found = { did: string; found: string[] };

/** A browser with Plumbline, one registry that takes alignments, and a hand. */
export type Stage = {
  browser: Browser;
  registry: PracticeRegistry;
  /** The registry's id in Plumbline. */
  id: string;
  hand: Hand;
  close(): Promise<void>;
};

/** The page that everything here is about. */
export const lesson = 'https://lessons.millbrook.example/lesson.html';

/** Adds a registry as a person does and opens the hand. */
export async function setStage(browser: Browser): Promise<Stage> {
  const registry = await startPracticeRegistry();
  await browser.grantHost('http://127.0.0.1/*');
  const options = await browser.openExtensionPage('options.html');
  await addRegistry(options, { kind: 'CASS', address: `${registry.url}/api`, name: 'Practice CASS' });
  await options.close();
  const hand = await openHand(browser);
  const { registries } = await hand.rows('registries');
  const [{ id }] = registries as [Registry];
  return { browser, registry, id, hand, close: registry.close };
}

/** A new alignment to the skill of a number, to be published at once where registries are named. */
export function alignmentTo(skill: number, publishTo: string[] = [], over: Partial<AlignmentChoice> = {}) {
  return {
    resource: { address: lesson, fields: { title: [{ value: 'The slope of a line', by: 'json-ld' as const }] } },
    skill: foundSkill({ uri: `https://skills.example/api/skills/${skill}`, name: `Skill ${skill}` }),
    choice: { relation: 'teaches' as const, fit: 'major' as const, ...over },
    publishTo,
  };
}

/** The number of the skill that something published names. */
export function skillIn(object: Record<string, unknown>): number {
  return Number(/api\/skills\/(\d+)/.exec(JSON.stringify(object))?.[1] ?? -1);
}

/** Waits until nothing is queued or on its way, seeing to it that what waits is due: the clock jumps an hour at a time. */
export async function drain({ hand, id }: Stage, limit = 60_000): Promise<Kept> {
  let clock = 0;
  return until(
    'the outbox to be empty',
    async () => {
      const kept = await readKept(hand);
      if (kept.outbox.every(({ state }) => state === 'delivered' || state === 'withdrawn')) return kept;
      if (kept.outbox.some(({ state }) => state === 'failed')) await hand.ask('retry', { registry: id });
      clock += 3_600_000;
      await hand.rehearse({ clock });
      await hand.ask('retry', { registry: id });
      // Looking reads everything, which takes time from the sending.
      await pause(100 + Math.min(2000, 10 * kept.outbox.filter(({ state }) => state === 'queued').length));
      return undefined;
    },
    { limit },
  );
}

/** What is wrong once all is delivered: torn rows, alignments lost or doubled at the registry, and objects of none. */
export function wrongAtRest({ registry }: Stage, kept: Kept): string[] {
  const objects = registry.published().map(({ object }) => skillIn(object));
  const skills = kept.alignments.map(({ skill }) => Number(/(\d+)$/.exec(skill.uri)?.[1]));
  const many = (list: number[], one: number) => list.filter((other) => other === one).length;
  return [
    ...tornIn(kept),
    ...[...new Set([...skills, ...objects])].flatMap((skill) =>
      many(skills, skill) === 1 && many(objects, skill) === 1
        ? []
        : [`skill ${skill} is kept ${many(skills, skill)} times and published ${many(objects, skill)} times`],
    ),
    ...registry
      .published()
      .filter(({ verified }) => !verified)
      .map(({ id }) => `${id} was published without a signature that holds`),
  ];
}
