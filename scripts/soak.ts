import { parseArgs } from 'node:util';
import { type Fault, faults } from '../test/faults/faults.ts';
import { type Found, setStage } from '../test/faults/stage.ts';
import type { BrowserName } from '../test/support/browsers/browser.ts';
import { findExecutable } from '../test/support/browsers/executable.ts';
import { launchers } from '../test/support/browsers/launchers.ts';
import { within } from '../test/support/browsers/until.ts';
import { built } from '../test/support/built.ts';

/**
 * The long form of every fault, in each browser: `npm run build:rehearsal`, then `npm run soak -- [--minutes N]
 * [--browser NAME] [--fault NAME]...`. Begins nothing new after N minutes, 25 by default, and gives no fault more time
 * than is left. Ends with what each did and found; exits with 1 where anything was found or nothing was tried.
 */
const { values } = parseArgs({
  // vite-node hands its own `--` on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    minutes: { type: 'string', default: '25' },
    browser: { type: 'string' },
    fault: { type: 'string', multiple: true },
  },
});

const began = Date.now();
const end = began + Number(values.minutes) * 60_000;
const left = () => end - Date.now();
const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`;

/** One fault in a browser of its own. */
async function attempt(name: BrowserName, fault: Fault): Promise<Found> {
  if (fault.fillsStorage && name === 'chromium')
    return { did: 'left out: it cannot be told to store little', found: [] };
  const limit = fault.fillsStorage && { storageLimit: 20_000 };
  const browser = await launchers[name]({ extension: built(name, 'rehearsal'), ...limit });
  try {
    const stage = await setStage(browser);
    try {
      return await within(`${fault.name} to be through`, fault.run(stage, 'long'), left());
    } finally {
      await stage.close();
    }
  } finally {
    await browser.close();
  }
}

const notThrough = 'not through when the time was over';

async function tried(name: BrowserName, fault: Fault): Promise<Found> {
  try {
    return await attempt(name, fault);
  } catch (error) {
    if (left() <= 0) return { did: notThrough, found: [] };
    return { did: 'broke off', found: [error instanceof Error ? error.message : String(error)] };
  }
}

const names = (Object.keys(launchers) as BrowserName[]).filter(
  (name) => findExecutable(name) && (values.browser ?? name) === name,
);
let [held, wrong, unfinished] = [0, 0, 0];
for (const [id, fault] of Object.entries<Fault>(faults)) {
  if (values.fault && !values.fault.includes(id)) continue;
  console.log(`\n${fault.name}`);
  for (const name of names) {
    if (left() <= 0) {
      unfinished += 1;
      console.log(`  ${name}: not begun, the ${values.minutes} minutes are over`);
      continue;
    }
    const start = Date.now();
    const { did, found } = await tried(name, fault);
    if (did === notThrough) unfinished += 1;
    else if (found.length > 0) wrong += 1;
    else held += 1;
    console.log(
      `  ${name}: ${did}; ${seconds(Date.now() - start)}; found ${found.length === 0 ? 'nothing' : found.length}`,
    );
    for (const one of found.slice(0, 20)) console.log(`    - ${one}`);
  }
}
console.log(`\n${held} held, ${wrong} did not, ${unfinished} without an end, in ${seconds(Date.now() - began)}`);
process.exit(wrong > 0 || held === 0 ? 1 : 0);
