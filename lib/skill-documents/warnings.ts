import { I430, I431, I432, I433, I434, I435, I436, I437, I438 } from '../domain/problems.ts';
import type { DocumentWarning } from './skill-document.ts';

/** What is left out or mended while reading a document, by its code. */
const kinds = { I430, I431, I432, I433, I434, I435, I436, I437, I438 } as const;

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
      else warnings.push({ ...kinds[code], count: times });
    },
  };
}
