import { createContext, useContext, useState } from 'react';
import type * as z from 'zod/mini';
import type { PageDrafts } from './drafts.ts';

/** The drafts of the page that the forms below are about. Without them a form works, and nothing of it is kept. */
export const PageDraftsContext = createContext<PageDrafts | undefined>(undefined);

/** A form of which every keystroke is kept. */
export type KeptForm<T> = {
  /** What stands in it. */
  form: T;
  /** Whether the person typed anything in it, now or before. */
  changed: boolean;
  /** When what stands in it was typed, in milliseconds since the epoch; undefined unless it was found again. */
  restoredAt: number | undefined;
  change(form: T): void;
  /** It was saved: nothing of it is kept any more. What is on the screen stays. */
  settle(): void;
  /** It was given up, or saved and is wanted empty: it is as it was before anything was typed. */
  discard(): void;
};

/**
 * The state of a plain form. What is typed is kept under `name`, which is the form's alone on its page, before the key
 * press is over, and is there again when the form is. `initial` is what stands in it before anything is typed.
 *
 * Only what `schema` names is written down. Tokens, client secrets, passwords and whatever else opens a door must never
 * be named there, so that they stand neither in `localStorage` nor in `storage`; `whole` makes a form of the rest.
 */
export function useKeptForm<T>(name: string, schema: z.ZodMiniType<T>, initial: T): KeptForm<T>;
export function useKeptForm<Kept, T extends Kept>(
  name: string,
  schema: z.ZodMiniType<Kept>,
  initial: T,
  whole: (kept: Kept) => T,
): KeptForm<T>;
export function useKeptForm<T>(
  name: string,
  schema: z.ZodMiniType<T>,
  initial: T,
  whole = (kept: T) => kept,
): KeptForm<T> {
  const drafts = useContext(PageDraftsContext);
  const [{ typed, at }, set] = useState<{ typed?: T; at?: number | undefined }>(() => {
    const kept = drafts?.take(name, schema);
    return kept ? { typed: whole(kept.value), at: kept.at } : {};
  });
  return {
    form: typed ?? initial,
    changed: typed !== undefined,
    restoredAt: at,
    change(form) {
      set({ typed: form, at });
      const known = schema.safeParse(form);
      if (known.success) drafts?.keep(name, known.data);
    },
    settle() {
      drafts?.forget(name);
      set(typed === undefined ? {} : { typed });
    },
    discard() {
      drafts?.forget(name);
      set({});
    },
  };
}
