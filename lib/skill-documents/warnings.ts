import type { Problem } from '../domain/problem.ts';
import type { DocumentWarning } from './skill-document.ts';

/** What is left out or mended while reading a document, each with its code. */
const kinds = {
  I430: 'An entry has no identifier that could stand for it for good, and was left out.',
  I431: 'An entry has neither a name nor a statement, and was left out.',
  I432: 'A skill stands below one that is not in the document; it was put at the top.',
  I433: 'An entry is marked by its publisher as not meant for alignment, and was left out.',
  I434: 'A skill stands below itself; the circle was cut, and the skill put at the top.',
  I435: 'A skill stands in several places of the tree; it was kept in the first.',
  I436: 'The document’s vocabulary is not known here; its terms were read by their usual names.',
  I437: 'An identifier is no address; one was made from it that holds on every device.',
  I438: 'A list names skills by their addresses only; those were left out.',
} as const satisfies Record<string, Problem['message']>;

/** Codes of what is left out or mended while reading JSON. */
export type WarningCode = keyof typeof kinds;

/** Counts what is left out or mended while one document is read. */
export type Tally = {
  /** One entry a code, in the order in which they first came up. */
  readonly warnings: DocumentWarning[];
  count(code: WarningCode, times?: number): void;
};

/** A tally with nothing in it. */
export function newTally(): Tally {
  const warnings: DocumentWarning[] = [];
  return {
    warnings,
    count(code, times = 1) {
      if (times === 0) return;
      const known = warnings.find((one) => one.code === code);
      if (known) known.count += times;
      else warnings.push({ code, message: kinds[code], count: times });
    },
  };
}
