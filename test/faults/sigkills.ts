import { Fit } from '../../lib/domain/resource-alignment.ts';
import { type Chance, openChance, pause } from './chance.ts';
import { openHand, unlessGone } from './hand.ts';
import { readKept, tornIn } from './kept.ts';
import { bundleOf, olderDatabase } from './older-database.ts';
import { alignmentTo, type Found, type Stage } from './stage.ts';

/** What is under way while the browser is killed. */
const works = ['saving', 'import', 'bulk edit', 'migration'] as const;

/** How many alignments an import brings, and an older database holds. */
const many = 3000;

/**
 * Kills the whole browser by SIGKILL at times that chance decides: while alignments are saved, a file is imported,
 * thousands are changed in one act, a database of version 2 is brought up to date. On the next start the database opens,
 * what was acknowledged is there, an import or an act is there whole or not at all, and nothing is torn.
 */
export async function killBrowser(stage: Stage, { kills, seed }: { kills: number; seed?: number }): Promise<Found> {
  const chance = openChance(seed);
  const found: string[] = [];
  const finished: Record<(typeof works)[number], number> = { saving: 0, import: 0, 'bulk edit': 0, migration: 0 };
  let saved = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const work = works[kill % works.length] ?? 'saving';
    const where = `SIGKILL ${kill + 1} while ${work}: `;
    const begun = await begin[work](stage, chance, kill);
    await pause(begun.wait);
    const [acknowledged] = await Promise.all([begun.acknowledged(), stage.browser.restart('killed')]);
    stage.hand = await openHand(stage.browser);
    // The first that opens the database, which brings an older one up to date.
    const answer = await stage.hand.ask('prepare', {});
    if (!answer.ok) found.push(`${where}the database does not open: ${answer.problem.code}`);
    const kept = await readKept(stage.hand);
    found.push(...tornIn(kept).map((wrong) => where + wrong), ...begun.wrong(kept).map((wrong) => where + wrong));
    const standing = new Set(kept.alignments.map(({ id }) => id));
    found.push(
      ...acknowledged.filter((id) => !standing.has(id)).map((id) => `${where}${id} was acknowledged and is gone`),
    );
    saved += acknowledged.length;
    finished[work] += 1;
  }
  const told = works.map((work) => `${finished[work]} while ${work}`).join(', ');
  return { did: `${kills} SIGKILLs (${told}), ${saved} acknowledged alignments (seed ${chance.seed})`, found };
}

/** A work under way. */
type Begun = {
  /** Milliseconds until the browser is killed. */
  wait: number;
  /** Which alignments it was told are kept, once the browser is dead. */
  acknowledged(): Promise<string[]>;
  /** What is wrong with what it left. */
  wrong(kept: Awaited<ReturnType<typeof readKept>>): string[];
};

const begin: Record<(typeof works)[number], (stage: Stage, chance: Chance, kill: number) => Promise<Begun>> = {
  async saving({ hand, id }, chance, kill) {
    const told: string[] = [];
    const line = async (first: number) => {
      for (let skill = first; ; skill += 3) {
        const answer = await unlessGone(hand.ask('addAlignment', alignmentTo(kill * 100_000 + skill, [id])));
        if (!answer?.ok) return;
        told.push((answer.value as { id: string }).id);
      }
    };
    const lines = Promise.all([0, 1, 2].map(line));
    return {
      wait: 200 + chance.below(1500),
      acknowledged: async () => {
        await lines;
        return told;
      },
      wrong: () => (told.length > 0 ? [] : ['nothing was saved before the kill']),
    };
  },

  async import({ hand }, chance, kill) {
    const { alignments: before } = await readKept(hand);
    const text = bundleOf(kill, many);
    const importing = unlessGone(hand.surface.evaluate(importBundle, text));
    return {
      wait: 200 + chance.below(2500),
      acknowledged: async () => ((await importing) === 'imported' ? before.map(({ id }) => id) : []),
      wrong: ({ alignments }) => {
        const added = alignments.length - before.length;
        return added === 0 || added === many ? [] : [`${added} of ${many} alignments of a file are there`];
      },
    };
  },

  async 'bulk edit'({ hand }, chance) {
    const { alignments: before } = await readKept(hand);
    const ids = before.map(({ id }) => id);
    const revisions = new Map(before.map(({ id, revision }) => [id, revision]));
    // Another fit than any has, so that all of them change.
    const fit = Fit.options.find((one) => before.every((alignment) => alignment.fit !== one)) ?? 'narrow';
    const others = before.filter((alignment) => alignment.fit !== fit).length;
    const editing = unlessGone(hand.ask('massEdit', { alignments: ids, act: { fit } }));
    return {
      wait: 100 + chance.below(2500),
      acknowledged: async () => ((await editing)?.ok ? ids : []),
      wrong: ({ alignments }) => {
        const changed = alignments.filter(({ id, revision }) => revision > (revisions.get(id) ?? revision)).length;
        return changed === 0 || changed === others ? [] : [`${changed} of ${others} alignments of an act are changed`];
      },
    };
  },

  async migration({ hand, browser }, chance) {
    await browser.killBackground();
    const ids = await olderDatabase(hand, many);
    // Whoever asks first wakes the worker, which opens the database.
    const asking = unlessGone(hand.ask('prepare', {}));
    return {
      wait: chance.below(600),
      acknowledged: async () => {
        await asking;
        return ids;
      },
      wrong: ({ alignments }) =>
        alignments.length === ids.length ? [] : [`${alignments.length} of ${ids.length} alignments came up`],
    };
  },
};

/** Imports a file of alignments by the page's bulk worker, as the options page does. Run in the page. */
export function importBundle(text: string): Promise<string> {
  return new Promise((resolve) => {
    const worker = new Worker('/bulk-worker.js');
    worker.onerror = ({ message }) => resolve(message);
    worker.onmessage = ({ data }) => {
      if (!('ended' in data)) return;
      resolve(data.ended.ok ? 'imported' : JSON.stringify(data.ended));
    };
    const file = new File([text], 'kept.plumbline.json', { type: 'application/json' });
    worker.postMessage({ turn: 1, name: 'importBundle', request: { file, mode: 'merge', conflicts: 'mine' } });
  });
}
