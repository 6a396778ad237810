import * as z from 'zod/mini';

/** A choice of what the library shows, kept under a name. */
export const SavedView = z.object({
  id: z.uuid(),
  /** As the person called it. */
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** The filter as the library's address says it, without `?`: `relation=teaches&fit=exact`. Empty shows everything. */
  filter: z.string().check(z.maxLength(4096)),
  /** When it was named or changed last, ISO 8601 in UTC. */
  modified: z.iso.datetime(),
});
export type SavedView = z.infer<typeof SavedView>;
