import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Room, Surface } from '../test/support/browsers/browser.ts';
import { launchChromium } from '../test/support/browsers/chromium.ts';
import { type Screen, screens, show } from '../test/support/screens/index.ts';
import { openStage, rooms } from '../test/support/screens/stage.ts';
import { settle } from '../test/support/settle.ts';

const usage = `npm run pictures -- [name...] [--locale LOCALE]... [--out DIR]
  name             pictures of screens whose names begin so; default all. Those before them are passed through
  --locale LOCALE  which language; may be given more than once; default en, de and ar
  --out DIR        default docs/pictures`;

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== '--'),
  options: {
    locale: { type: 'string', multiple: true, default: ['en', 'de', 'ar'] },
    out: { type: 'string', default: fileURLToPath(new URL('../docs/pictures', import.meta.url)) },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.help) {
  console.log(usage);
  process.exit();
}

/** The most of a page that is drawn, in CSS pixels: what is longer goes on as it began. */
const longest = 2400;
const extension = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
const isWanted = ({ name }: Screen) => !positionals.length || positionals.some((begin) => name.startsWith(begin));
const failures: string[] = [];
let drawn = 0;

/** Draws all wanted screens in one language: light and dark, wide and narrow. A screen that cannot be reached is told and passed by. */
async function drawAll(locale: string): Promise<void> {
  const browser = await launchChromium({ extension });
  try {
    const stage = await openStage(browser, locale);
    let surface: Surface | undefined;
    for (const screen of screens) {
      try {
        surface = await show(screen, stage, surface);
        if (!isWanted(screen)) continue;
        for (const size of ['wide', 'narrow'] as const) {
          await giveRoom(surface, screen, rooms[screen.kind][size]);
          for (const scheme of ['light', 'dark'] as const) {
            await browser.setColourScheme(scheme);
            await settle(surface);
            await surface.screenshot(`${values.out}/${screen.name}.${locale}.${size}.${scheme}.png`);
            drawn += 1;
          }
        }
        await surface.resize(undefined);
      } catch (error) {
        const [why] = String(error).split('\n');
        failures.push(`${screen.name}, ${locale}: ${why}`);
      }
    }
    await stage.close();
  } finally {
    await browser.close();
  }
}

/** Gives a page as much height as it has content, so that its picture shows all of it. */
async function giveRoom(surface: Surface, { kind, isExcerpt }: Screen, room: Room): Promise<void> {
  await surface.resize(room);
  if (kind !== 'page' || isExcerpt) return;
  const height = await surface.evaluate(() => document.documentElement.scrollHeight);
  if (height > room.height) await surface.resize({ ...room, height: Math.min(height, longest) });
}

const began = performance.now();
await mkdir(values.out, { recursive: true });
for (const locale of values.locale) await drawAll(locale);
console.log(`${drawn} pictures in ${Math.round((performance.now() - began) / 1000)} s, in ${values.out}`);
for (const failure of failures) console.error(failure);
if (failures.length) process.exitCode = 1;
