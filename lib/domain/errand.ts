import * as z from 'zod/mini';
import { Evidence } from './evidence.ts';
import { WebAddress } from './web-address.ts';

/**
 * What was asked for outside of our screens, by the menu or by keys: it waits in `storage.session` until the surface that
 * opens on its tab takes it up, and ends with the browser.
 */
export const Errand = z.object({
  /** The page that it was asked for on; a surface on another page leaves it alone. */
  address: WebAddress,
  /** The passage to quote; absent where something was selected that could not be read. */
  evidence: z.optional(Evidence),
});
export type Errand = z.infer<typeof Errand>;

/** Where a tab's errand stands in `storage.session`. */
export function errandKey(tab: number): string {
  return `errand:${tab}`;
}
