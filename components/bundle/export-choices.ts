/** Formats as a person chooses them; ids are those of lib/formats. */
export type FormatId = 'lrmi' | 'open-badges-2' | 'open-badges-3';

/** What each format is and what it is good for, in the order in which they are offered. */
export const exportChoices: readonly { id: FormatId; label: string; purpose: string }[] = [
  { id: 'lrmi', label: 'LRMI in JSON-LD', purpose: 'for the page itself: teaches, assesses, requires' },
  { id: 'open-badges-3', label: 'Open Badges 3.0', purpose: 'for a credential: an achievement’s alignment, unsigned' },
  { id: 'open-badges-2', label: 'Open Badges 2.0', purpose: 'for older badge systems: a badge class' },
];
