import * as z from 'zod/mini';
import type { LearningResourceDraft } from './learning-resource.ts';
import type { ResourceAlignment } from './resource-alignment.ts';

/** Formats in which alignments leave the house. Each has one file of this name in lib/formats. */
export const FormatId = z.enum(['lrmi', 'open-badges-2', 'open-badges-3']);
export type FormatId = z.infer<typeof FormatId>;

/** Who makes an alignment or issues a credential; all optional, since nobody has to sign. */
export type Author = { name?: string; uri?: string };

/**
 * A choice of alignments on its way out of the house. The alignments may come as an async iterable, so that a hundred
 * thousand of them never stand in memory at once; resources are looked up by address.
 */
export type Bundle = {
  /** The resources of the alignments, by address. An alignment whose resource is missing is written by its address. */
  resources: ReadonlyMap<string, LearningResourceDraft>;
  alignments: Iterable<ResourceAlignment> | AsyncIterable<ResourceAlignment>;
  author?: Author;
  /** When the bundle was made, ISO 8601 in UTC; a format that needs a date takes this one. */
  made: string;
};

/** Something that a format cannot carry. */
export type Loss = {
  /** What is left out: `fit`, `note`, `relation`, `source`. */
  what: string;
  /** One sentence for a person: why, and where it is kept instead. */
  message: string;
  /** How many alignments of the bundle lose it. */
  count: number;
};

/** One resource's alignments in one format, ready to copy or download. */
export type Exported = { text: string; mediaType: string; fileName: string; losses: Loss[] };
