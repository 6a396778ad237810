import { vi } from 'vitest';

type Listener = (...parameters: never[]) => unknown;

/** Who sends a message, as the browser says it. */
export type Sender = { id?: string; origin?: string; url?: string };

/** Id and origin of the extension in tests. */
export const ownId = 'abcdefghijklmnopabcdefghijklmnop';
export const own = `chrome-extension://${ownId}`;

/** An own page as Chrome names it. */
export const ownPage: Sender = { id: ownId, origin: own, url: `${own}/popup.html` };

/** A tab; its address is there only where the extension may see it. */
export type Tab = { id: number; url?: string | undefined; windowId?: number };

/** Permissions as the browser is asked for them: hosts, and interfaces by their names. */
type Asked = { origins?: string[]; permissions?: string[] };

const namesOf = ({ origins = [], permissions = [] }: Asked) => [...origins, ...permissions];

function event<Heard extends Listener>() {
  const listeners = new Set<Heard>();
  return {
    listeners,
    addListener: (listener: Heard) => void listeners.add(listener),
    removeListener: (listener: Heard) => void listeners.delete(listener),
    tell: (...parameters: Parameters<Heard>) => {
      for (const listener of [...listeners]) listener(...parameters);
    },
  };
}

/** One end of a port. What is posted arrives at the other end in a later task, as a copy. */
export type Port = {
  name: string;
  sender?: Sender;
  onMessage: ReturnType<typeof event<(message: never) => unknown>>;
  onDisconnect: ReturnType<typeof event<() => unknown>>;
  postMessage(message: unknown): void;
  disconnect(): void;
};

/**
 * The parts of the browser's extension interface that the screens and the background use, in memory: messages between
 * contexts of one extension, ports, permissions, storage areas. It stands in for the browser alone; all that speaks
 * through it is real.
 */
export function makeExtension() {
  const onMessage = event<(message: unknown, sender: Sender, respond: (answer: unknown) => void) => unknown>();
  const onConnect = event<(port: Port) => unknown>();
  const granted = new Set<string>();
  const permissionAdded = event<() => unknown>();
  const permissionRemoved = event<() => unknown>();
  const onUpdated = event<(id: number, change: { status?: string; url?: string }, tab: Tab) => unknown>();
  const onActivated = event<(active: { tabId: number; windowId: number }) => unknown>();
  const tab: Tab = { id: 7, windowId: 1, url: 'https://lessons.example/graph' };
  let sender: Sender = ownPage;

  const areas = { local: area(), session: area() };

  function sendMessage(message: unknown): Promise<unknown> {
    const copy = structuredClone(message);
    return new Promise((resolve, reject) => {
      let waits = false;
      for (const listener of onMessage.listeners) {
        if (listener(copy, sender, (answer) => resolve(structuredClone(answer))) === true) waits = true;
      }
      if (!waits) reject(new Error('Could not establish connection. Receiving end does not exist.'));
    });
  }

  function connect({ name }: { name: string }): Port {
    const [here, there] = [end(name), end(name, sender)];
    join(here, there);
    join(there, here);
    queueMicrotask(() => {
      if (onConnect.listeners.size === 0) there.disconnect();
      else onConnect.tell(there);
    });
    return here;
  }

  const browser = {
    runtime: {
      id: ownId,
      getURL: (path: string) => `${own}${path}`,
      onMessage,
      onConnect,
      sendMessage: vi.fn(sendMessage),
      connect: vi.fn(connect),
      openOptionsPage: vi.fn(async () => {}),
      getManifest: vi.fn((): { commands?: Record<string, { suggested_key?: { default: string } }> } => ({})),
    },
    permissions: {
      request: vi.fn(async (asked: Asked) => {
        for (const one of namesOf(asked)) granted.add(one);
        permissionAdded.tell();
        return true;
      }),
      remove: vi.fn(async (asked: Asked) => {
        for (const one of namesOf(asked)) granted.delete(one);
        permissionRemoved.tell();
        return true;
      }),
      contains: vi.fn(async (asked: Asked) => namesOf(asked).every((one) => granted.has(one))),
      getAll: vi.fn(async () => ({
        origins: [...granted].filter((one) => one.includes(':')),
        permissions: [...granted].filter((one) => !one.includes(':')),
      })),
      onAdded: permissionAdded,
      onRemoved: permissionRemoved,
    },
    commands: {
      getAll: vi.fn(async (): Promise<{ name?: string; shortcut?: string; description?: string }[]> => []),
    },
    storage: areas,
    tabs: {
      onUpdated,
      onActivated,
      query: vi.fn(async () => [{ ...tab }]),
      get: vi.fn(async (_id: number): Promise<Tab> => ({ ...tab })),
      /** A page of ours that stands in a tab of its own. */
      getCurrent: vi.fn(async (): Promise<Tab | undefined> => ({ id: 9 })),
      create: vi.fn(async (_page: { url: string }) => {}),
      remove: vi.fn(async (_id: number) => {}),
    },
  };

  return {
    browser,
    /** The active tab, as the browser shows it to the extension. */
    tab,
    granted,
    areas,
    /** Lets what follows be sent by somebody else. */
    sendAs(other: Sender) {
      sender = other;
    },
    /** Forgets all listeners, as a worker does that dies. */
    killWorker() {
      onMessage.listeners.clear();
      onConnect.listeners.clear();
    },
  };
}

/** A storage area of the browser's, which keeps what JSON keeps. */
export function area() {
  const kept = new Map<string, string>();
  const onChanged = event<(changes: Record<string, { newValue?: unknown }>) => unknown>();
  return {
    kept,
    onChanged,
    get: vi.fn(async (keys: string | string[] | null): Promise<Record<string, unknown>> => {
      const found = [keys ?? [...kept.keys()]].flat().map((key) => [key, kept.get(key)] as const);
      return Object.fromEntries(found.flatMap(([key, text]) => (text === undefined ? [] : [[key, JSON.parse(text)]])));
    }),
    set: vi.fn(async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
      onChanged.tell(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
    }),
    remove: vi.fn(async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    }),
    clear: vi.fn(async () => kept.clear()),
  };
}

function end(name: string, sender?: Sender): Port {
  return {
    name,
    ...(sender && { sender }),
    onMessage: event(),
    onDisconnect: event(),
    postMessage: () => {},
    disconnect: () => {},
  };
}

function join(one: Port, other: Port): void {
  let open = true;
  const close = () => {
    open = false;
  };
  one.onDisconnect.addListener(close);
  one.postMessage = (message) => {
    if (!open) throw new Error('Attempting to use a disconnected port object');
    const copy = structuredClone(message);
    setImmediate(() => other.onMessage.tell(copy as never));
  };
  one.disconnect = () => {
    if (!open) return;
    open = false;
    setImmediate(() => other.onDisconnect.tell());
  };
}

/** Lets everything that is on its way between contexts arrive. */
export async function arrived(rounds = 5): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((done) => setImmediate(done));
}
