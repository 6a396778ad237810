import * as z from 'zod/mini';

/** Where the preferences stand in `storage.local`. */
export const preferencesKey = 'preferences';

/** What the person prefers of how the browser shows us. What is not of its shape counts as never chosen. */
export const Preferences = z.object({
  /** Whether the browser's context menus have entries of ours. Default true. */
  menus: z.catch(z._default(z.boolean(), true), true),
  /** Whether the keyword in the address bar finds anything. Default true. */
  keyword: z.catch(z._default(z.boolean(), true), true),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences as they are kept, with the default of each that is not. */
export function preferencesIn(kept: unknown): Preferences {
  const known = Preferences.safeParse(kept);
  return known.success ? known.data : Preferences.parse({});
}
