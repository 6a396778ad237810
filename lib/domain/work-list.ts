import * as z from 'zod/mini';
import { WebAddress } from './web-address.ts';

/** The most pages of one list: as many as one sitemap may name (sitemaps.org protocol 0.9). */
export const mostWorkItems = 50_000;

/** The longest name of a list, in UTF-16 code units. */
export const longestListName = 200;

/** A list of pages to be aligned, as the person works through it. */
export const WorkList = z.object({
  id: z.uuid(),
  name: z.string().check(z.minLength(1), z.maxLength(longestListName)),
  created: z.iso.datetime(),
  /** Since when it is out of sight. It is swept with its pages after as long as an act can be taken back. */
  removed: z.optional(z.iso.datetime()),
  modified: z.iso.datetime(),
  revision: z.int().check(z.positive()),
});
export type WorkList = z.infer<typeof WorkList>;

/** What became of a page of a list. */
export const WorkState = z.enum(['open', 'done', 'skipped']);
export type WorkState = z.infer<typeof WorkState>;

/** Where a list has a page from. */
export const WorkOrigin = z.enum(['typed', 'table', 'sitemap', 'oai-pmh', 'tabs']);
export type WorkOrigin = z.infer<typeof WorkOrigin>;

/** A page of a list. A list has each page once. */
export const WorkItem = z.object({
  /** `workItemId(list, address)`. */
  id: z.string(),
  list: z.uuid(),
  /** As pages are known here (`pageAddress`). */
  address: WebAddress,
  /** What the list calls it; absent where it does not. */
  title: z.optional(z.string().check(z.maxLength(1000))),
  state: WorkState,
  /** Done by itself, since the page is aligned: it opens again when the page's last alignment goes. */
  aligned: z.optional(z.literal(true)),
  /** Its place in the list, from 0. Places of what was taken out stay empty. */
  place: z.int().check(z.nonnegative()),
  from: WorkOrigin,
  modified: z.iso.datetime(),
  revision: z.int().check(z.positive()),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** A page's key in a list. */
export function workItemId(list: string, address: string): string {
  return `${list} ${address}`;
}

/** A page as a list names it, before it is kept. */
export const FoundPage = z.pick(WorkItem, { address: true, title: true });
export type FoundPage = z.infer<typeof FoundPage>;

/** Pages to be put at the end of a list: of one that is there, or of a new one by its name. */
export const AddedWork = z.object({
  list: z.union([z.object({ id: z.uuid() }), z.object({ name: WorkList.shape.name })]),
  from: WorkOrigin,
  pages: z.array(FoundPage).check(z.minLength(1), z.maxLength(mostWorkItems)),
});
export type AddedWork = z.infer<typeof AddedWork>;

/** One act on pages of a list: another state for them, or out of it. */
export const WorkChange = z.object({
  items: z.array(z.string().check(z.maxLength(5000))).check(z.minLength(1), z.maxLength(mostWorkItems)),
  act: z.union([z.strictObject({ state: WorkState }), z.strictObject({ remove: z.literal(true) })]),
});
export type WorkChange = z.infer<typeof WorkChange>;

/** What an act on a list did. */
export type WorkChanged = {
  /** By what it is taken back, for 30 days. */
  undo: string;
  list: string;
  /** Pages that it added or changed. */
  changed: number;
};

/** How many pages of a list are in each state. */
export type WorkCounts = Record<WorkState, number>;

/** How many pages a list has. */
export function pagesIn({ open, done, skipped }: WorkCounts): number {
  return open + done + skipped;
}
