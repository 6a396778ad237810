import type * as z from 'zod/mini';
import { type DraftArea, openDraftMirror } from './draft-mirror.ts';
import { draftKey, isKept, type KeptDraft, openDraftShelf, placeOf } from './draft-shelf.ts';

/** How long a draft is kept that nobody comes back to, in milliseconds: 30 days. */
export const draftsKeptFor = 30 * 24 * 60 * 60 * 1000;

/** How many drafts are kept at most when a surface opens; the oldest give way. */
export const mostDrafts = 100;

/** A draft that was found again. */
export type FoundDraft<T> = {
  value: T;
  /** When it was typed, in milliseconds since the epoch. */
  at: number;
};

/** The drafts of one page in one tab, by the names of its forms. Nothing here throws, and nothing waits. */
export type PageDrafts = {
  /** Keeps what is typed, from this moment on: the window may close right after. */
  keep(form: string, value: unknown): void;
  /**
   * What is kept of a form, where it is of the shape asked for. Where this tab has nothing, the newest of the same page is
   * taken over from a tab that is no longer there: one of an earlier run of the browser, or (default) one that was closed,
   * too.
   */
  take<T>(form: string, schema: z.ZodMiniType<T>, from?: 'closed tabs' | 'earlier runs'): FoundDraft<T> | undefined;
  /** Forgets what is kept of a form: it was saved, or discarded. */
  forget(form: string): void;
};

/** Everything that was typed and not saved. */
export type Drafts = {
  /** The drafts of a page in a tab. Never rejects: where a storage cannot be read, the other is enough. */
  at(tab: number | undefined, address: string): Promise<PageDrafts>;
};

type Needs = {
  /** `localStorage`. */
  storage: Storage;
  /** `browser.storage.local`. */
  local: DraftArea;
  /** `browser.storage.session`: it tells one run of the browser from the next. */
  session: DraftArea;
  /** The numbers of all open tabs. */
  openTabs(): Promise<readonly number[]>;
  /** Hears after each writing whether all that is typed is kept. */
  tell(kept: boolean): void;
  /** Default: the clock. */
  now?: () => number;
};

/**
 * Opens the drafts. Each stands in `localStorage`, where it is written in the same tick, and in `storage.local`, where it
 * outlives a crash; the newer of both counts. What was not touched for `draftsKeptFor` is swept.
 */
export function openDrafts({ storage, local, session, openTabs, tell, now = Date.now }: Needs): Drafts {
  const shelf = openDraftShelf(storage);
  let isShelved = true;
  let isMirrored = true;
  const report = () => tell(isShelved && isMirrored);
  const mirror = openDraftMirror(shelf, local, (done) => {
    isMirrored = done;
    report();
  });

  const write = (key: string, draft: { session: string; value: unknown; at?: number }) => {
    // A clock that was set back must not make what is newer look older.
    const at = Math.max(draft.at ?? now(), (shelf.read(key)?.at ?? Number.NEGATIVE_INFINITY) + 1);
    const isWritten = shelf.write(key, { ...draft, at });
    if (isWritten) mirror.soon(key);
    return isWritten;
  };
  const forget = (key: string) => {
    const kept = shelf.read(key);
    if (!isKept(kept)) return;
    if (!shelf.write(key, { at: kept.at + 1, gone: true })) shelf.remove(key);
    mirror.soon(key);
  };
  const all = (): [string, KeptDraft][] =>
    shelf.keys().flatMap((key) => {
      const kept = shelf.read(key);
      return isKept(kept) ? [[key, kept]] : [];
    });
  const sweep = () => {
    const newestFirst = all().sort(([, one], [, other]) => other.at - one.at);
    const isOver = ([, { at }]: [string, KeptDraft], place: number) =>
      place >= mostDrafts || now() - at > draftsKeptFor;
    for (const [key] of newestFirst.filter(isOver)) forget(key);
  };
  const ready = Promise.all([mirror.catchUp().then(sweep), runOf(session)]);

  return {
    async at(tab, address) {
      const [[, run], open] = await Promise.all([ready, openTabs().catch(() => undefined)]);
      const keyOf = (form: string) => draftKey({ tab, form, address });
      /** Whether whoever typed it can no longer come back to it where it was typed. */
      const isLeft = (key: string, draft: KeptDraft) => draft.session !== run || isClosed(placeOf(key)?.tab);
      const isClosed = (tab: number | undefined) => tab !== undefined && open !== undefined && !open.includes(tab);
      const isSameForm = (key: string, form: string) => {
        const place = placeOf(key);
        return place?.form === form && place.address === address;
      };
      const leftBehind = (form: string) =>
        all()
          .filter(([key, draft]) => isSameForm(key, form) && isLeft(key, draft))
          .sort(([, one], [, other]) => other.at - one.at);
      return {
        keep(form, value) {
          isShelved = write(keyOf(form), { session: run, value });
          report();
        },
        take(form, schema, from = 'closed tabs') {
          const key = keyOf(form);
          const own = shelf.read(key);
          // A tab of an earlier run may have had this number: what it left is one among others.
          if (isKept(own) && own.session === run) return found(own, schema);
          // Something stands here that a later version may know.
          if (!own && shelf.has(key)) return undefined;
          for (const [other, draft] of leftBehind(form)) {
            const taken = found(draft, schema);
            if (!taken || (from === 'earlier runs' && draft.session === run)) continue;
            if (!write(key, { ...draft, session: run }) || other === key) return taken;
            // The place of what was taken is free for what stood here.
            if (isKept(own)) write(other, own);
            else forget(other);
            return taken;
          }
          return undefined;
        },
        forget: (form) => forget(keyOf(form)),
      };
    },
  };
}

function found<T>({ value, at }: KeptDraft, schema: z.ZodMiniType<T>): FoundDraft<T> | undefined {
  const known = schema.safeParse(value);
  return known.success ? { value: known.data, at } : undefined;
}

const runKey = 'run';

/** The name of this run of the browser, given by whoever asks first. */
async function runOf(session: DraftArea): Promise<string> {
  try {
    const kept = (await session.get(runKey))[runKey];
    if (typeof kept === 'string') return kept;
    await session.set({ [runKey]: crypto.randomUUID() });
    // Another window may have named it at the same moment.
    return String((await session.get(runKey))[runKey]);
  } catch {
    return '';
  }
}
