import * as z from 'zod/mini';
import { type DraftShelf, isKept, KeptDraft } from './draft-shelf.ts';

/** The part of an area of `browser.storage` that drafts need. */
export type DraftArea = {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** The copy of the shelf in `storage.local`: it comes later, but it is there after the browser itself died. */
export type DraftMirror = {
  /** Copies what stands in a place, or forgets it there, as soon as what was asked for before is done. */
  soon(key: string): void;
  /** Puts back on the shelf what it lost, and copies what was not copied. Never rejects. */
  catchUp(): Promise<void>;
};

/** The list of what is mirrored, so that nobody has to read an area in which secrets stand, too. */
const index = 'drafts';

/** Opens the mirror of a shelf. `tell` hears after each writing whether it could be done. */
export function openDraftMirror(shelf: DraftShelf, area: DraftArea, tell: (done: boolean) => void): DraftMirror {
  const waiting = new Set<string>();
  /** Mirrored, but the shelf had no room to take it back. */
  const stranded = new Set<string>();
  let writing = false;

  const write = async (keys: readonly string[]) => {
    const found = keys.map((key) => [key, shelf.read(key)] as const);
    const gone = keys.filter((_, at) => !isKept(found[at]?.[1]));
    if (gone.length > 0) await area.remove(gone);
    const items = found.filter(([, shelved]) => isKept(shelved));
    const listed = shelf.keys().filter((key) => !gone.includes(key));
    await area.set({ ...Object.fromEntries(items), [index]: [...new Set([...listed, ...stranded])] });
    for (const key of gone) if (isGone(key)) shelf.remove(key);
  };
  const isGone = (key: string) => {
    const shelved = shelf.read(key);
    return shelved !== undefined && !isKept(shelved);
  };
  const writeAll = async () => {
    if (writing) return;
    writing = true;
    while (waiting.size > 0) {
      const keys = [...waiting];
      waiting.clear();
      await write(keys).then(
        () => tell(true),
        () => tell(false),
      );
    }
    writing = false;
  };
  const soon = (key: string) => {
    waiting.add(key);
    void writeAll();
  };

  const mirrored = async (): Promise<Map<string, KeptDraft>> => {
    const keys = z.array(z.string()).safeParse((await area.get(index))[index]).data ?? [];
    const items = keys.length > 0 ? await area.get(keys) : {};
    const drafts = keys.map((key) => [key, KeptDraft.safeParse(items[key]).data] as const);
    return new Map(drafts.flatMap(([key, draft]) => (draft ? [[key, draft]] : [])));
  };
  const catchUp = async () => {
    const there = await mirrored();
    for (const [key, draft] of there) {
      const here = shelf.read(key);
      // What stands there in a shape that we do not know is not ours to write over.
      const isLost = here ? here.at < draft.at : !shelf.has(key);
      if (isLost && !shelf.write(key, draft)) stranded.add(key);
    }
    for (const key of shelf.keys()) {
      const here = shelf.read(key);
      if (here && here.at !== there.get(key)?.at) soon(key);
    }
  };
  return { soon, catchUp: () => catchUp().catch(() => tell(false)) };
}
