import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { ActedFrom } from '../domain/history-line.ts';
import { type Problem, ProblemError, type Result } from '../domain/problem.ts';
import { M600, M602 } from '../domain/problems.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import {
  type Answers,
  Envelope,
  type Request,
  type RequestName,
  requests,
  SearchAsked,
  searchPort,
} from './protocol.ts';

/**
 * One handler for each request, told which surface asks. What it throws as ProblemError reaches the screen; anything else
 * is logged, as M600.
 */
export type Handlers = {
  [Name in RequestName]: (request: Request<Name>, from: ActedFrom | undefined) => Promise<Answers[Name]>;
};

/** Where unexpected errors go. */
export type Log = (what: string, error: unknown) => void;

/**
 * Answers the screens. To be called synchronously when the worker starts, so that a message that wakes it finds its
 * listener. Only pages of this extension are answered: a content script has the id of the extension but not its origin.
 */
export function serve(handlers: Handlers, log: Log): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: Result<unknown>) => void) => {
    if (!isOwnPage(sender)) return undefined;
    void answer(handlers, message, surfaceOf(sender), log).then(respond);
    return true;
  });
}

/** What a search is about: the text, and where only one registry is to be asked again, which. */
export type Sought = Pick<SearchAsked, 'text' | 'only'>;

/** Answers searches over ports; a search of another turn on a port, or its closing, aborts those before. */
export function serveSearch(
  search: (sought: Sought, emit: (event: SearchEvent) => void, signal: AbortSignal) => Promise<void>,
  log: Log,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== searchPort || !port.sender || !isOwnPage(port.sender)) return port.disconnect();
    let running = new AbortController();
    let current: number | undefined;
    port.onDisconnect.addListener(() => running.abort());
    port.onMessage.addListener((message: unknown) => {
      const asked = SearchAsked.safeParse(message);
      if (!asked.success) return;
      const { turn, ...sought } = asked.data;
      if (turn !== current) {
        running.abort();
        running = new AbortController();
        current = turn;
      }
      const { signal } = running;
      search(sought, (event) => port.postMessage({ turn, event }), signal)
        .catch((error: unknown) => signal.aborted || log('search', error))
        .finally(() => signal.aborted || port.postMessage({ turn }));
    });
  });
}

async function answer(
  handlers: Handlers,
  message: unknown,
  from: ActedFrom | undefined,
  log: Log,
): Promise<Result<unknown>> {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success) return refused;
  const { name } = envelope.data;
  const request = requests[name].safeParse(envelope.data.request);
  if (!request.success) return refused;
  try {
    // The table ties each name to its own shape; the compiler cannot follow that through a computed key.
    const handle = handlers[name] as (request: unknown, from: ActedFrom | undefined) => Promise<unknown>;
    return { ok: true, value: await handle(request.data, from) };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    log(name, error);
    return { ok: false, problem: unexpected };
  }
}

const surfaces: Readonly<Record<string, ActedFrom>> = {
  '/popup.html': 'popup',
  '/sidepanel.html': 'panel',
  '/library.html': 'library',
  '/options.html': 'options',
};

/** Which of our surfaces a message comes from, by the address of its page. */
function surfaceOf({ url }: Browser.runtime.MessageSender): ActedFrom | undefined {
  const path = url?.slice(browser.runtime.getURL('/').length - 1).replace(/[?#].*$/, '');
  return path !== undefined && Object.hasOwn(surfaces, path) ? surfaces[path] : undefined;
}

function isOwnPage(sender: Browser.runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('/').replace(/\/$/, '');
  if (sender.id !== browser.runtime.id) return false;
  return sender.origin === own || (sender.origin === undefined && sender.url?.startsWith(`${own}/`) === true);
}

const refused: { ok: false; problem: Problem } = {
  ok: false,
  problem: M602,
};

const unexpected: Problem = M600;
