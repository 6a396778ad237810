import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { RequestName } from '../../lib/messaging/protocol.ts';
import { requests } from '../../lib/messaging/protocol.ts';
import { type Handlers, serve, serveSearch } from '../../lib/messaging/server.ts';
import { registryId } from '../support/samples.ts';
import { arrived, makeExtension, own, ownId, ownPage, type Sender } from './extension.ts';

const held = vi.hoisted(() => ({ browser: undefined as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return held.browser;
  },
}));

let extension: ReturnType<typeof makeExtension>;
let called: RequestName[];
let logged: [string, unknown][];
const log = (what: string, error: unknown) => void logged.push([what, error]);

/** Handlers that note their calls; those given do something of their own. */
function handlersWith(some: Partial<Handlers> = {}): Handlers {
  const all = Object.keys(requests) as RequestName[];
  return Object.fromEntries(
    all.map((name) => [
      name,
      async (request: never) => {
        called.push(name);
        return (await (some[name] as ((request: never) => Promise<unknown>) | undefined)?.(request)) ?? null;
      },
    ]),
  ) as unknown as Handlers;
}

beforeEach(() => {
  extension = makeExtension();
  held.browser = extension.browser;
  called = [];
  logged = [];
});
const send = (message: unknown) => extension.browser.runtime.sendMessage(message);
const remove = { name: 'removeRegistry', request: { id: registryId } };

describe('requests', () => {
  it('cross to their handler, and its answer crosses back as a Result', async () => {
    serve(handlersWith({ publish: async ({ alignments }) => ({ queued: alignments.length }) }), log);
    const request = { alignments: [registryId, registryId] };
    expect(await send({ name: 'publish', request })).toEqual({ ok: true, value: { queued: 2 } });
    expect(await send(remove)).toEqual({ ok: true, value: null });
  });

  it.each<[string, Sender, boolean]>([
    ['the popup in Chrome', ownPage, true],
    ['a page that tells no origin, as older Firefox', { id: ownId, url: `${own}/options.html` }, true],
    ['a content script in a page', { id: ownId, origin: 'https://evil.example', url: 'https://evil.example/' }, false],
    ['a content script that tells no origin', { id: ownId, url: 'https://evil.example/' }, false],
    ['a content script in a page that begins like us', { id: ownId, url: `${own}.evil.example/` }, false],
    ['a sandboxed frame of ours', { id: ownId, origin: 'null', url: `${own}/popup.html` }, false],
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: own, url: `${own}/popup.html` }, false],
    ['nobody', {}, false],
  ])('from %s: answered %3$s', async (_who, sender, answered) => {
    serve(handlersWith(), log);
    extension.sendAs(sender);
    const answer = await send(remove).catch(() => 'nobody answers');
    expect(answer).toEqual(answered ? { ok: true, value: null } : 'nobody answers');
    expect(called).toEqual(answered ? ['removeRegistry'] : []);
  });

  it('are refused with M602, and reach no handler, where they are of no known form', async () => {
    serve(handlersWith(), log);
    const some = fc.oneof(
      fc.anything({ withBigInt: false }),
      fc.record({ name: fc.constantFrom(...Object.keys(requests), '__proto__'), request: fc.anything() }),
    );
    await fc.assert(
      fc.asyncProperty(
        some.filter((message) => !isWellFormed(message)),
        async (message) => {
          expect(await send(message)).toMatchObject({ ok: false, problem: { code: 'M602' } });
        },
      ),
    );
    expect(called).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('tell an expected problem as it is, and log nothing', async () => {
    const problem = { code: 'S220', message: 'Saved elsewhere.' };
    serve(handlersWith({ removeRegistry: () => Promise.reject(new ProblemError(problem)) }), log);
    expect(await send(remove)).toEqual({ ok: false, problem });
    expect(logged).toEqual([]);
  });

  it('answer M600 at what nobody expected, tell nothing of it, and log it once', async () => {
    const error = new TypeError('secret token 123');
    serve(handlersWith({ removeRegistry: () => Promise.reject(error) }), log);
    const answer = await send(remove);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'M600' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(logged).toEqual([['removeRegistry', error]]);
  });
});

describe('searches', () => {
  const event = { registry: 'r', name: 'R', state: 'asking' } as const;
  function portAs(sender: Sender = ownPage, name = 'search') {
    extension.sendAs(sender);
    const port = extension.browser.runtime.connect({ name });
    const heard: unknown[] = [];
    const closed = vi.fn();
    port.onMessage.addListener((message) => void heard.push(message));
    port.onDisconnect.addListener(closed);
    return { port, heard, closed };
  }

  it('stream their events under the turn that they were asked with, then say that they ended', async () => {
    serveSearch(async ({ text }, emit) => emit({ ...event, name: text }), log);
    const { port, heard } = portAs();
    await arrived();
    port.postMessage({ text: 'slope', turn: 4 });
    await arrived();
    expect(heard).toEqual([{ turn: 4, event: { ...event, name: 'slope' } }, { turn: 4 }]);
  });

  it('abort the one before where another is asked, and say no end of it', async () => {
    const signals: AbortSignal[] = [];
    serveSearch(async (_text, emit, signal) => {
      signals.push(signal);
      if (signals.length === 1) await new Promise((done) => signal.addEventListener('abort', done));
      if (!signal.aborted) emit(event);
    }, log);
    const { port, heard } = portAs();
    await arrived();
    port.postMessage({ text: 'a', turn: 1 });
    port.postMessage({ text: 'ab', turn: 2 });
    await arrived();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(heard).toEqual([{ turn: 2, event }, { turn: 2 }]);
  });

  it('are aborted when the window closes, and say nothing into the closed port', async () => {
    let signal: AbortSignal | undefined;
    let end = () => {};
    serveSearch(async (_text, _emit, running) => {
      signal = running;
      await new Promise<void>((done) => {
        end = done;
      });
    }, log);
    const { port } = portAs();
    await arrived();
    port.postMessage({ text: 'a', turn: 1 });
    await arrived();
    port.disconnect();
    await arrived();
    expect(signal?.aborted).toBe(true);
    end();
    await arrived();
    expect(logged).toEqual([]);
  });

  it('end, and are logged once, where they fail as nobody expected', async () => {
    const error = new TypeError('a bug');
    serveSearch(() => Promise.reject(error), log);
    const { port, heard } = portAs();
    await arrived();
    port.postMessage({ text: 'a', turn: 1 });
    await arrived();
    expect(heard).toEqual([{ turn: 1 }]);
    expect(logged).toEqual([['search', error]]);
  });

  it('are not begun by what is no search', async () => {
    const search = vi.fn(async () => {});
    serveSearch(search, log);
    const { port } = portAs();
    await arrived();
    for (const message of [
      undefined,
      null,
      'slope',
      { text: 1, turn: 1 },
      { text: 'x'.repeat(1001), turn: 1 },
      { text: 'x' },
    ]) {
      port.postMessage(message);
    }
    await arrived();
    expect(search).not.toHaveBeenCalled();
  });

  it.each<[string, Sender, string]>([
    ['a content script', { id: ownId, origin: 'https://evil.example', url: 'https://evil.example/' }, 'search'],
    ['a port of another name', ownPage, 'other'],
  ])('hang up on %s', async (_who, sender, name) => {
    const search = vi.fn(async () => {});
    serveSearch(search, log);
    const { closed } = portAs(sender, name);
    await arrived();
    expect(closed).toHaveBeenCalledOnce();
    expect(search).not.toHaveBeenCalled();
  });
});

function isWellFormed(message: unknown): boolean {
  const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
  return Object.hasOwn(requests, String(name)) && requests[name as RequestName].safeParse(request).success;
}
