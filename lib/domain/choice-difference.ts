import type { Evidence } from './evidence.ts';
import type { AlignmentChoice } from './resource-alignment.ts';

/** What of a choice can differ. */
export type ChoicePart = 'relation' | 'fit' | 'note' | 'evidence';

const parts: readonly ChoicePart[] = ['relation', 'fit', 'note', 'evidence'];

/** The parts in which two choices differ, in the order in which they are chosen. No note and an empty one are the same. */
export function differingParts(one: AlignmentChoice, other: AlignmentChoice): ChoicePart[] {
  return parts.filter((part) =>
    part === 'evidence' ? quoted(one.evidence) !== quoted(other.evidence) : (one[part] ?? '') !== (other[part] ?? ''),
  );
}

/** Where a quote was taken, as text: two quotes of the same words may stand in different places. */
function quoted(evidence: Evidence | undefined): string {
  const { quote, position, frame } = evidence ?? {};
  return JSON.stringify([quote?.exact, quote?.prefix, quote?.suffix, position?.start, frame]);
}
