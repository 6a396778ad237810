import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { makeBrowser, type Surface } from './browser-storages.ts';

const addresses = ['https://lessons.example/a', 'https://lessons.example/b'];
const seats = [0, 1];

/** What may happen: two seats, each a tab with a window of ours that opens and closes over it. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), seat: fc.constantFrom(...seats) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      seat: fc.constantFrom(...seats),
      letter: fc.constantFrom('x', 'y', 'z'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), seat: fc.constantFrom(...seats) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('discard' as const), seat: fc.constantFrom(...seats) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('arrive' as const), seat: fc.constantFrom(...seats) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('navigate' as const),
      seat: fc.constantFrom(...seats),
      to: fc.constantFrom(...addresses),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('new tab' as const),
      seat: fc.constantFrom(...seats),
      to: fc.constantFrom(...addresses),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), swap: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a person thinks is kept: whose it is, of which page, and what it says, the last typed last. */
type Believed = { tab: number; run: number; address: string; text: string };

async function follow(steps: readonly Step[]): Promise<void> {
  const browser = makeBrowser();
  let tabs = [1, 2];
  let run = 0;
  let next = 3;
  const at = [addresses[0] as string, addresses[0] as string];
  const surfaces = new Map<number, { window: Surface; text: string }>();
  let believed: Believed[] = [];
  browser.restart(tabs);
  const isOf = (seat: number) => (one: Believed) => one.tab === tabs[seat] && one.address === at[seat];
  const own = (seat: number) => believed.find((one) => isOf(seat)(one) && one.run === run);
  const leftBehind = (seat: number) =>
    believed.findLast((one) => one.address === at[seat] && (one.run !== run || !tabs.includes(one.tab)));
  const set = (seat: number, text: string | undefined) => {
    believed = believed.filter((one) => !isOf(seat)(one));
    if (text !== undefined) believed.push({ tab: tabs[seat] as number, run, address: at[seat] as string, text });
  };
  const close = (seat: number) => {
    surfaces.get(seat)?.window.close();
    surfaces.delete(seat);
  };

  for (const one of steps) {
    if (one.do === 'restart') {
      for (const seat of seats) close(seat);
      run += 1;
      // Numbers of tabs begin anew with each run: the same number may be another tab, or the same one another number.
      tabs = one.swap ? tabs.toReversed() : [1, 2];
      browser.restart(tabs);
      continue;
    }
    const { seat } = one;
    const open = surfaces.get(seat);
    if (one.do === 'open' && !open) {
      const window = await browser.surface(tabs[seat] as number, at[seat] as string, true);
      const found = window.drafts.take('note', z.string())?.value;
      const left = leftBehind(seat);
      const expected = own(seat)?.text ?? left?.text;
      expect(found).toBe(expected);
      if (!own(seat) && left) moved(left, seat);
      surfaces.set(seat, { window, text: found ?? '' });
    }
    if (one.do === 'type' && open) {
      open.text += one.letter;
      open.window.drafts.keep('note', open.text);
      set(seat, open.text);
    }
    if (one.do === 'discard' && open) {
      open.window.drafts.forget('note');
      open.text = '';
      set(seat, undefined);
    }
    if (one.do === 'arrive') await open?.window.arrive();
    if (one.do === 'close') close(seat);
    if (one.do === 'navigate' || one.do === 'new tab') {
      close(seat);
      at[seat] = one.to;
      if (one.do === 'new tab') {
        browser.tabs.delete(tabs[seat] as number);
        tabs[seat] = next++;
        browser.tabs.add(tabs[seat] as number);
      }
    }
  }

  /**
   * What is taken over keeps its time: it stays where it is among the others, and is this tab's. What a tab of an earlier
   * run left under this tab's number changes places with it, and is the next to be taken over.
   */
  function moved(left: Believed, seat: number) {
    const stood = believed.find((one) => isOf(seat)(one) && one !== left);
    believed = believed.flatMap((one) => {
      if (one === stood) return [];
      if (one !== left) return [one];
      const taken = { ...left, tab: tabs[seat] as number, run };
      return stood ? [taken, { ...stood, tab: left.tab }] : [taken];
    });
  }
}

it('gives each tab its own draft of a page, to another only what was left behind, and to nobody what was discarded', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), follow), { numRuns: 400 });
});

it('finds after a crash what got to either storage, whichever is newer', async () => {
  const moment = fc.constantFrom('type' as const, 'flush' as const, 'arrive' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 12 }), async (moments) => {
      const browser = makeBrowser();
      const window = await browser.surface(7, addresses[0] as string, true);
      let typed = 0;
      let safe = 0;
      for (const one of moments) {
        if (one === 'type') window.drafts.keep('note', String(++typed));
        if (one === 'flush') browser.flush();
        if (one === 'arrive') await window.arrive();
        if (one !== 'type') safe = typed;
      }
      browser.restart([7], { crash: true });
      const found = (await browser.open(7, addresses[0] as string)).take('note', z.string())?.value;
      expect(found).toBe(safe === 0 ? undefined : String(safe));
    }),
  );
});
