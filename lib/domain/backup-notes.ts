import * as z from 'zod/mini';

/**
 * What is noted about backups beside the database, so that it can still be written where the database is full: names in
 * `storage.local`, and what stands under each.
 */
export const backupNotes = {
  /** The last backup that was downloaded, or restored from a file: when, and the newest line of the history in it. */
  'backup:downloaded': z.object({ at: z.iso.datetime(), upTo: z.int() }),
  /** When the person did not want to be reminded, ISO 8601 in UTC. */
  'backup:hushed': z.iso.datetime(),
  /** Whether the last automatic backup found no room. */
  'backup:full': z.boolean(),
} as const;

/** What is noted about backups. */
export type BackupNotes = {
  downloaded?: z.infer<(typeof backupNotes)['backup:downloaded']>;
  hushed?: string;
  full: boolean;
};

/** The notes as they are kept; what is not of its shape counts as absent. */
export function notesIn(kept: Readonly<Record<string, unknown>>): BackupNotes {
  const downloaded = backupNotes['backup:downloaded'].safeParse(kept['backup:downloaded']).data;
  const hushed = backupNotes['backup:hushed'].safeParse(kept['backup:hushed']).data;
  return {
    ...(downloaded && { downloaded }),
    ...(hushed && { hushed }),
    full: kept['backup:full'] === true,
  };
}
