import { browser } from 'wxt/browser';
import type { Problem, Result } from '../domain/problem.ts';
import { M601 } from '../domain/problems.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import { type Answers, longestSearch, type Request, type RequestName, searchPort } from './protocol.ts';

/**
 * Asks the background. Never rejects: where the background cannot be reached the answer is problem M601. Nothing was
 * done then, or it was done and committed; the live queries show which.
 */
export async function ask<Name extends RequestName>(
  name: Name,
  request: Request<Name>,
): Promise<Result<Answers[Name]>> {
  try {
    const answer: Result<Answers[Name]> | undefined = await browser.runtime.sendMessage({ name, request });
    return answer ?? unreachable();
  } catch {
    return unreachable();
  }
}

function unreachable(): { ok: false; problem: Problem } {
  return { ok: false, problem: M601 };
}

/** A running search over the enabled registries. */
export type RemoteSearch = {
  /** Asks for a text; what was asked before is aborted and its late answers are dropped. */
  ask(text: string): void;
  /** Asks one registry again for the text that was asked for last, beside what is still under way. */
  askAgain(registry: string): void;
  /** Nobody waits for what was asked any more: its late answers are dropped. */
  drop(): void;
  close(): void;
};

/** How often in a row a port is opened anew that broke without a word: then the background is not there at all. */
const mostReopenings = 3;

/**
 * Opens the stream of search events; `rest` is called when no more will come for what was asked last. The port is opened
 * anew where the worker died in between, so that a search asked after a death is answered like any other.
 */
export function openRemoteSearch(hear: (event: SearchEvent) => void, rest: () => void): RemoteSearch {
  let turn = 0;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let text: string | undefined;
  /** How many of the turn's questions have not come to their end. */
  let open = 0;
  let silent = 0;
  const connect = () => {
    const fresh = browser.runtime.connect({ name: searchPort });
    fresh.onMessage.addListener((message: { turn: number; event?: SearchEvent }) => {
      silent = 0;
      if (message.turn !== turn) return;
      if (message.event) return hear(message.event);
      open -= 1;
      if (open === 0) rest();
    });
    fresh.onDisconnect.addListener(() => {
      if (port === fresh) port = undefined;
      if (open === 0) return;
      silent += 1;
      if (silent > mostReopenings) return end();
      // Nobody knows how far each question got; what was answered is kept and comes at once.
      open = 0;
      post();
    });
    return fresh;
  };
  const post = (only?: string) => {
    if (text === undefined) return;
    open += 1;
    try {
      port ??= connect();
      port.postMessage({ text, turn, ...(only !== undefined && { only }) });
    } catch {
      // The extension was updated under this window: there is no way back to a background.
      port = undefined;
      end();
    }
  };
  const end = () => {
    open = 0;
    rest();
  };
  const drop = () => {
    turn += 1;
    open = 0;
    text = undefined;
  };
  return {
    ask(wanted) {
      drop();
      silent = 0;
      text = wanted.slice(0, longestSearch);
      post();
    },
    askAgain(registry) {
      silent = 0;
      post(registry);
    },
    drop,
    close() {
      drop();
      port?.disconnect();
      port = undefined;
    },
  };
}
