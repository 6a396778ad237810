import type { FormatId } from '../../lib/domain/bundle.ts';
import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { AlignmentFormat } from '../../lib/formats/format.ts';
import { formats } from '../../lib/formats/index.ts';
import { byteParts, bytesOf } from '../../lib/services/byte-parts.ts';
import { openZip } from '../../lib/services/zip-files.ts';
import { alignmentOf, resourceOf, resourcesFor } from './corpus.ts';

/** What writing took: milliseconds, bytes written, and the most that the heap grew by meanwhile, in bytes. */
export type Taken = { time: number; bytes: number; heap: number };

type Memory = { memory: { usedJSHeapSize: number } };

/** How often the heap is looked at, in alignments. */
const lookEvery = 2000;

/** Bytes on the heap; exact where Chromium is told to measure precisely. */
const heapNow = () => (performance as unknown as Memory).memory.usedJSHeapSize;

/** What the driver calls in the page. */
export const bench = {
  /** Writes so many alignments in a format into a file of the browser's, as exporting does. `zip` packs them, too. */
  async write(id: FormatId, count: number, zip: boolean): Promise<Taken> {
    const idle = heapNow();
    let most = idle;
    const made = '2026-03-02T10:00:00.000Z';
    const resources = new Map<string, LearningResourceDraft>();
    for (let page = 0; page < resourcesFor(count); page++) resources.set(resourceOf(page).address, resourceOf(page));
    function* alignments() {
      for (let number = 0; number < count; number++) {
        if (number % lookEvery === 0) most = Math.max(most, heapNow());
        yield alignmentOf(number);
      }
    }
    const start = performance.now();
    const format: AlignmentFormat = formats[id];
    const { chunks } = format.write({ resources, alignments: alignments(), made }, { indent: 0 });
    const file = zip ? await packed(bytesOf(chunks)) : await collected(bytesOf(chunks));
    return { time: performance.now() - start, bytes: file.size, heap: Math.max(most, heapNow()) - idle };
  },
  /** Writes the same alignments by JSON.stringify, all at once. */
  stringify(count: number): Taken {
    const idle = heapNow();
    const start = performance.now();
    // Made within the time, as those that the formats take are.
    const all: ResourceAlignment[] = Array.from({ length: count }, (_, number) => alignmentOf(number));
    const text = JSON.stringify(all);
    const file = new Blob([text]);
    return { time: performance.now() - start, bytes: file.size, heap: heapNow() - idle };
  },
};

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const bytes = byteParts();
  for await (const piece of pieces) bytes.add(piece);
  return bytes.file('text/plain');
}

async function packed(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const zip = openZip(new Date('2026-03-02T10:00:00.000Z'));
  await zip.add('file', pieces);
  return zip.end();
}

Object.defineProperty(globalThis, 'formatsBench', { value: bench });
