import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { ask, openRemoteSearch } from '../../lib/messaging/client.ts';
import { serveSearch } from '../../lib/messaging/server.ts';
import { registryId } from '../support/samples.ts';
import { arrived, makeExtension } from './extension.ts';

const held = vi.hoisted(() => ({ browser: undefined as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return held.browser;
  },
}));

let extension: ReturnType<typeof makeExtension>;
beforeEach(() => {
  extension = makeExtension();
  held.browser = extension.browser;
});

describe('asking', () => {
  it('answers what the background answers', async () => {
    extension.browser.runtime.onMessage.addListener((message, _sender, respond) => {
      respond({ ok: true, value: message });
      return true;
    });
    expect(await ask('prepare', {})).toEqual({ ok: true, value: { name: 'prepare', request: {} } });
  });

  it.each<[string, () => void]>([
    ['nobody listens', () => {}],
    [
      'the worker dies before it answers',
      () => extension.browser.runtime.sendMessage.mockRejectedValue(new Error('The message port closed')),
    ],
    ['nothing is answered', () => extension.browser.runtime.sendMessage.mockResolvedValue(undefined)],
    [
      'the extension was updated under the window',
      () =>
        extension.browser.runtime.sendMessage.mockImplementation(() => {
          throw new Error('Extension context invalidated.');
        }),
    ],
  ])('answers M601 where %s', async (_case, arrange) => {
    arrange();
    expect(await ask('prepare', {})).toMatchObject({ ok: false, problem: { code: 'M601' } });
  });
});

describe('the stream of searches', () => {
  const answered = (name: string): SearchEvent => ({ registry: 'r', name, state: 'answered', skills: [], at: 1 });
  function listen() {
    const heard: string[] = [];
    const rests = vi.fn();
    const remote = openRemoteSearch(({ name }) => void heard.push(name), rests);
    return { heard, rests, remote };
  }

  it('brings the events of a search and says when it rests', async () => {
    serveSearch(
      async ({ text }, emit) => emit(answered(text)),
      () => {},
    );
    const { heard, rests, remote } = listen();
    remote.ask('slope');
    await arrived();
    expect(heard).toEqual(['slope']);
    expect(rests).toHaveBeenCalledOnce();
  });

  it('drops what an earlier search still says after a later one was asked', async () => {
    // A background that does not stop: the client must not rely on the server's abort.
    extension.browser.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener(((message: { text: string; turn: number }) => {
        const late = message.text === 'early';
        const answer = () => port.postMessage({ turn: message.turn, event: answered(message.text) });
        if (late) void arrived(3).then(answer);
        else answer();
      }) as never);
    });
    const { heard, rests, remote } = listen();
    remote.ask('early');
    await arrived(2);
    remote.ask('late');
    await arrived(10);
    expect(heard).toEqual(['late']);
    expect(rests).not.toHaveBeenCalled();
  });

  it('asks again what was not answered when the worker died, and is heard by the next one', async () => {
    const asked: string[] = [];
    let breakOff = () => {};
    extension.browser.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener(((message: { text: string }) => void asked.push(message.text)) as never);
      breakOff = () => port.disconnect();
    });
    const { heard, remote } = listen();
    remote.ask('slope');
    await arrived();
    extension.killWorker();
    serveSearch(
      async ({ text }, emit) => emit(answered(text)),
      () => {},
    );
    breakOff();
    await arrived();
    expect(asked).toEqual(['slope']);
    expect(heard).toEqual(['slope']);
  });

  it('does not ask again what was answered in full before the worker died', async () => {
    const search = vi.fn(async ({ text }: { text: string }, emit: (event: SearchEvent) => void) =>
      emit(answered(text)),
    );
    serveSearch(search, () => {});
    const { remote } = listen();
    const port = extension.browser.runtime.connect.mock.results;
    remote.ask('slope');
    await arrived();
    port[0]?.value.onDisconnect.tell();
    await arrived();
    expect(search).toHaveBeenCalledOnce();
    remote.ask('line');
    await arrived();
    expect(search).toHaveBeenCalledTimes(2);
  });

  it('comes to rest where there is no background at all, instead of trying for ever', async () => {
    const { rests, remote } = listen();
    remote.ask('slope');
    await arrived(60);
    expect(rests).toHaveBeenCalledOnce();
    expect(extension.browser.runtime.connect.mock.calls.length).toBeLessThan(6);
  });

  it('comes to rest where the extension was updated under the window', () => {
    extension.browser.runtime.connect.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    const { rests, remote } = listen();
    remote.ask('slope');
    expect(rests).toHaveBeenCalledOnce();
  });

  it('cuts a text that is too long rather than wait for an answer that never comes', async () => {
    const search = vi.fn(async (_sought: { text: string }) => {});
    serveSearch(search, () => {});
    const { rests, remote } = listen();
    remote.ask('x'.repeat(5000));
    await arrived();
    expect(search.mock.calls[0]?.[0].text).toHaveLength(1000);
    expect(rests).toHaveBeenCalledOnce();
  });

  it('lets go of what nobody waits for any more, and answers the next all the same', async () => {
    serveSearch(
      async ({ text }, emit) => {
        await arrived(2);
        emit(answered(text));
      },
      () => {},
    );
    const { heard, rests, remote } = listen();
    remote.ask('slope');
    await arrived(2);
    remote.drop();
    await arrived(10);
    expect(heard).toEqual([]);
    expect(rests).not.toHaveBeenCalled();
    remote.ask('line');
    await arrived(10);
    expect(heard).toEqual(['line']);
  });

  it('asks one registry again beside what is under way, and rests when both are through', async () => {
    const asked: unknown[] = [];
    const aborted: boolean[] = [];
    const ends: (() => void)[] = [];
    serveSearch(
      async (sought, emit, signal) => {
        asked.push(sought);
        await new Promise<void>((done) => ends.push(done));
        aborted.push(signal.aborted);
        emit(answered(sought.only ?? 'all'));
      },
      () => {},
    );
    const { heard, rests, remote } = listen();
    remote.ask('slope');
    await arrived();
    remote.askAgain(registryId);
    await arrived();
    expect(asked).toEqual([{ text: 'slope' }, { text: 'slope', only: registryId }]);
    ends[1]?.();
    await arrived();
    expect(rests).not.toHaveBeenCalled();
    ends[0]?.();
    await arrived();
    expect(heard).toEqual([registryId, 'all']);
    expect(aborted).toEqual([false, false]);
    expect(rests).toHaveBeenCalledOnce();
  });

  it('asks a registry again when all was quiet, and rests once more', async () => {
    serveSearch(
      async ({ only = 'all' }, emit) => emit(answered(only)),
      () => {},
    );
    const { heard, rests, remote } = listen();
    remote.ask('slope');
    await arrived();
    remote.askAgain(registryId);
    await arrived();
    expect(heard).toEqual(['all', registryId]);
    expect(rests).toHaveBeenCalledTimes(2);
  });

  it('has nothing to ask again before anything was asked', async () => {
    const search = vi.fn(async () => {});
    serveSearch(search, () => {});
    const { remote } = listen();
    remote.askAgain(registryId);
    await arrived();
    expect(search).not.toHaveBeenCalled();
  });

  it('says nothing more after it was closed', async () => {
    serveSearch(
      async ({ text }, emit) => emit(answered(text)),
      () => {},
    );
    const { heard, rests, remote } = listen();
    remote.ask('slope');
    remote.close();
    await arrived();
    expect(heard).toEqual([]);
    expect(rests).not.toHaveBeenCalled();
  });
});
