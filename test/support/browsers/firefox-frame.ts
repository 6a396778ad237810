import type { look } from './look.ts';

/** What is asked of a page through its frame script. */
export type Question =
  | { kind: 'look'; query: Parameters<typeof look>[1]; scroll: boolean }
  | { kind: 'run'; expression: string }
  | { kind: 'choose'; css: string; file: File };

/** A question on its way to the frame script, and the answer on its way back. */
export type Asking = { id: number; question: Question };
export type Answering = { id: number; value?: unknown; error?: string };

type Accessible = { name: string | null; computedARIARole: string };

/** What a frame script finds around it. */
type FrameScope = {
  content: Window & { Event: typeof Event };
  addMessageListener(name: string, hear: (message: { data: Asking }) => void): void;
  sendAsyncMessage(name: string, data: Answering): void;
  Cc: Record<string, { getService(of: unknown): { getAccessibleFor(node: Node): Accessible | null } }>;
  Ci: Record<string, unknown>;
  Cu: {
    Sandbox: new (of: Window, options: Record<string, unknown>) => object;
    evalInSandbox(source: string, sandbox: object): Promise<string>;
  };
};

/**
 * Answers questions from inside the process of one page, with the rights of the browser. Its source text is carried
 * there as a frame script, so it refers to nothing outside itself but what it is given.
 */
export function answerInFrame(frame: FrameScope, see: typeof look): void {
  const { addMessageListener, sendAsyncMessage, Cc, Ci, Cu } = frame;
  const tree = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);

  const accessibility = (element: Element) => {
    const accessible = tree?.getAccessibleFor(element);
    return { role: accessible?.computedARIARole ?? '', name: accessible?.name ?? '' };
  };

  const answer = async (question: Question): Promise<unknown> => {
    const { content } = frame;
    const { document } = content;
    if (question.kind === 'look') return see(document, question.query, accessibility, question.scroll);
    if (question.kind === 'run') {
      const options = { sandboxPrototype: content, sameZoneAs: content, wantXrays: false };
      const wrapped = `(async () => JSON.stringify({ value: await (${question.expression}) }))()`;
      return JSON.parse(await Cu.evalInSandbox(wrapped, new Cu.Sandbox(content, options))).value;
    }
    const field = document.querySelector<HTMLInputElement & { mozSetFileArray(files: File[]): void }>(question.css);
    field?.mozSetFileArray([question.file]);
    for (const type of ['input', 'change']) field?.dispatchEvent(new content.Event(type, { bubbles: true }));
    return undefined;
  };

  addMessageListener('driver:ask', ({ data: { id, question } }) => {
    answer(question).then(
      (value) => sendAsyncMessage('driver:answer', { id, value }),
      (error: unknown) => sendAsyncMessage('driver:answer', { id, error: String(error) }),
    );
  });
}

/** The channel's functions refuse to be called on anything but the script's own scope. */
const send = 'sendAsyncMessage: (name, data) => sendAsyncMessage(name, data)';

/** The frame script as an address that Firefox can load. */
export function frameScript(see: typeof look): string {
  const listen = 'addMessageListener: (name, hear) => addMessageListener(name, hear)';
  const scope = `{ get content() { return content; }, ${listen}, ${send}, Cc, Ci, Cu }`;
  return scriptAddress(`(${answerInFrame})(${scope}, ${see})`);
}

/** A script as a `data:` address. */
export function scriptAddress(source: string): string {
  return `data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`;
}

type LogEvent = { wrappedJSObject: { level: string; addonId: string; filename: string; arguments: unknown[] } };

/** What a process script finds around it. */
type ProcessScope = {
  sendAsyncMessage(name: string, data: string): void;
  Cc: Record<string, { getService(of: unknown): LogStorage; createInstance(of: unknown): object } | undefined>;
  Ci: Record<string, unknown>;
};
type LogStorage = { addLogEventListener(hear: (event: LogEvent) => void, principal: object | undefined): void };

/** Passes on what an extension puts on its consoles as errors, from inside a process of its pages. */
export function listenInProcess({ sendAsyncMessage, Cc, Ci }: ProcessScope, addonId: string): void {
  const principal = Cc['@mozilla.org/systemprincipal;1']?.createInstance(Ci.nsIPrincipal);
  Cc['@mozilla.org/consoleAPI-storage;1']?.getService(Ci.nsIConsoleAPIStorage).addLogEventListener((event) => {
    const log = event.wrappedJSObject;
    if (log.level !== 'error' || log.addonId !== addonId) return;
    sendAsyncMessage('driver:complaint', `${log.filename}: ${log.arguments.map(String).join(' ')}`);
  }, principal);
}

/** The process script as an address that Firefox can load. */
export function processScript(addonId: string): string {
  return scriptAddress(`(${listenInProcess})({ ${send}, Cc, Ci }, ${JSON.stringify(addonId)})`);
}
