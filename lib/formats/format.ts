import type { Bundle, FormatId, Loss } from '../domain/bundle.ts';

/** Choices that a format may offer; what a format does not know it ignores. */
export type WriteOptions = {
  /** LRMI: also write each alignment as `educationalAlignment`, for harvesters that know only that. Default false. */
  alignmentObjects?: boolean;
  /** Spaces of indentation. Default 2; 0 writes one line. */
  indent?: number;
  /** Ends the writing: the chunks then reject with its reason. */
  signal?: AbortSignal;
};

/** A written bundle: text in pieces, so that a large one never stands in memory at once. */
export type Written = {
  chunks: AsyncIterable<string>;
  mediaType: string;
  /** File name ending, with dot. */
  extension: string;
  /** What the format could not carry. Complete once the chunks were read; a fresh array then. */
  losses: Loss[];
};

/** A format's contract. Pure: no extension API, no network, runs in Node as in the browser. */
export interface AlignmentFormat {
  readonly id: FormatId;
  /** How the format is called where a person chooses it. */
  readonly label: string;
  /** One line: what it is good for. */
  readonly purpose: string;
  write(bundle: Bundle, options?: WriteOptions): Written;
}
