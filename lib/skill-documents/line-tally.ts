import type { DocumentWarning } from './skill-document.ts';

/** What is left out or mended while reading a table, each with its code. */
const kinds = {
  I440: 'A row has fewer cells than there are headings; the missing ones were taken as empty.',
  I441: 'A row has more cells than there are headings, so that nobody can tell which is which; it was left out.',
  I442: 'A row has neither a name nor a statement, and was left out.',
  I443: 'An address of a skill is none; an identifier was made from the skill that holds on every device.',
  I444: 'A skill stands below one that is not in the table; it was put at the top.',
  I445: 'A row is about something else than a skill, and was left out.',
  I446: 'A skill stands below itself; the circle was cut, and the skill put at the top.',
} as const;

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
  return {
    warnings,
    count(code, line) {
      const known = warnings.find((one) => one.code === code);
      if (!known) {
        warnings.push({ code, message: `${kinds[code]} Line ${line}.`, count: 1 });
        return;
      }
      known.count += 1;
      if (known.count <= named) known.message = known.message.replace(/\.$/, `, ${line}.`);
      if (known.count === named + 1) known.message = known.message.replace(/\.$/, ' and more.');
    },
  };
}
