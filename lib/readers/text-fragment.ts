import type { PageText } from './page-text.ts';

/** The longest passage that is written in full, and the most of its ends or its context otherwise; in UTF-16 units. */
const [inFull, atEnds, around] = [200, 60, 30];

/**
 * A passage as the value of a text directive (https://wicg.github.io/scroll-to-text-fragment/#syntax):
 * `[prefix-,]start[,end][,-suffix]`. In whole words, since browsers match nothing else. A passage that is long or runs
 * through several blocks is named by its first and last words, one that stands on the page twice also by what is around.
 */
export function textDirective({ text, breaks }: Pick<PageText, 'text' | 'breaks'>, from: number, to: number): string {
  const [start, end] = [wordAt(text, from).start, wordAt(text, to - 1).end];
  const inside = breaks.filter((at) => at > start && at < end);
  const parts =
    inside.length === 0 && end - start <= inFull
      ? [text.slice(start, end)]
      : [
          firstWords(text, start, Math.min(inside[0] ?? end, start + atEnds)),
          lastWords(text, Math.max(inside.at(-1) ?? start, end - atEnds), end),
        ];
  const written = parts.map(encoded).join();
  if (!isAmbiguous(text, parts)) return written;
  // What is next to the passage, in its own block or the one beside it: no part may run through two.
  const before = breaks.findLast((at) => at < start - 1) ?? 0;
  const after = breaks.find((at) => at > end) ?? text.length;
  const prefix = lastWords(text, Math.max(before, start - around), start);
  const suffix = firstWords(text, end, Math.min(after, end + around));
  return `${prefix && `${encoded(prefix)}-,`}${written}${suffix && `,-${encoded(suffix)}`}`;
}

/** Browsers take the first match, without regard to case. */
function isAmbiguous(text: string, parts: readonly string[]): boolean {
  const page = text.toLowerCase();
  return parts.some((part) => page.indexOf(part.toLowerCase()) !== page.lastIndexOf(part.toLowerCase()));
}

/** Whole words from `start` on, none that goes beyond `end`; a part of one where it alone is longer. */
function firstWords(text: string, start: number, end: number): string {
  const stop = wordAt(text, end).start;
  return text.slice(start, stop > start ? stop : end).trim();
}

/** Whole words up to `end`, none that begins before `start`; a part of one where it alone is longer. */
function lastWords(text: string, start: number, end: number): string {
  const word = wordAt(text, start);
  const from = word.start < start ? word.end : start;
  return text.slice(from < end ? from : start, end).trim();
}

/** The word that a character belongs to, looked for as far as context reaches; the character alone where it is in none. */
function wordAt(text: string, at: number): { start: number; end: number } {
  const from = Math.max(0, at - 2 * around);
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(from, at + 2 * around));
  const found = segments.containing(at - from);
  if (!found?.isWordLike) return { start: at, end: Math.min(at + 1, text.length) };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(/-/g, '%2D');
}
