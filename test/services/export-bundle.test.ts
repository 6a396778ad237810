import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { formats } from '../../lib/formats/index.ts';
import { createExportBundle } from '../../lib/services/export-bundle.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { plainAlignment } from '../formats/bundles.ts';
import { patient } from './support.ts';

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

/** A library of as many alignments, three to a page. */
async function setUp(count: number) {
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  const alignments = Array.from({ length: count }, (_, index) =>
    plainAlignment({ id: crypto.randomUUID(), resource: `https://lessons.example/${Math.floor(index / 3)}` }),
  );
  await database.alignments.bulkAdd(alignments);
  const pages = [...new Set(alignments.map(({ resource }) => resource))];
  await database.resources.bulkAdd(
    pages.map((address) => ({
      address,
      fields: { title: [{ value: `Page ${address}`, by: 'json-ld' as const }] },
      modified: '2026-03-01T09:00:00.000Z',
      revision: 1,
    })),
  );
  const exportBundle = createExportBundle({ database, formats, now: () => new Date('2026-04-01T08:00:00Z') });
  return { database, alignments, exportBundle };
}

const part = (format: 'plumbline' | 'lrmi') => ({ format, choices: {} });

describe('exporting many alignments', () => {
  it('writes everything that is kept, page by page, and says how far it is', async () => {
    const { alignments, exportBundle } = await setUp(1300);
    const heard: number[] = [];
    const wanted = { scope: {}, parts: [part('plumbline')], zipped: false };
    const { file, name, losses } = await exportBundle(wanted, ({ done }) => heard.push(done), patient);
    expect(name).toBe('plumbline-2026-04-01.plumbline.json');
    const read = JSON.parse(await file.text());
    expect(new Set(read.alignments.map(({ id }: { id: string }) => id))).toEqual(
      new Set(alignments.map(({ id }) => id)),
    );
    expect(read.resources).toHaveLength(434);
    expect(heard).toEqual([500, 1000, 1300]);
    expect(losses).toEqual([{ format: 'plumbline', losses: [] }]);
  });

  it('writes one page alone where it is asked to, under the name of its host', async () => {
    const { exportBundle } = await setUp(9);
    const scope = { resource: 'https://lessons.example/1' };
    const { file, name } = await exportBundle({ scope, parts: [part('lrmi')], zipped: false }, () => {}, patient);
    expect(name).toBe('lessons.example-2026-04-01.lrmi.jsonld');
    expect(JSON.parse(await file.text()).teaches).toHaveLength(3);
  });

  it('writes these alignments alone, those of a page together, under the name that it is given', async () => {
    const { alignments, exportBundle } = await setUp(12);
    const wanted = [1, 7, 2, 6].map((index) => alignments[index]?.id ?? '');
    const scope = { alignments: [...wanted, crypto.randomUUID()], name: 'Autumn: reading / list' };
    const { file, name } = await exportBundle({ scope, parts: [part('plumbline')], zipped: false }, () => {}, patient);
    expect(name).toBe('Autumn-reading-list-2026-04-01.plumbline.json');
    const read = JSON.parse(await file.text());
    expect(read.alignments.map(({ id }: { id: string }) => wanted.indexOf(id))).toEqual([0, 2, 1, 3]);
    expect(read.resources).toHaveLength(2);
  });

  it('packs several formats with a manifest whose digests are right and a readme that names the losses', async () => {
    const { exportBundle } = await setUp(30);
    const wanted = { scope: {}, parts: [part('plumbline'), part('lrmi')], zipped: true };
    const { file, name } = await exportBundle(wanted, () => {}, patient);
    expect(name).toBe('plumbline-2026-04-01.zip');
    const packed = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(packed)).toEqual([
      'plumbline-2026-04-01.plumbline.json',
      'plumbline-2026-04-01.lrmi.jsonld',
      'manifest.json',
      'README.txt',
    ]);
    const manifest = JSON.parse(new TextDecoder().decode(packed['manifest.json']));
    for (const { name: entry, bytes, sha256 } of manifest.files) {
      const content = packed[entry] ?? new Uint8Array();
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    expect(new TextDecoder().decode(packed['README.txt'])).toContain(
      'LRMI has no word for how well page and skill fit',
    );
  });

  it('ends with the reason of the signal', async () => {
    const { exportBundle } = await setUp(1300);
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const wanted = { scope: {}, parts: [part('plumbline')], zipped: true };
    await expect(exportBundle(wanted, () => controller.abort(reason), controller.signal)).rejects.toBe(reason);
  });

  it('writes an empty file of an empty library', async () => {
    const { exportBundle } = await setUp(0);
    const { file } = await exportBundle({ scope: {}, parts: [part('plumbline')], zipped: false }, () => {}, patient);
    expect(JSON.parse(await file.text()).alignments).toEqual([]);
  });
});
