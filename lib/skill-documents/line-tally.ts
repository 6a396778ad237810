import { I440, I441, I442, I443, I444, I445, I446, withLines, withLinesAndMore } from '../domain/problems.ts';
import type { Sentence } from '../domain/sentence.ts';
import type { DocumentWarning } from './skill-document.ts';

/** What is left out or mended while reading a table, by its code. */
const kinds = { I440, I441, I442, I443, I444, I445, I446 } as const;

/** Codes of what is left out or mended while reading a table. */
export type LineWarning = keyof typeof kinds;

/** Counts what is left out or mended while one table is read, and keeps where it came up first. */
export type LineTally = {
  /** One entry a code, in the order in which they first came up; each names its first lines. */
  readonly warnings: DocumentWarning[];
  count(code: LineWarning, line: number): void;
};

/** How many lines a warning names. */
const named = 3;

/** A tally with nothing in it. */
export function newLineTally(): LineTally {
  const warnings: DocumentWarning[] = [];
  const lines = new Map<LineWarning, number[]>();
  return {
    warnings,
    count(code, line) {
      const at = warnings.findIndex((one) => one.code === code);
      const count = (warnings[at]?.count ?? 0) + 1;
      const seen = [...(lines.get(code) ?? []), line].slice(0, named + 1);
      lines.set(code, seen);
      warnings.splice(at < 0 ? warnings.length : at, 1, { code, ...atLines(kinds[code], seen), count });
    },
  };
}

/** A sentence with the first lines that it is about. */
function atLines(sentence: Sentence, lines: readonly number[]): Sentence {
  const said = { sentence, lines: lines.slice(0, named).join(', ') };
  return lines.length > named ? withLinesAndMore(said) : withLines(said);
}
