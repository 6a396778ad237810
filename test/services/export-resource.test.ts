import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FormatId } from '../../lib/domain/bundle.ts';
import { formats } from '../../lib/formats/index.ts';
import { createExportResource } from '../../lib/services/export-resource.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const taken = now.toISOString();
let database: PlumblineDatabase;
let exportResource: ReturnType<typeof createExportResource>;
beforeEach(async () => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  exportResource = createExportResource({ database, formats, now: () => now });
});
afterEach(() => database.delete());

const page = 'https://lessons.example/graph';
const save = (over: Parameters<typeof newAlignment>[0], at = now) => addAlignment(database, newAlignment(over), at);

it.each(['lrmi', 'open-badges-2', 'open-badges-3'] as const)(
  'writes a page’s own alignments, and no other’s, as %s',
  async (id: FormatId) => {
    await save({});
    await save({ skill: { ...foundSkill({ uri: 'https://s.example/2', name: 'Second' }), taken } });
    await save({
      resource: { address: 'https://lessons.example/other', fields: {} },
      skill: { ...foundSkill({ uri: 'https://s.example/3', name: 'Foreign' }), taken },
    });
    const { text, mediaType, fileName, losses } = await exportResource(page, id, {});
    JSON.parse(text);
    expect(text).toContain('Second');
    expect(text).toContain('Reading a graph');
    expect(text).not.toContain('Foreign');
    expect(mediaType).toMatch(/json/);
    expect(fileName).toMatch(/^lessons\.example\.[a-z0-9-]+\.json(ld)?$/);
    for (const { message, count } of losses) {
      expect(message).toMatch(/\.$/);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(2);
    }
  },
);

it('tells that a note is left out where the format has no place for it', async () => {
  await save({ choice: { relation: 'teaches', fit: 'major', note: 'only for the teacher' } });
  const { text, losses } = await exportResource(page, 'lrmi', {});
  expect(text).not.toContain('only for the teacher');
  expect(losses.map(({ what }) => what)).toContain('note');
});

it('writes the older twin where it is asked for', async () => {
  await save({});
  expect((await exportResource(page, 'lrmi', {})).text).not.toContain('educationalAlignment');
  expect((await exportResource(page, 'lrmi', { alignmentObjects: true })).text).toContain('educationalAlignment');
});

it.each([
  ['http://127.0.0.1:8080/a', '127.0.0.1-8080'],
  ['http://[::1]:80/a', '-1-'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
])('makes a file name that every disk takes of %s', async (address, name) => {
  const { fileName } = await exportResource(new URL(address).href, 'lrmi', {});
  expect(fileName.replace(/\.lrmi\.jsonld$/, '').replace(/^-+/, '-')).toBe(name);
  expect(fileName).toMatch(/^[a-z0-9.-]+$/);
});

it('does not fail where nothing is aligned', async () => {
  const { text } = await exportResource('https://lessons.example/none', 'lrmi', {});
  JSON.parse(text);
});
