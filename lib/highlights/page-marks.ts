import type { EvidenceMark, MarkState, MarkWords } from '../domain/evidence-mark.ts';
import { type Passage, passagesOf } from '../readers/anchor.ts';
import { type Overlay, openOverlay } from './overlay.ts';
import type { FoundMark } from './placed-mark.ts';

/** How long all passages of a page may be looked for, in milliseconds; the ones after that are not. */
const longestSearch = 4_000;

/** What of a state can be told before a passage is marked. */
export type SoughtState = Exclude<MarkState, 'folded'>;

/** The marks of one document; all that crosses is plain JSON. */
export type PageMarks = {
  /** Looks for the passages and marks nothing. */
  find(marks: EvidenceMark[]): SoughtState[];
  /**
   * Marks those that were found in these states, in the place of all marks before, and answers which can be seen. A
   * passage that another frame of the page has better stays unmarked here. `reveal`: the one to scroll to and to put the
   * focus on; null is the first one of the page's own document.
   */
  draw(best: (SoughtState | null)[], words: MarkWords, reveal: number | null): boolean[];
  /** How many marks there are. */
  count(): number;
  remove(): void;
};

/** Makes the marks of a document. The page's own nodes, attributes and styles stay as they are throughout. */
export function createPageMarks(document: Document): PageMarks {
  let passages: { mark: EvidenceMark; passage: Passage | undefined }[] = [];
  let overlay: Overlay | undefined;
  let drawn: number[] = [];
  const remove = () => {
    overlay?.remove();
    overlay = undefined;
    drawn = [];
  };
  return {
    find(marks) {
      remove();
      const end = Date.now() + longestSearch;
      const seek = passagesOf(document);
      passages = marks.map((mark) => {
        return { mark, passage: Date.now() < end ? seek(mark.evidence) : undefined };
      });
      return passages.map(({ passage }) => passage?.state ?? 'unsought');
    },
    draw(best, words, reveal) {
      remove();
      const found = passages.flatMap(({ mark, passage }, index): (FoundMark & { index: number })[] => {
        if (!passage || passage.state === 'orphaned' || passage.state !== best[index]) return [];
        return [{ index, mark, isChanged: passage.state === 'changed', range: passage.range }];
      });
      found.sort((one, other) => one.range.compareBoundaryPoints(0, other.range));
      passages = [];
      if (found.length === 0) return best.map(() => false);
      overlay = openOverlay(document, found, words, remove);
      drawn = found.map(({ index }) => index);
      const seen = best.map((_, index) => overlay?.isShown(drawn.indexOf(index)) ?? false);
      const first = window.top === window ? drawn.findIndex((index) => seen[index]) : -1;
      const wanted = reveal === null ? first : drawn.indexOf(reveal);
      if (wanted >= 0) overlay.reveal(wanted);
      return seen;
    },
    count: () => drawn.length,
    remove,
  };
}
