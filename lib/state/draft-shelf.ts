import * as z from 'zod/mini';

/** What is kept of one form in one tab. */
export const KeptDraft = z.object({
  /** When it was typed, in milliseconds since the epoch; later than whatever was kept in its place before. */
  at: z.number(),
  /** Which run of the browser it was typed in: a tab's number means nothing in another. */
  session: z.string(),
  /** What was typed; its own schema is asked where it is read. */
  value: z.unknown(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** That a draft was let go; it stands until the mirror knows that too, so that nothing comes back from there. */
const LetGo = z.object({ at: z.number(), gone: z.literal(true) });

/** What can stand in a draft's place. */
export type Shelved = KeptDraft | z.infer<typeof LetGo>;

const Shelved = z.union([LetGo, KeptDraft]);

const prefix = 'draft:';

/** Where a form stands: in which tab, in which form of it, on which page. */
export type DraftPlace = {
  /** The browser's number for the tab; undefined where it has none. */
  tab: number | undefined;
  /** Which form. */
  form: string;
  /** The page that the form is about, or the name of a page of our own. */
  address: string;
};

/** The key of a place: `draft:<tab>:<form>:<address>`. */
export function draftKey({ tab, form, address }: DraftPlace): string {
  return `${prefix}${tab ?? ''}:${encodeURIComponent(form)}:${address}`;
}

/** The place that a key names; undefined where it is no draft's key. */
export function placeOf(key: string): DraftPlace | undefined {
  const [, tab, form = '', address = ''] = /^draft:(\d*):([^:]*):(.*)$/s.exec(key) ?? [];
  if (tab === undefined) return undefined;
  try {
    return { tab: tab ? Number(tab) : undefined, form: decodeURIComponent(form), address };
  } catch {
    return undefined;
  }
}

/**
 * The drafts in `localStorage`: all pages of the extension share it, and what is written stands at once, before the window
 * that wrote it can close. The browser brings it to the disk some seconds later.
 */
export type DraftShelf = {
  /** Of every draft that stands there, in no order. */
  keys(): string[];
  /** What stands in a place; undefined where that is nothing, or of a shape that this version does not know. */
  read(key: string): Shelved | undefined;
  /** Whether anything stands there, readable or not. */
  has(key: string): boolean;
  /** Whether it could be written; where not, what stood there before still does. */
  write(key: string, shelved: Shelved): boolean;
  remove(key: string): void;
};

/** Opens the drafts in a storage. */
export function openDraftShelf(storage: Storage): DraftShelf {
  return {
    keys: () =>
      Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter(
        (key) => placeOf(key) !== undefined,
      ),
    read: (key) => Shelved.safeParse(jsonIn(storage.getItem(key))).data,
    has: (key) => storage.getItem(key) !== null,
    write(key, shelved) {
      try {
        storage.setItem(key, JSON.stringify(shelved));
        return true;
      } catch {
        // Full, or closed to us by the person: the one who asks says so on the screen.
        return false;
      }
    },
    remove: (key) => storage.removeItem(key),
  };
}

/** Whether it is a draft and not the note that one was let go. */
export function isKept(shelved: Shelved | undefined): shelved is KeptDraft {
  return shelved !== undefined && !('gone' in shelved);
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
