import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FormatId } from '../../lib/domain/bundle.ts';
import { formats, recogniseFormat } from '../../lib/formats/index.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { extensions, pageFileName } from '../../lib/registries/page-file.ts';
import { webdav } from '../../lib/registries/webdav.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { hostilePublications, pagePublication, writing } from './page-publication.ts';
import { connectionTo, failureOf, patient } from './support.ts';

adapterContract({
  kind: 'webdav',
  adapter: webdav,
  base: (url) => `${url}/dav/library`,
  pasted: (url) => `${url}/dav/library/?download#top`,
  publication: pagePublication,
  standing: true,
  extras: async () => writing,
  moreCalls: (connection) => ({
    publish: async (signal) => webdav.publish?.(connection, pagePublication(), signal),
    withdraw: async (signal) => webdav.withdraw?.(connection, addressOf(connection), signal, 'wish'),
    preview: async (signal) => webdav.preview?.(connection, pagePublication(), signal),
  }),
});

function addressOf(connection: Connection): string {
  return webdav.addressOf?.(connection, pagePublication()) ?? '';
}

describe('the file of a page', () => {
  const connection = connectionTo('https://dav.example/library', 'webdav');
  const named = (address: string) => pageFileName(connection, pagePublication({ address }));

  it.each([
    ['https://lessons.example/graph', /^lessons\.example-graph-[\da-f]{8}\.plumbline\.json$/],
    ['https://lessons.example/', /^lessons\.example-[\da-f]{8}\.plumbline\.json$/],
    ['https://xn--e1aybc.example:8443/%D1%83%D1%80%D0%BE%D0%BA?x=1', /^xn-e1aybc\.example-8443-[\da-z-]+-[\da-f]{8}\./],
    [`https://lessons.example/${'very-long/'.repeat(400)}`, /^.{80,89}\.plumbline\.json$/],
    ['https://lessons.example/../..%2f..%2fetc/passwd%00', /^[a-z0-9.-]+$/],
  ])('of %s is called so that a person and a disk can read it', (address, pattern) => {
    expect(named(new URL(address).href)).toMatch(pattern);
    expect(named(address)).not.toMatch(/^[.-]|\.\.\//);
  });

  it('is another for each page', () => {
    const addresses = ['https://a.example/x', 'http://a.example/x', 'https://a.example/X', 'https://a.example/x?1'];
    expect(new Set(addresses.map(named)).size).toBe(4);
  });

  it.each(FormatId.options)('ends as %s writes it', async (format) => {
    const { alignments, resource } = pagePublication();
    const bundle = { resources: new Map([[resource.address, resource]]), alignments, made: '2026-11-21T12:00:00.000Z' };
    expect(formats[format].write(bundle).extension).toBe(extensions[format]);
  });
});

describe('a WebDAV folder', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry();
    connection = connectionTo(`${practice.url}/dav/library`, 'webdav', { ...writing, token: 'sam:tide' });
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const publish = (one = pagePublication(), to = connection) => webdav.publish?.(to, one, patient);
  const file = () => [...practice.webdav()][0];
  const writes = () => practice.received().filter(({ method }) => method === 'PUT').length;

  it('has one file for a page with all of its alignments, written anew when they change', async () => {
    const first = await publish();
    const path = new URL(first?.uri ?? '').pathname;
    expect(path).toMatch(/^\/dav\/library\/lessons\.example-graph-[\da-f]{8}\.plumbline\.json$/);
    const both = pagePublication({ skills: ['Slope', 'Rate'] });
    expect(await publish(both)).toEqual({ uri: first?.uri, sent: true });
    expect([...practice.webdav().keys()]).toEqual([path]);
    const text = file()?.[1].body ?? '';
    expect([recogniseFormat(text), JSON.parse(text).alignments.length]).toEqual(['plumbline', 2]);
    expect(practice.received().at(-1)?.headers).toMatchObject({ 'if-match': '"v-1"', authorization: /^Basic / });
  });

  it('writes nothing where the same stands there', async () => {
    await publish();
    const before = writes();
    expect(await publish()).toMatchObject({ sent: false });
    expect(writes()).toBe(before);
  });

  it.each([false, true])('makes its folder where it is missing (server without ETags: %s)', async (noEtags) => {
    practice.order({ webdav: { folders: [], noEtags } });
    const { steps, problem } = await webdav.testConnection(connection, patient);
    expect([problem, steps.at(-1)?.saying]).toEqual([undefined, 'folderIsMade']);
    expect(await publish()).toMatchObject({ sent: true });
    expect(await publish(pagePublication({ skills: ['Rate'] }))).toMatchObject({ sent: true });
    expect(practice.webdav().size).toBe(1);
  });

  it('says that there is no folder to make one in', async () => {
    const deep = connectionTo(`${practice.url}/dav/no/such/folder`, 'webdav', writing);
    expect((await webdav.testConnection(deep, patient)).problem).toMatchObject({ code: 'R404' });
    expect((await failureOf(publish(pagePublication(), deep) ?? Promise.resolve())).problem.code).toBe('R409');
    expect(practice.webdav().size).toBe(0);
  });

  it.each(['written', 'deleted'])(
    'leaves a file alone that somebody else changed just before it is %s',
    async (what) => {
      const { uri = '' } = (await publish()) ?? {};
      practice.order({ webdav: { meddle: true } });
      const call =
        what === 'written'
          ? publish(pagePublication({ skills: ['Rate'] }))
          : webdav.withdraw?.(connection, uri, patient);
      const error = await failureOf(call ?? Promise.resolve());
      expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R412' } });
      expect(file()?.[1].body).toBe('somebody else’s');
    },
  );

  it('loses its file with the last alignment, and does not mind where it is gone already', async () => {
    const { uri = '' } = (await publish()) ?? {};
    await webdav.withdraw?.(connection, uri, patient, 'wish');
    await webdav.withdraw?.(connection, uri, patient, 'wish');
    expect(practice.webdav().size).toBe(0);
  });

  it.each(FormatId.options)('takes %s with its media type', async (format) => {
    const to = { ...connection, registry: { ...connection.registry, delivery: { format } } };
    await publish(pagePublication(), to);
    expect(file()?.[0].endsWith(extensions[format])).toBe(true);
    expect(file()?.[1].type).toMatch(/^\w+\/\w/);
    expect(await publish(pagePublication(), to)).toMatchObject({ sent: false });
  });

  it('takes hostile words for words', async () => {
    for (const one of hostilePublications()) {
      practice.order({ forget: true });
      await publish(one);
      const { bundle } = (await formats.plumbline.read?.(file()?.[1].body ?? '')) ?? {};
      expect(bundle?.alignments).toHaveLength(1);
    }
    expect([Object.keys(Object.prototype), 'ran' in globalThis]).toEqual([[], false]);
  });
});
