import * as z from 'zod/mini';
import { WebAddress } from './web-address.ts';

/** The most addresses that become one in one act. */
export const mostMerged = 100;

/** That several addresses are one page: all that is known of `from` goes to `into`. */
export const PageMerge = z.object({
  into: WebAddress,
  from: z.array(WebAddress).check(z.minLength(1), z.maxLength(mostMerged)),
});
export type PageMerge = z.infer<typeof PageMerge>;

/** What making them one did. */
export type PagesMerged = {
  /** By what it is taken back, for 30 days. */
  undo: string;
  /** Alignments that are now about `into`. */
  moved: number;
  /** Alignments that went to the trash, since a newer one says the same. */
  twins: number;
};

/** A page that may be the same as another one, as far as it is looked at to propose which stays. */
type Candidate = { address: string; alignments: number; modified: string };

/**
 * Which of some pages to propose as the one that stays: one that is reached safely (`https`), then the one with more
 * alignments, then the shorter address, then the one that was read last.
 */
export function proposedPage<Page extends Candidate>(pages: readonly Page[]): Page | undefined {
  const isSafe = ({ address }: Page) => Number(address.startsWith('https:'));
  const [first] = [...pages].sort(
    (one, other) =>
      isSafe(other) - isSafe(one) ||
      other.alignments - one.alignments ||
      one.address.length - other.address.length ||
      other.modified.localeCompare(one.modified),
  );
  return first;
}
