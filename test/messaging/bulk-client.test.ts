import { describe, expect, it } from 'vitest';
import { type BulkWorker, openBulk } from '../../lib/messaging/bulk-client.ts';
import type { FromBulkWorker, ToBulkWorker } from '../../lib/messaging/bulk-protocol.ts';
import { type BulkHandlers, serveBulk } from '../../lib/messaging/bulk-server.ts';

const nothing = async () => null;

/** A client and a server with nothing but a thread's length between them, and what was logged. */
function wired(over: Partial<BulkHandlers>) {
  const logged: unknown[] = [];
  const started: BulkWorker[] = [];
  const handlers: BulkHandlers = {
    preview: async () => ({ kind: 'rsd-json', label: 'RSD', frameworks: [], warnings: [] }),
    importDocument: async () => [],
    removeFramework: nothing,
    bringBack: nothing,
    enableFramework: nothing,
    ...over,
  } as BulkHandlers;
  const imports = openBulk(() => {
    const listeners: ((event: { data: ToBulkWorker }) => void)[] = [];
    const worker: BulkWorker = {
      onmessage: null,
      postMessage: (data) => {
        for (const hear of listeners) hear({ data });
      },
    };
    const port = {
      addEventListener: (_: 'message', hear: (typeof listeners)[number]) => void listeners.push(hear),
      postMessage: (data: FromBulkWorker) => worker.onmessage?.({ data } as MessageEvent<FromBulkWorker>),
    };
    serveBulk(port, handlers, (error) => logged.push(error));
    started.push(worker);
    return worker;
  });
  return { imports, logged, started };
}

const source = { stage: 'stage' };

describe('the way to the bulk worker', () => {
  it('passes progress on and then the answer, and starts one worker for all', async () => {
    const { imports, started } = wired({
      importDocument: async (_, hear) => {
        hear({ done: 1 });
        return [{ id: 'a', name: 'Maths', skills: 2 }];
      },
    });
    const heard: number[] = [];
    const answer = await imports.ask('importDocument', { source }, { hear: ({ done }) => heard.push(done) });
    expect(answer).toEqual({ ok: true, value: [{ id: 'a', name: 'Maths', skills: 2 }] });
    expect(heard).toEqual([1]);
    await imports.ask('removeFramework', { id: 'a' });
    expect(started).toHaveLength(1);
  });

  it('cancels one request and lets another be', async () => {
    const { imports } = wired({
      preview: (_, __, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    const aborter = new AbortController();
    const asked = imports.ask('preview', { source }, { signal: aborter.signal });
    const other = imports.ask('importDocument', { source });
    aborter.abort();
    expect(await asked).toBe('cancelled');
    expect(await other).toEqual({ ok: true, value: [] });
    expect(await imports.ask('preview', { source }, { signal: aborter.signal })).toBe('cancelled');
  });

  it('tells the unexpected as I429 and logs it', async () => {
    const { imports, logged } = wired({ removeFramework: () => Promise.reject(new TypeError('oops')) });
    expect(await imports.ask('removeFramework', { id: 'a' })).toMatchObject({ ok: false, problem: { code: 'I429' } });
    expect(logged).toMatchObject([{ message: 'oops' }]);
  });

  it('tells of a worker that breaks down as I428 to all who wait, and starts another for the next', async () => {
    const { imports, started } = wired({ preview: () => new Promise(() => {}) });
    const waiting = [imports.ask('preview', { source }), imports.ask('preview', { source })];
    started[0]?.onerror?.({} as ErrorEvent);
    for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ problem: { code: 'I428' } });
    expect(await imports.ask('importDocument', { source })).toEqual({ ok: true, value: [] });
    expect(started).toHaveLength(2);
  });

  it('answers I428 where no worker can be started at all', async () => {
    const imports = openBulk(() => {
      throw new DOMException('no worker', 'SecurityError');
    });
    expect(await imports.ask('removeFramework', { id: 'a' })).toMatchObject({ problem: { code: 'I428' } });
  });
});
