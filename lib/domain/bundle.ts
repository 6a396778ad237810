import * as z from 'zod/mini';
import type { LearningResourceDraft } from './learning-resource.ts';
import type { Problem } from './problem.ts';
import type { AlignmentChoice, ResourceAlignment } from './resource-alignment.ts';
import type { Skill } from './skill.ts';
import type { SkillAlignment } from './skill-alignment.ts';

/**
 * Formats in which alignments leave the house. Each has one file of this name in lib/formats. They are in the order in which a
 * text is tried when it comes back: LRMI last, since what others write is often schema.org's JSON-LD as well.
 */
export const FormatId = z.enum([
  'open-badges-2',
  'clr-2',
  'open-badges-3',
  'cass',
  'ctdl',
  'case',
  'ctdl-asn',
  'rsd',
  'learning-registry',
  'web-annotation',
  'csv',
  'report',
  'osmt-csv',
  'plumbline',
  'lrmi',
  'lrmi-html',
]);
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
  /** Skills that go along without an alignment to them; a format about pages leaves them out. */
  skills?: Iterable<Skill> | AsyncIterable<Skill>;
  /** Statements from skill to skill; a format about pages leaves them out. */
  skillAlignments?: Iterable<SkillAlignment> | AsyncIterable<SkillAlignment>;
  author?: Author;
  /** When the bundle was made, ISO 8601 in UTC; a format that needs a date takes this one. */
  made: string;
};

/** Something that a format cannot carry. */
export type Loss = {
  /** What is left out: `fit`, `note`, `relation`, `source`. */
  what: string;
  /** One sentence for a person, in English: why, and where it is kept instead. */
  message: string;
  /** Key of the message that says it in every language. */
  key?: string;
  /** What exactly is lost, by the names that the message lists: `keywords`. */
  details?: readonly string[];
  /** How many alignments of the bundle lose it. */
  count: number;
};

/**
 * An alignment as a file says it, before it is anybody's here. What the file's format cannot carry is absent; the import
 * fills it in with what is kept already, or with the defaults.
 */
export type IncomingAlignment = Partial<AlignmentChoice> &
  Pick<AlignmentChoice, 'relation'> & {
    /** Its id in the library that wrote the file. */
    id?: string;
    resource: string;
    skill: Skill;
    created?: string;
    modified?: string;
  };

/**
 * A statement from skill to skill as a file says it. What the file's format cannot carry is absent; the import gives it an
 * id and the time of the import.
 */
export type IncomingSkillAlignment = Pick<SkillAlignment, 'subject' | 'relation' | 'object'> &
  Partial<Omit<SkillAlignment, 'subject' | 'relation' | 'object'>>;

/** What was read back from a file. */
export type IncomingBundle = {
  resources: LearningResourceDraft[];
  alignments: IncomingAlignment[];
  /** Skills that stand there without an alignment to them. */
  skills: Skill[];
  skillAlignments: IncomingSkillAlignment[];
  author?: Author;
};

/** Something in a file that was left out or mended, and how often. */
export type ReadWarning = Problem & { count: number };

/** One resource's alignments in one format, ready to copy or download. */
export type Exported = { text: string; mediaType: string; fileName: string; losses: Loss[] };
