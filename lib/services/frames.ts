import * as z from 'zod/mini';

/** Frames of one tab that are looked into, besides the page's own document. */
export const mostFrames = 20;

/** A script for pages: a file of the extension, and what is called after it with arguments that travel as JSON. */
export type PageScript = {
  file: string;
  call?: { func: (...args: never[]) => unknown; args: unknown[] };
  /** The file was injected before and left what is called: it is not injected again. Default false. */
  isThere?: boolean;
};

/** A frame of a tab. */
export const Frame = z.object({
  /** The browser's number for it; 0 is the page's own document. */
  id: z.int(),
  url: z.string(),
  /** Its document's title, else that of its element, else its address. */
  title: z.string(),
});
export type Frame = z.infer<typeof Frame>;

/** What a script answered in each frame that it ran in, the page's own document first; whoever reads it checks it. */
export type Injected = {
  answers: { frame: Frame; result: unknown }[];
  /** Frames that could not be looked into: of another origin, not loaded yet, or beyond `mostFrames`. */
  leftOut: number;
};

/** The part of `browser.scripting` that is needed. */
export type Scripting = {
  executeScript(injection: {
    target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
    files?: string[];
    func?: (...args: never[]) => unknown;
    args?: unknown[];
    injectImmediately?: boolean;
  }): Promise<{ frameId: number; result?: unknown }[]>;
};

const Probed = z.object({
  url: z.string(),
  title: z.string(),
  origin: z.string(),
  isReady: z.boolean(),
  children: z.int().check(z.nonnegative()),
});
type Probed = z.infer<typeof Probed>;

/**
 * Makes the way into a tab's documents: a script runs in the page's own and in each frame of the same origin that has
 * loaded. Rejects where the page's own document keeps us out; frames that do are counted.
 */
export function createInject(scripting: Scripting) {
  const run = async (tabId: number, frame: number, script: PageScript): Promise<unknown> => {
    const { file, call, isThere = false } = script;
    const target = { tabId, frameIds: [frame] };
    const [ran] = isThere ? [] : await scripting.executeScript({ target, files: [file] });
    if (!call) return ran?.result;
    const [called] = await scripting.executeScript({ target, ...call });
    return called?.result;
  };
  return async function inject(tab: number, script: PageScript): Promise<Injected> {
    const result = await run(tab, 0, script);
    const { own, frames, all } = await probe(scripting, tab);
    const answers = await Promise.all(
      frames.map((frame) =>
        run(tab, frame.id, script).then(
          (result) => [{ frame, result }],
          () => [],
        ),
      ),
    );
    const inner = answers.flat();
    return { answers: [{ frame: own, result }, ...inner], leftOut: Math.max(0, all - inner.length) };
  };
}

/**
 * Asks every frame that lets us in what it is, at once: a frame that still loads must not hold up the others. How many
 * there are in all is told by the documents around them.
 */
async function probe(scripting: Scripting, tabId: number): Promise<{ own: Frame; frames: Frame[]; all: number }> {
  const found = await scripting
    .executeScript({ target: { tabId, allFrames: true }, func: lookAtFrame, injectImmediately: true })
    .catch(() => []);
  const probed = new Map<number, Probed>();
  for (const { frameId, result } of found) {
    const look = Probed.safeParse(result);
    if (look.success) probed.set(frameId, look.data);
  }
  const origin = probed.get(0)?.origin;
  const inner = [...probed].filter(([id, frame]) => id !== 0 && frame.isReady && frame.origin === origin);
  const frameOf = ([id, { url, title }]: [number, Probed]): Frame => ({ id, url, title: title.trim() || url });
  return {
    own: { id: 0, url: probed.get(0)?.url ?? '', title: probed.get(0)?.title ?? '' },
    frames: inner.slice(0, mostFrames).map(frameOf),
    all: [...probed.values()].reduce((sum, { children }) => sum + children, 0),
  };
}

/** Runs in each frame, so it refers to nothing outside itself. */
function lookAtFrame() {
  // An element can stand in for a member of the document (HTML, section 3.1.7): what is no text is none.
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 1000) : '');
  let element = '';
  try {
    element = text(window.frameElement?.getAttribute('title'));
  } catch {
    // Of another origin.
  }
  return {
    url: location.href,
    title: text(document.title) || element,
    origin: self.origin,
    isReady: document.readyState !== 'loading',
    children: window.length,
  };
}
