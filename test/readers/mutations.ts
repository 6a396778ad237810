import { readPage } from '../../lib/readers/index.ts';
import { interpret } from '../../lib/readers/interpret.ts';

/** The longest that one small page may take, in milliseconds; generous, since machines stall. */
const longest = 1_500;

/** Pages to change, how many changed ones to read, and what decides on the changes. */
export type Fuzz = { pages: string[]; runs: number; seed: number };

/** Mulberry32: a small generator whose whole state is its seed. */
function generator(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const scraps = [
  '<',
  '>',
  '"',
  '</div>',
  '<div itemscope>',
  ' itemprop="name"',
  ' typeof=""',
  ' itemref="a b"',
  ' id="a"',
  ' rel="next"',
  ' about="_:x"',
  ' prefix="a: b: c"',
  ' property="rdfa:copy"',
  ' inlist',
  '{"@id":',
  '[',
  ']}',
  '//',
  '<!--',
  '\u0000',
  '\ud800',
  '%',
  'http://[',
  'javascript:',
  '__proto__',
];

function mutated(text: string, random: () => number): string {
  let page = text;
  for (let changes = 1 + Math.floor(random() * 6); changes > 0; changes--) {
    const at = Math.floor(random() * page.length);
    const length = Math.floor(random() * 12);
    const kind = random();
    const scrap = scraps[Math.floor(random() * scraps.length)] ?? '';
    if (kind < 0.3) page = page.slice(0, at) + page.slice(at + length);
    else if (kind < 0.7) page = page.slice(0, at) + scrap + page.slice(at);
    else if (kind < 0.85) page = page.slice(0, at) + page.slice(at, at + 60) + page.slice(at);
    else
      page = page.slice(0, at) + page.slice(at + length, at + 80) + page.slice(at, at + length) + page.slice(at + 80);
  }
  return page;
}

/**
 * Reads and interprets changed pages, in Node as in a browser. Answers those that a reader failed on or took too long for;
 * throws where anything else fails.
 */
export function readMutations({ pages, runs, seed }: Fuzz, parser: DOMParser): string[] {
  const random = generator(seed);
  const failures: string[] = [];
  for (let run = 0; run < runs; run++) {
    const html = mutated(pages[run % pages.length] ?? '', random);
    const document = parser.parseFromString(html, 'text/html');
    const start = Date.now();
    const reading = readPage(document, { baseUrl: 'https://lessons.example/page' });
    interpret(
      reading.documents.flatMap(({ expanded }) => expanded ?? []),
      reading,
    );
    const failed = reading.documents.some(({ warnings }) => warnings.some(({ code }) => code === 'reader-failed'));
    if (failed || Date.now() - start > longest) failures.push(`run ${run}:\n${html}`);
    JSON.stringify(reading);
  }
  return failures;
}
