import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fit, Relation, ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { plainAlignment } from '../formats/bundles.ts';
import { countsKept, countsNow } from '../store/counts.ts';
import { backupsOver, deliveryOf, idOf, libraryOf } from './backup-world.ts';
import { registryNamed } from './support.ts';

const registry = registryNamed('Practice', { id: idOf(900) });
const moment = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}T00:00:00.000Z`);
const words = fc.oneof(fc.string(), fc.constantFrom('\ud800', '\n{"end":{}}\n', '\u2028', '__proto__', ''));

/** Alignments of few ids and few statements, so that two libraries have much in common. */
const someAlignment = fc.record({
  number: fc.integer({ min: 1, max: 8 }),
  skill: fc.integer({ min: 1, max: 4 }),
  relation: fc.constantFrom(...Relation.options.slice(0, 2)),
  fit: fc.constantFrom(...Fit.options),
  note: words,
  modified: moment,
  revision: fc.integer({ min: 1, max: 5 }),
  removed: fc.boolean(),
  delivery: fc.option(fc.constantFrom('queued', 'delivered', 'failed', 'paused'), { nil: undefined }),
});
const someLibrary = fc.uniqueArray(someAlignment, { selector: ({ number }) => number, maxLength: 8 });
type SomeLibrary = typeof someLibrary extends fc.Arbitrary<infer T> ? T : never;

async function libraryWith(rows: SomeLibrary): Promise<PlumblineDatabase> {
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  await database.registries.add(registry);
  const said = new Set<string>();
  for (const { number, skill: of, removed, delivery, note, ...rest } of rows) {
    const { skill, ...plain } = plainAlignment();
    const uri = `https://skills.example/${of}`;
    const id = idOf(number);
    const alignment = ResourceAlignment.parse({ ...plain, ...rest, id, note, skill: { ...skill, uri } });
    const line = { alignment: id, resource: plain.resource, at: rest.modified };
    await database.history.add({ ...line, what: 'created' });
    if (removed || said.has(`${rest.relation} ${uri}`)) {
      await database.trash.add({ id, alignment, at: rest.modified, act: idOf(500) });
      continue;
    }
    said.add(`${rest.relation} ${uri}`);
    await database.alignments.add(alignment);
    if (!delivery) continue;
    const receipt = delivery === 'delivered' ? { receipt: { revision: 1, at: rest.modified } } : {};
    await database.outbox.add(deliveryOf(registry.id, id, { state: delivery, revision: rest.revision, ...receipt }));
  }
  return database;
}

it('makes of an empty library the one that was backed up, whatever was in it', async () => {
  await fc.assert(
    fc.asyncProperty(someLibrary, async (rows) => {
      const there = await libraryWith(rows);
      const here = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
      await backupsOver(here).restore(await backupsOver(there).make(), 'replace');
      expect(await libraryOf(here)).toEqual(await libraryOf(there));
      expect(await countsKept(here)).toEqual(await countsNow(here));
      await there.delete();
      await here.delete();
    }),
    { numRuns: 30 },
  );
});

it('merges once and for all, loses nothing, and lets nothing stand twice', async () => {
  await fc.assert(
    fc.asyncProperty(someLibrary, someLibrary, async (mine, theirs) => {
      const here = await libraryWith(mine);
      const there = await libraryWith(theirs);
      const before = await here.alignments.toCollection().primaryKeys();
      const file = await backupsOver(there).make();
      await backupsOver(here).restore(file, 'merge', 1000);
      const once = await libraryOf(here);
      const alignments = await here.alignments.toArray();
      const ids = alignments.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(before));
      const said = alignments.map(({ relation, resource, skill }) => `${relation} ${resource} ${skill.uri}`);
      expect(new Set(said).size).toBe(said.length);
      expect((await here.trash.toCollection().primaryKeys()).filter((id) => ids.includes(id))).toEqual([]);
      await backupsOver(here).restore(file, 'merge', 1000);
      expect(await libraryOf(here)).toEqual(once);
      expect(await countsKept(here)).toEqual(await countsNow(here));
      await there.delete();
      await here.delete();
    }),
    { numRuns: 30 },
  );
});
