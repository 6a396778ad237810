import type { DraftArea } from '../../lib/state/draft-mirror.ts';
import { openDrafts, type PageDrafts } from '../../lib/state/drafts.ts';

/** A window of the extension that stands open, with its drafts. */
export type Surface = {
  drafts: PageDrafts;
  /** Whether all that was typed here last is kept, as the window was told. */
  kept: boolean;
  /** Lets what the window asked of `storage.local` be done. */
  arrive(): Promise<void>;
  /** Closes the window; what it asked of `storage.local` and was not done never is. */
  close(): void;
};

/** What a browser keeps of an extension: `localStorage` at once, on disk later; `storage.local` when it comes to it. */
export function makeBrowser() {
  let storage = new MemoryStorage();
  let onDisk = storage.copy();
  const local = new Map<string, string>();
  let session = new Map<string, string>();
  const tabs = new Set<number>([7]);
  let time = Date.parse('2026-03-01T14:05:00Z');

  const browser = {
    get storage() {
      return storage;
    },
    local,
    tabs,
    /** Whether `storage.local` refuses what it is given. */
    refuses: false,
    get time() {
      return time;
    },
    set time(value) {
      time = value;
    },
    /** Opens a window on a tab; with `slow` nothing gets to `storage.local` before `arrive`. */
    async surface(tab: number, address: string, slow = false): Promise<Surface> {
      const waiting: (() => void)[] = [];
      let closed = false;
      const whenDone = (act: () => void) =>
        new Promise<void>((resolve, reject) => {
          const run = () => {
            if (browser.refuses) return reject(new Error('QUOTA_BYTES quota exceeded'));
            if (!closed) act();
            resolve();
          };
          if (slow) waiting.push(run);
          else run();
        });
      const surface: Surface = {
        drafts: undefined as never,
        kept: true,
        async arrive() {
          while (waiting.length > 0) {
            for (const run of waiting.splice(0)) run();
            await new Promise((done) => setImmediate(done));
          }
        },
        close() {
          closed = true;
          waiting.length = 0;
        },
      };
      const drafts = openDrafts({
        storage,
        local: areaOf(local, whenDone),
        session: areaOf(session, async (act) => act()),
        openTabs: async () => [...tabs],
        tell: (kept) => {
          surface.kept = kept;
        },
        now: () => time++,
      });
      surface.drafts = await drafts.at(tab, address);
      return surface;
    },
    /** The drafts of a page in a tab. */
    open: async (tab: number, address: string): Promise<PageDrafts> => (await browser.surface(tab, address)).drafts,
    /** `localStorage` gets to the disk. */
    flush() {
      onDisk = storage.copy();
    },
    /** The browser ends and starts again, with other tabs; after a crash `localStorage` is as it last was on disk. */
    restart(openTabs: readonly number[], { crash = false } = {}) {
      storage = crash ? onDisk.copy() : storage.copy();
      onDisk = storage.copy();
      session = new Map();
      tabs.clear();
      for (const tab of openTabs) tabs.add(tab);
    },
  };
  return browser;
}

/** A storage that holds so and so many characters. */
class MemoryStorage implements Storage {
  readonly #kept: Map<string, string>;
  /** How many characters it takes at most. */
  room = Number.POSITIVE_INFINITY;
  constructor(kept: Iterable<[string, string]> = []) {
    this.#kept = new Map(kept);
  }
  get length() {
    return this.#kept.size;
  }
  clear() {
    this.#kept.clear();
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null;
  }
  key(index: number) {
    return [...this.#kept.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.#kept.delete(key);
  }
  setItem(key: string, value: string) {
    const others = [...this.#kept]
      .filter(([one]) => one !== key)
      .reduce((sum, [one, text]) => sum + one.length + text.length, 0);
    if (others + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.#kept.set(key, value);
  }
  copy() {
    return new MemoryStorage(this.#kept);
  }
}

function areaOf(kept: Map<string, string>, whenDone: (act: () => void) => Promise<void>): DraftArea {
  return {
    get: async (keys) =>
      Object.fromEntries(
        [keys].flat().flatMap((key) => {
          const text = kept.get(key);
          return text === undefined ? [] : [[key, JSON.parse(text)]];
        }),
      ),
    set: (items) =>
      whenDone(() => {
        for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
      }),
    remove: (keys) =>
      whenDone(() => {
        for (const key of keys) kept.delete(key);
      }),
  };
}
