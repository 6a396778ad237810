import type { DocumentKind } from './document-kind.ts';
import type { Framework } from './framework.ts';
import type { Problem } from './problem.ts';
import type { TreeNode } from './skill-tree.ts';

/** A document to import: a file of the person's, or one that was fetched and waits here, by its stage. */
export type ImportSource = { file: File } | { stage: string };

/** What a newer release would change of a framework that is kept here, in skills. */
export type FrameworkChanges = {
  /** The release that is kept: its id, its version where it has one, and when it was imported. */
  id: string;
  version?: string;
  imported: string;
  /** Skills that are not kept yet. */
  added: number;
  /** Skills whose name, statement, code, class or status is another. */
  changed: number;
  /** Skills that the newer release does not have any more. */
  gone: number;
};

/** One framework of a document, before anything of it is kept. */
export type FrameworkPreview = {
  framework: Framework;
  /** How many skills it has. */
  skills: number;
  /** How many of them are no longer in force, or replaced. */
  deprecated: number;
  /** The first five. */
  first: TreeNode[];
  /** Absent where no framework of this uri is kept here. */
  changes?: FrameworkChanges;
};

/** The beginning of a table whose columns the person has to name. */
export type TableSample = { headings: string[]; rows: string[][] };

/** Something that was left out or mended while reading, and how often. */
export type ImportWarning = Problem & { count: number };

/** What a document is, before anything of it is kept. */
export type ImportPreview = {
  kind: DocumentKind;
  /** How the kind is called. */
  label: string;
  /** Empty where the columns have to be named first. */
  frameworks: FrameworkPreview[];
  warnings: ImportWarning[];
  /** For a table without a known header alone. */
  table?: TableSample;
};

/** A framework that was imported. */
export type ImportedFramework = {
  id: string;
  name: string;
  skills: number;
  /** The release whose place it took, which can be brought back. */
  replaced?: string;
};

/** How far reading or importing is, in skills. */
export type ImportProgress = { done: number; total?: number };
