import { until } from '../support/browsers/until.ts';
import { cardOf } from '../support/registry-form.ts';
import { openHand } from './hand.ts';
import { type Kept, readKept, tornIn } from './kept.ts';
import { alignmentTo, drain, type Found, type Stage, wrongAtRest } from './stage.ts';

const day = 86_400_000;

/** Has the outbox look at what is due, without making anything due. */
async function look({ hand }: Stage, clock: number): Promise<void> {
  await hand.rehearse({ clock });
  await hand.ask('publish', { alignments: [] });
}

/** Waits until the delivery of a skill is in one of some states. */
function untilState({ hand }: Stage, skill: number, ...states: string[]): Promise<Kept> {
  return until(`skill ${skill} to be ${states.join(' or ')}`, async () => {
    const kept = await readKept(hand);
    const id = kept.alignments.find(({ skill: { uri } }) => uri.endsWith(`/${skill}`))?.id;
    const entry = kept.outbox.find(({ alignment }) => alignment === id);
    return entry && states.includes(entry.state) && (entry.state !== 'queued' || entry.problem) ? kept : undefined;
  });
}

const busy = { kind: 'status', status: 500, path: '/api/data', method: 'POST', times: 1 } as const;

/** The clock jumps forward a day, then back two: what waits goes out, once. */
export async function jumpClock(stage: Stage): Promise<Found> {
  const { hand, registry, id } = stage;
  registry.order({ faults: [busy] });
  await hand.ask('addAlignment', alignmentTo(1, [id]));
  await untilState(stage, 1, 'queued');
  await look(stage, day);
  await untilState(stage, 1, 'delivered');
  registry.order({ faults: [busy] });
  await hand.ask('addAlignment', alignmentTo(2, [id]));
  await untilState(stage, 2, 'queued');
  await look(stage, -1.5 * day);
  const kept = await untilState(stage, 2, 'delivered');
  await hand.rehearse({});
  return { did: 'the clock a day ahead, then two and a half back', found: wrongAtRest(stage, kept) };
}

/** The network goes away: saving goes on, and what waits goes out when it is back. */
export async function cutNetwork(stage: Stage): Promise<Found> {
  const { hand, browser, id } = stage;
  const found: string[] = [];
  await browser.setOffline(true);
  const saved = await hand.ask('addAlignment', alignmentTo(3, [id]));
  if (!saved.ok) found.push(`saving was refused without a network: ${saved.problem.code}`);
  await untilState(stage, 3, 'queued');
  await browser.setOffline(false);
  await look(stage, 3_600_000);
  const kept = await untilState(stage, 3, 'delivered');
  return { did: 'the network off and on', found: [...found, ...wrongAtRest(stage, kept)] };
}

/** The person takes the permission back while something waits: it waits with its reason, and goes out once it is given again. */
export async function revokePermission(stage: Stage): Promise<Found> {
  const { hand, browser, id } = stage;
  const found: string[] = [];
  await hand.surface.evaluate(revoke, 'http://127.0.0.1/*');
  await hand.ask('addAlignment', alignmentTo(4, [id]));
  const paused = await untilState(stage, 4, 'paused');
  const codes = paused.outbox.filter(({ state }) => state === 'paused').map(({ problem }) => problem?.code);
  if (codes.join() !== 'R320') found.push(`what waits for a permission says ${codes.join()}`);
  const options = await browser.openExtensionPage('options.html');
  const card = cardOf(options, 'Practice CASS');
  await card.test();
  await card.ended('Answered');
  await options.close();
  const kept = await drain(stage);
  return { did: 'a permission revoked and given again', found: [...found, ...wrongAtRest(stage, kept)] };
}

/** The extension is loaded anew under its open pages, as an update does: they close, and nothing is lost. */
export async function updateExtension(stage: Stage): Promise<Found> {
  const { hand, browser, id, registry } = stage;
  registry.order({ faults: [{ ...busy, kind: 'slow', ms: 1500 }] });
  await hand.ask('addAlignment', alignmentTo(5, [id]));
  await browser.reinstall();
  await hand.surface.closed;
  stage.hand = await until('the extension to be back', () => openHand(browser));
  await until('the background to answer', async () => ((await stage.hand.ask('prepare', {})).ok ? true : undefined));
  const kept = await drain(stage);
  const found = kept.alignments.some(({ skill: { uri } }) => uri.endsWith('/5')) ? [] : ['what was saved is gone'];
  return { did: 'the extension loaded anew while it sends', found: [...found, ...wrongAtRest(stage, kept)] };
}

/** The extension is switched off while it sends, then on again: its pages close, and what was to be sent is sent. */
export async function disableExtension(stage: Stage): Promise<Found> {
  const { hand, browser, id, registry } = stage;
  registry.order({ faults: [{ ...busy, kind: 'slow', ms: 1500 }] });
  await hand.ask('addAlignment', alignmentTo(7, [id]));
  await browser.setEnabled(false);
  await hand.surface.closed;
  await browser.setEnabled(true);
  stage.hand = await until('the extension to be back', () => openHand(browser));
  await until('the background to answer', async () => ((await stage.hand.ask('prepare', {})).ok ? true : undefined));
  const kept = await drain(stage);
  const found = kept.alignments.some(({ skill: { uri } }) => uri.endsWith('/7')) ? [] : ['what was saved is gone'];
  return { did: 'the extension switched off and on while it sends', found: [...found, ...wrongAtRest(stage, kept)] };
}

/** A registry is removed with something on its way to it: the alignment stays, what was to be sent is forgotten. */
export async function removeRegistry(stage: Stage): Promise<Found> {
  const { hand, id, registry } = stage;
  const before = registry.published().length;
  registry.order({ faults: [busy] });
  await hand.ask('addAlignment', alignmentTo(6, [id]));
  await untilState(stage, 6, 'queued');
  await hand.ask('removeRegistry', { id });
  await look(stage, day);
  const kept = await until('its deliveries to be gone', async () => {
    const now = await readKept(hand);
    return now.outbox.length === 0 ? now : undefined;
  });
  const found = tornIn(kept);
  if (!kept.alignments.some(({ skill: { uri } }) => uri.endsWith('/6')))
    found.push('the alignment went with the registry');
  if (registry.published().length !== before) found.push('something was sent to a registry that was removed');
  return { did: 'a registry removed with a delivery waiting', found };
}

type Extension = { permissions: { remove(of: object): Promise<boolean> } };

/** Run in the page. */
async function revoke(pattern: string): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  await (browser ?? chrome).permissions.remove({ origins: [pattern] });
}
