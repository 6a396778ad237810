import { beforeEach, describe, expect, it } from 'vitest';
import type { DiskFolder } from '../../lib/domain/disk-folder.ts';
import { originPatterns } from '../../lib/domain/registry.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { folder } from '../../lib/registries/folder.ts';
import { hostilePublications, pagePublication, writing } from './page-publication.ts';
import { connectionTo, failureOf, patient } from './support.ts';

/** A folder as the browser's: what is written is there once it is closed. `fails` names what its next write meets. */
function memoryFolder() {
  const files = new Map<string, string>();
  const state = { permission: 'granted' as PermissionState, fails: '' };
  const written = (name: string) => {
    let text = '';
    return {
      write: async (more: string) => {
        if (state.fails) throw new DOMException('no', state.fails);
        text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(more));
      },
      close: async () => files.set(name, text),
      abort: async () => undefined,
    };
  };
  const handle = {
    name: 'alignments',
    queryPermission: async () => state.permission,
    keys: async function* () {
      if (state.fails) throw new DOMException('no', state.fails);
      yield* files.keys();
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw new DOMException('none', 'NotFoundError');
      const text = files.get(name) ?? '';
      files.set(name, text);
      return { getFile: async () => new Blob([text]), createWritable: async () => written(name) };
    },
    removeEntry: async (name: string) => files.delete(name),
  };
  return { files, state, handle: handle as unknown as DiskFolder };
}

describe('a folder of this disk', () => {
  let disk: ReturnType<typeof memoryFolder>;
  let connection: Connection;
  beforeEach(() => {
    disk = memoryFolder();
    connection = connectionTo('', 'folder', { ...writing, folder: disk.handle });
  });
  const publish = (one = pagePublication()) => folder.publish?.(connection, one, patient);
  const failing = (call: Promise<unknown> | undefined) => failureOf(call ?? Promise.resolve());

  it('has no address, and so asks for no permission for one', () => {
    expect([folder.baseOf('anything'), originPatterns(connection.registry)]).toEqual(['', []]);
  });

  it('has one file for a page, which is what the preview showed, written anew when it changes, and taken away', async () => {
    const shown = await folder.preview?.(connection, pagePublication(), patient);
    const first = await publish();
    expect(first).toEqual({
      uri: expect.stringMatching(/^lessons\.example-graph-[\da-f]{8}\.plumbline\.json$/),
      sent: true,
    });
    expect(shown).toMatchObject({ address: `alignments/${first?.uri}`, body: disk.files.get(first?.uri ?? '') });
    expect(await publish()).toMatchObject({ sent: false });
    expect(await publish(pagePublication({ skills: ['Slope', 'Rate'] }))).toEqual(first);
    expect(JSON.parse([...disk.files.values()].join()).alignments).toHaveLength(2);
    for (const _ of ['once', 'and where it is gone']) await folder.withdraw?.(connection, first?.uri ?? '', patient);
    expect(disk.files.size).toBe(0);
  });

  it('writes a table only once, byte order mark and all', async () => {
    connection.registry.delivery = { format: 'csv' };
    expect([await publish(), await publish()]).toMatchObject([{ sent: true }, { sent: false }]);
  });

  it('takes hostile words for words', async () => {
    for (const one of hostilePublications()) {
      await publish(one);
      expect(JSON.parse([...disk.files.values()].join()).alignments).toHaveLength(1);
      expect(await publish(one)).toMatchObject({ sent: false });
    }
  });

  it.each([
    ['NotAllowedError', 'not-permitted', 'R351'],
    ['NotFoundError', 'not-found', 'R352'],
    ['QuotaExceededError', 'refused', 'R353'],
    ['NoModificationAllowedError', 'server-error', 'R354'],
  ])('says so where writing meets %s, and leaves the file as it was', async (fails, reason, code) => {
    const { uri = '' } = (await publish()) ?? {};
    const before = disk.files.get(uri);
    disk.state.fails = fails;
    expect(await failing(publish(pagePublication({ skills: ['Rate'] })))).toMatchObject({ reason, problem: { code } });
    expect(disk.files.get(uri)).toBe(before);
    expect((await folder.testConnection(connection, patient)).problem?.code).toBe(code);
  });

  it('waits for the person where no folder was chosen, or the browser asks again', async () => {
    disk.state.permission = 'prompt';
    expect(await failing(publish())).toMatchObject({ reason: 'not-permitted', problem: { code: 'R351' } });
    const { folder: _, ...none } = connection;
    const error = await failing(folder.publish?.(none, pagePublication(), patient));
    expect(error).toMatchObject({ reason: 'not-permitted', problem: { code: 'R350' } });
    expect(disk.files.size).toBe(0);
  });

  it('passes its test where it can be written, and passes an abort through', async () => {
    expect((await folder.testConnection(connection, patient)).problem).toBeUndefined();
    const aborted = AbortSignal.abort('not now');
    await expect(folder.publish?.(connection, pagePublication(), aborted)).rejects.toBe('not now');
    await expect(folder.testConnection(connection, aborted)).rejects.toBe('not now');
  });
});
