import { isDeepStrictEqual } from 'node:util';
import { type Answered, type Hand, handOn } from './hand.ts';
import { readKept, tornIn } from './kept.ts';
import { bundleOf } from './older-database.ts';
import { importBundle } from './sigkills.ts';
import { alignmentTo, drain, type Found, lesson, type Stage, skillIn } from './stage.ts';

/** A way in which something is written, tried while nothing more fits. */
type Path = { name: string; write(hand: Hand): Promise<Answered | string> };

/**
 * Fills what the browser lets the extension keep, for real, and tries each way of writing: each is refused as S201 and
 * changes nothing, what is kept can still be exported, and what was on its way to a registry arrives there once. Once
 * there is room again, everything works as before.
 */
export async function fillStorage(stage: Stage): Promise<Found> {
  const { hand, registry, id } = stage;
  const found: string[] = [];
  for (const skill of [1, 2, 3]) await hand.ask('addAlignment', alignmentTo(skill));
  await drain(stage);
  const { value } = (await hand.ask('removeAlignment', seen(await readKept(hand), 3))) as { value: { undo: string } };
  // On its way, but not there: what arrives has to be written down while nothing fits.
  registry.order({ faults: [{ kind: 'status', status: 500, path: '/api/data', method: 'POST', times: 1 }] });
  await hand.ask('addAlignment', alignmentTo(4, [id]));
  const page = handOn(await stage.browser.openExtensionPage('NOTICE.txt'));
  let bytes = (await page.surface.evaluate(fill)) as number;
  await fillSpareRoom(hand);
  const before = await readKept(hand);

  for (const { name, write } of pathsFor(stage, before, value.undo)) {
    // Again each time: what the browser tidies up after a refused write may leave room for the next.
    bytes += (await page.surface.evaluate(fill)) as number;
    const answer = await write(hand);
    const text = typeof answer === 'string' ? answer : answer.ok ? 'done' : answer.problem.code;
    if (!text.includes('S201')) found.push(`${name} answered ${text} where nothing fits`);
  }
  const exported = await hand.ask('exportResource', { address: lesson, format: 'lrmi', options: {} });
  if (!exported.ok) found.push(`exporting failed: ${exported.problem.code}`);
  await hand.ask('retry', { registry: id });
  const during = await readKept(hand);
  for (const table of ['alignments', 'history', 'trash', 'undos', 'resources'] as const)
    if (!isDeepStrictEqual(during[table], before[table])) found.push(`${table} changed while nothing fits`);
  found.push(...tornIn(during));

  await page.surface.evaluate(empty);
  await page.surface.close();
  const again = await hand.ask('addAlignment', alignmentTo(5, [id]));
  if (!again.ok) found.push(`saving failed once there was room: ${again.problem.code}`);
  const after = await drain(stage);
  found.push(...tornIn(after));
  const objects = registry
    .published()
    .map(({ object }) => skillIn(object))
    .sort();
  if (!isDeepStrictEqual(objects, [4, 5])) found.push(`skills ${objects} are published, not 4 and 5`);
  return {
    did: `${pathsFor(stage, before, '').length} ways of writing with ${(bytes / 1e6).toFixed(1)} MB filled`,
    found,
  };
}

/**
 * Changes an alignment until that does not fit, three times in a row: a database file has room of its own in it, and a
 * refused write has what can be had again thrown away, after which small writes go on for a while.
 */
async function fillSpareRoom(hand: Hand): Promise<void> {
  let refused = 0;
  for (let count = 0; count < 1000 && refused < 3; count++) {
    const choice = { relation: 'teaches', fit: 'minor', note: `${count} ${'x'.repeat(1900)}` } as const;
    const change = { ...seen(await readKept(hand), 1), choice, publishTo: [] };
    refused = (await hand.ask('changeAlignment', change)).ok ? 0 : refused + 1;
  }
}

function seen({ alignments }: Awaited<ReturnType<typeof readKept>>, skill: number): { id: string; revision: number } {
  const found = alignments.find(({ skill: { uri } }) => uri.endsWith(`/${skill}`));
  return { id: found?.id ?? '', revision: found?.revision ?? 0 };
}

function pathsFor({ id }: Stage, kept: Awaited<ReturnType<typeof readKept>>, undo: string): Path[] {
  const long = 'x'.repeat(1900);
  const choice = { relation: 'teaches', fit: 'minor', note: long } as const;
  return [
    { name: 'saving', write: (hand) => hand.ask('addAlignment', alignmentTo(9, [id], { note: long })) },
    { name: 'changing', write: (hand) => hand.ask('changeAlignment', { ...seen(kept, 1), choice, publishTo: [] }) },
    { name: 'removing', write: (hand) => hand.ask('removeAlignment', seen(kept, 2)) },
    { name: 'taking back', write: (hand) => hand.ask('takeBack', { undo }) },
    {
      name: 'keeping a page',
      write: (hand) =>
        hand.ask('keepResource', {
          resource: { address: `${lesson}#2`, fields: { title: [{ value: long, by: 'json-ld' }] } },
        }),
    },
    { name: 'importing', write: (hand) => hand.surface.evaluate(importBundle, bundleOf(900, 300)) as Promise<string> },
  ];
}

/** Fills the browser's storage with what cannot be made smaller, down to the last kilobyte. Answers bytes. Run in the page. */
async function fill(): Promise<number> {
  // Opened anew for each piece: Firefox closes a database for good in which a write did not fit.
  const add = (bytes: Uint8Array) =>
    new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('ballast', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        const database = opening.result;
        const end = (done: boolean) => {
          database.close();
          resolve(done);
        };
        const writing = database.transaction('bytes', 'readwrite', { durability: 'strict' });
        writing.objectStore('bytes').add(bytes);
        writing.oncomplete = () => end(true);
        writing.onabort = () => end(false);
      };
    });
  let filled = 0;
  for (const size of [4_000_000, 500_000, 60_000, 8000, 1000, 200]) {
    const bytes = new Uint8Array(size);
    for (;;) {
      for (let start = 0; start < size; start += 65_536) crypto.getRandomValues(bytes.subarray(start, start + 65_536));
      if (filled > 400_000_000) throw new Error('400 MB fit and there is still room');
      if (!(await add(bytes))) break;
      filled += size;
    }
  }
  return filled;
}

/** Throws away what was filled in. Run in the page. */
function empty(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('ballast');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}
