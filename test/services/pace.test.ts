import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '../../lib/services/pace.ts';

let sent: [path: string, at: number][];
let slow: typeof fetch;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  sent = [];
  const fetch = async (input: RequestInfo | URL) => {
    sent.push([String(input), Date.now()]);
    return new Response();
  };
  slow = paced(fetch, { requests: 2, milliseconds: 1000 }, Date.now);
});
afterEach(() => vi.useRealTimers());

it('sends at once what the pace allows, and the rest in their turn', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((path) => slow(path));
  await vi.advanceTimersByTimeAsync(2000);
  await Promise.all(all);
  expect(sent).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1000],
    ['d', 1000],
    ['e', 2000],
  ]);
});

it('waits no longer where the time has passed by itself', async () => {
  await Promise.all([slow('a'), slow('b')]);
  await vi.advanceTimersByTimeAsync(1500);
  await slow('c');
  expect(sent.at(-1)).toEqual(['c', 1500]);
});

it('gives its turn to the next where it is given up while it waits', async () => {
  const controller = new AbortController();
  await Promise.all([slow('a'), slow('b')]);
  const dropped = ['c', 'd', 'e'].map((path) =>
    expect(slow(path, { signal: controller.signal })).rejects.toBe('typed on'),
  );
  controller.abort('typed on');
  await Promise.all(dropped);
  const next = slow('f');
  await vi.advanceTimersByTimeAsync(1000);
  await next;
  expect(sent.map(([path, at]) => `${path} ${at}`)).toEqual(['a 0', 'b 0', 'f 1000']);
});

it('sends nothing for a signal that is aborted already', async () => {
  await expect(slow('a', { signal: AbortSignal.abort('never mind') })).rejects.toBe('never mind');
  expect(sent).toEqual([]);
});

it('keeps its pace over many requests', async () => {
  const all = Array.from({ length: 60 }, (_, index) => slow(String(index)));
  await vi.advanceTimersByTimeAsync(30_000);
  await Promise.all(all);
  for (const [index, [, at]] of sent.entries())
    expect(at - (sent[index - 2]?.[1] ?? -1000)).toBeGreaterThanOrEqual(1000);
});
