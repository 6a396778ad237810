import { readPage } from '../../lib/readers/index.ts';
import { type CandidateName, candidates } from './candidates/index.ts';

/** Documents read together, each so often in a row that a clock can tell. */
type Work = { documents: Document[]; times: number };

let work: Work = { documents: [document], times: 1 };
let changes = 0;

/** Reads all documents; answers how many of them the candidate threw over. */
async function readAll(name: CandidateName): Promise<number> {
  let found = 0;
  let failed = 0;
  for (const one of work.documents) {
    // Browsers keep the answers to queries until the page changes.
    one.documentElement.setAttribute('data-change', String(changes++));
    try {
      const answer = candidates[name].read(one);
      found += typeof answer === 'number' ? answer : await answer;
    } catch {
      failed++;
    }
  }
  if (!found) throw new Error(`${name} found nothing`);
  return failed;
}

/** What the driver calls in the page. */
export const bench = {
  /** Sets what is read: this page, or each of those given as text, in place of it. */
  prepare(times: number, pages?: string[]): number {
    const parser = new DOMParser();
    const documents = pages?.map((html) => parser.parseFromString(html, 'text/html')) ?? [document];
    work = { documents, times };
    return documents.reduce((sum, one) => sum + one.getElementsByTagName('*').length, 0);
  },
  /**
   * Milliseconds for reading all documents once, and how many of them the candidate threw over. It reads them once
   * untimed before, so that it pays for nobody else's garbage and cold caches.
   */
  async time(name: CandidateName): Promise<{ time: number; failed: number }> {
    await readAll(name);
    const start = performance.now();
    let failed = 0;
    for (let time = 0; time < work.times; time++) failed += await readAll(name);
    return { time: (performance.now() - start) / work.times, failed: failed / work.times };
  },
  /** What our reading answers, for comparison; and the page's text, from which others read. */
  reading: () => ({ reading: readPage(document), html: document.documentElement.outerHTML, url: document.baseURI }),
};

Object.defineProperty(globalThis, 'readingBench', { value: bench });
