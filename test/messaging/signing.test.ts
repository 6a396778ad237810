import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import { openSignatures, type SigningWorker } from '../../lib/messaging/signing-client.ts';
import type { ToSigningWorker } from '../../lib/messaging/signing-protocol.ts';
import { type SigningHandlers, serveSignatures } from '../../lib/messaging/signing-server.ts';

vi.stubGlobal('MessageChannel', MessageChannel);

const handlers: SigningHandlers = {
  sign: async ({ text }) => `signed ${text}`,
  signFile: async ({ name }) => `signature of ${name}`,
  verify: async () => [{ state: 'unsigned' }],
};

type Listener = (event: { data: ToSigningWorker; ports: readonly MessagePort[] }) => void;

/** A worker in this very context, with a way to break it down. */
function workerOver(over: Partial<SigningHandlers>, log = vi.fn()) {
  const broken: (() => void)[] = [];
  let listener: Listener | undefined;
  const hear = (_: 'message', one: Listener) => {
    listener = one;
  };
  serveSignatures({ addEventListener: hear }, { ...handlers, ...over }, log);
  const worker: SigningWorker = {
    postMessage: (data, ports) => listener?.({ data: data as ToSigningWorker, ports: ports as MessagePort[] }),
    addEventListener: (_, one) => void broken.push(one),
    terminate: vi.fn(),
  };
  return { worker, log, breakDown: () => broken[0]?.() };
}

describe('asking the signing worker', () => {
  it('starts it once, at the first question, and answers each question by its own', async () => {
    const { worker } = workerOver({});
    const start = vi.fn(() => worker);
    const signatures = openSignatures(start);
    expect(start).not.toHaveBeenCalled();
    const answers = await Promise.all([
      signatures.ask('sign', { text: 'a' }),
      signatures.ask('sign', { text: 'b' }),
      signatures.ask('verify', { text: 'c' }),
    ]);
    expect(answers).toEqual([
      { ok: true, value: 'signed a' },
      { ok: true, value: 'signed b' },
      { ok: true, value: [{ state: 'unsigned' }] },
    ]);
    expect(start).toHaveBeenCalledOnce();
  });

  it('passes expected problems on, and logs the unexpected', async () => {
    const problem = { code: 'K502', message: 'No key.' };
    const { worker, log } = workerOver({
      sign: () => Promise.reject(new ProblemError(problem)),
      verify: () => Promise.reject(new Error('surprise')),
    });
    const signatures = openSignatures(() => worker);
    expect(await signatures.ask('sign', { text: '' })).toEqual({ ok: false, problem });
    expect(log).not.toHaveBeenCalled();
    expect(await signatures.ask('verify', { text: '' })).toMatchObject({ ok: false, problem: { code: 'K541' } });
    expect(log).toHaveBeenCalledWith(new Error('surprise'));
  });

  it('tells the worker where nobody waits any more', async () => {
    const aborted = vi.fn();
    const { worker } = workerOver({
      sign: (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(aborted()))),
    });
    const signatures = openSignatures(() => worker);
    const aborter = new AbortController();
    const answer = signatures.ask('sign', { text: '' }, aborter.signal);
    aborter.abort();
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'K542' } });
    await vi.waitFor(() => expect(aborted).toHaveBeenCalled());
    expect(await signatures.ask('sign', { text: '' }, aborter.signal)).toMatchObject({ problem: { code: 'K542' } });
  });

  it('answers where the worker breaks down or does not start, and starts another one the next time', async () => {
    const stuck = workerOver({ sign: () => new Promise(() => {}) });
    const sound = workerOver({});
    const start = vi
      .fn<() => SigningWorker>()
      .mockReturnValueOnce(stuck.worker)
      .mockImplementationOnce(() => {
        throw new Error('no worker');
      })
      .mockReturnValue(sound.worker);
    const signatures = openSignatures(start);
    const answer = signatures.ask('sign', { text: 'a' });
    stuck.breakDown();
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'K540' } });
    expect(stuck.worker.terminate).toHaveBeenCalled();
    expect(await signatures.ask('sign', { text: 'b' })).toMatchObject({ problem: { code: 'K540' } });
    expect(await signatures.ask('sign', { text: 'c' })).toEqual({ ok: true, value: 'signed c' });
  });
});
