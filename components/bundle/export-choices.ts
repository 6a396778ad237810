import type { FormatId } from '../../lib/domain/bundle.ts';

/** What each format is and what it is good for, in the order in which they are offered. */
export const exportChoices = {
  lrmi: { label: 'LRMI in JSON-LD', purpose: 'for the page itself: teaches, assesses, requires' },
  'open-badges-3': { label: 'Open Badges 3.0', purpose: 'for a credential: an achievement’s alignment, unsigned' },
  'open-badges-2': { label: 'Open Badges 2.0', purpose: 'for older badge systems: a badge class' },
} satisfies Record<FormatId, { label: string; purpose: string }>;
