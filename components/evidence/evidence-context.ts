import { createContext } from 'react';
import type { MarkState } from '../../lib/domain/evidence-mark.ts';

/** What can be done about the evidence of the alignments on a screen, on the page that they are of. */
export type EvidenceOnPage = {
  /** Whether marks are on the page now, as far as is known. */
  isShown: boolean;
  /** What became of each alignment's passage when they were shown last; empty before. */
  states: ReadonlyMap<string, MarkState>;
  /** Nobody could be asked: the page is closed to extensions. */
  isClosed: boolean;
  /** Marks all passages; scrolls to one alignment's, where it is named. Answers what became of that. */
  show(alignment?: string): Promise<MarkState | undefined>;
  hide(): Promise<void>;
};

/** Undefined where there is no page to show anything on. */
export const EvidenceContext = createContext<EvidenceOnPage | undefined>(undefined);
