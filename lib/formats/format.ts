import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import type { Bundle, FormatId, IncomingBundle, Loss, ReadWarning } from '../domain/bundle.ts';
import type { FormatChoices } from '../domain/format-description.ts';
import type { TableSample } from '../domain/framework-import.ts';

/** How a bundle is written: what the person chose, and what the caller needs. */
export type WriteOptions = FormatChoices & {
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

/** A text that may be a bundle in some format. */
export type Candidate = {
  text: string;
  /** The text as JSON; undefined where it is none. */
  json: unknown;
};

/** What a text says. */
export type ReadBack = { bundle: IncomingBundle; warnings: ReadWarning[] };

/** How a text is read. */
export type ReadOptions = {
  signal?: AbortSignal;
  /** Tables alone: what the columns hold, as the person says. Default: what their headings say. */
  columns?: AlignmentColumns;
};

/** A format's contract. Pure: no extension API, no network, runs in Node as in the browser. */
export interface AlignmentFormat {
  readonly id: FormatId;
  write(bundle: Bundle, options?: WriteOptions): Written;
  /** Whether a text is of this format, by what is in it. Every format with `read` has it. */
  recognises?(candidate: Candidate): boolean;
  /**
   * Tables alone: the beginning of a text that no format recognises and that could be read once somebody says what its
   * columns hold (`ReadOptions.columns`).
   */
  sample?(text: string): TableSample | undefined;
  /**
   * What a text of this format says: what was written, less the losses that `write` named. Rejects with ProblemError
   * (F5xx) for a text that it does not recognise; what it cannot read inside one is left out and warned of.
   */
  read?(text: string, options?: ReadOptions): Promise<ReadBack>;
}
