import * as z from 'zod/mini';

/** The longest name of a view, in UTF-16 code units. */
export const longestViewName = 120;

/** A choice of what the library shows, kept under a name. */
export const SavedView = z.object({
  id: z.uuid(),
  /** As the person called it. */
  name: z.string().check(z.minLength(1), z.maxLength(longestViewName)),
  /** The filter as the library's address says it, without `?`: `relation=teaches&fit=exact`. Empty shows everything. */
  filter: z.string().check(z.maxLength(4096)),
  /** When it was named or changed last, ISO 8601 in UTC. */
  modified: z.iso.datetime(),
});
export type SavedView = z.infer<typeof SavedView>;
