import { browser } from 'wxt/browser';
import type { Result } from '../domain/problem.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import { type Answers, type Request, type RequestName, searchPort } from './protocol.ts';

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

function unreachable(): { ok: false; problem: { code: string; message: string; advice: string } } {
  return {
    ok: false,
    problem: {
      code: 'M601',
      message: 'Plumbline’s background did not answer.',
      advice: 'Your draft is kept in this window. Try again; if it stays silent, close this window and open it anew.',
    },
  };
}

/** A running search over the enabled registries. */
export type RemoteSearch = {
  /** Asks for a text; what was asked before is aborted and its late answers are dropped. */
  ask(text: string): void;
  /** Nobody waits for what was asked any more: its late answers are dropped. */
  drop(): void;
  close(): void;
};

/**
 * Opens the stream of search events; `rest` is called when no more will come for what was asked last. The port is opened anew where the worker died in between, so that a search asked
 * after a death is answered like any other.
 */
export function openRemoteSearch(hear: (event: SearchEvent) => void, rest: () => void): RemoteSearch {
  let turn = 0;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let open: string | undefined;
  const connect = () => {
    const fresh = browser.runtime.connect({ name: searchPort });
    fresh.onMessage.addListener((message: { turn: number; event?: SearchEvent }) => {
      if (message.turn !== turn) return;
      if (message.event) return hear(message.event);
      open = undefined;
      rest();
    });
    fresh.onDisconnect.addListener(() => {
      if (port === fresh) port = undefined;
      if (open !== undefined) post(open);
    });
    return fresh;
  };
  const post = (text: string) => {
    port ??= connect();
    port.postMessage({ text, turn });
  };
  return {
    ask(text) {
      turn += 1;
      open = text;
      post(text);
    },
    drop() {
      turn += 1;
      open = undefined;
    },
    close() {
      turn += 1;
      open = undefined;
      port?.disconnect();
      port = undefined;
    },
  };
}
