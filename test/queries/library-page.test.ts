import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { type LibraryPlace, libraryPage } from '../../lib/queries/library-page.ts';
import { addAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import { newAlignment, registryId } from '../support/samples.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

describe('a page of the library', () => {
  it('gives each alignment the title of its page and its deliveries at the registries that are there', async () => {
    const other = 'c0ffee00-0000-4000-8000-000000000001';
    for (const id of [registryId, other])
      await putRegistry(database, {
        id,
        kind: 'cass',
        name: id,
        address: `https://${id}.example/api`,
        enabled: true,
        created: now.toISOString(),
      });
    await addAlignment(database, newAlignment({ publishTo: [other] }), now);
    const untitled = { address: 'https://lessons.example/untitled', fields: {} };
    await addAlignment(database, newAlignment({ resource: untitled }), new Date(now.getTime() + 1));
    const [first, second] = await libraryPage(database, { limit: 9 });
    expect(first).toMatchObject({ title: 'https://lessons.example/untitled', deliveries: [] });
    expect(second).toMatchObject({ title: 'Reading a graph', deliveries: [{ registry: other, state: 'queued' }] });
  });

  it('has the latest changed first, and no removed one', async () => {
    const kept: ResourceAlignment[] = [];
    for (const [minute, relation] of (['teaches', 'assesses', 'requires'] as const).entries()) {
      const made = newAlignment({ choice: { relation, fit: 'major' } });
      kept.push(await addAlignment(database, made, new Date(now.getTime() + minute * 60_000)));
    }
    await removeAlignment(database, kept[1] as ResourceAlignment, now);
    expect((await libraryPage(database, { limit: 9 })).map(({ relation }) => relation)).toEqual([
      'requires',
      'teaches',
    ]);
  });

  it('goes through all, each once, however many were changed in one moment', async () => {
    const made = await addAlignment(database, newAlignment(), now);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (times, limit) => {
        await database.alignments.clear();
        const rows = times.map((minute) => ({
          ...made,
          id: crypto.randomUUID(),
          modified: new Date(now.getTime() + minute * 60_000).toISOString(),
        }));
        await database.alignments.bulkAdd(rows);
        const seen: LibraryPlace[] = [];
        for (let pages = 0; pages <= times.length; pages += 1) {
          const page = await libraryPage(database, { before: seen.at(-1), limit });
          seen.push(...page);
          if (page.length < limit) break;
        }
        const expected = rows.sort((one, other) =>
          `${one.modified}${one.id}` < `${other.modified}${other.id}` ? 1 : -1,
        );
        expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 40 },
    );
  });
});
