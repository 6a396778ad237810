import * as z from 'zod/mini';
import { FormatId, type Loss } from './bundle.ts';
import { FormatChoices } from './format-description.ts';

/** One file of an export: a format and what the person chose about it. */
export const ExportPart = z.object({ format: FormatId, choices: FormatChoices });
export type ExportPart = z.infer<typeof ExportPart>;

/** What is exported: everything that is kept, one page's alignments, or these; `name` begins the file's name. */
export type ExportScope = { resource?: string } | { alignments: readonly string[]; name: string };

/** What is asked for: one part is a file by itself, several go into a ZIP. */
export type ExportWanted = { scope: ExportScope; parts: readonly ExportPart[]; zipped: boolean };

/** How far an export is, in alignments of all its parts together. */
export type ExportProgress = { done: number; total: number };

/** A file to be downloaded. */
export type ExportedFile = {
  file: Blob;
  name: string;
  /** What each format could not carry. */
  losses: { format: FormatId; losses: Loss[] }[];
};

/** What `manifest.json` in a ZIP says of the files beside it, so that each can be checked. */
export type ExportManifest = {
  made: string;
  files: { name: string; format: FormatId; mediaType: string; bytes: number; sha256: string }[];
};
