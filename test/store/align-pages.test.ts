import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alignedAtOnce, partsOf, type SetSkill } from '../../lib/domain/align-pages.ts';
import { alignPagesPreview } from '../../lib/queries/work.ts';
import { alignPages } from '../../lib/store/align-pages.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T11:00:00Z');
const page = (name: number | string) => ({ address: `https://lessons.example/${name}`, title: `Page ${name}` });
const set = (key: number, over: Partial<SetSkill> = {}): SetSkill => ({
  skill: foundSkill({ uri: `https://skills.example/${key}`, name: `Skill ${key}` }),
  relation: 'teaches',
  fit: 'major',
  ...over,
});

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const said = async () =>
  (await database.alignments.toArray()).map(({ resource, relation, skill }) => `${resource} ${relation} ${skill.uri}`);

describe('alignPages', () => {
  it('aligns each page to each skill, and keeps what a page said of itself', async () => {
    const { skill } = newAlignment();
    await addAlignment(database, newAlignment(), now);
    const skills = [{ skill, relation: 'teaches' as const, fit: 'exact' as const }, set(1, { fit: 'minor' })];
    const done = await alignPages(database, { pages: [page('graph'), page(1)], skills }, later, 'panel');
    expect(done).toMatchObject({ created: 3, left: 1 });
    const [graph] = await database.alignments.where('resource').equals(page('graph').address).sortBy('created');
    // What stood keeps its fit.
    expect(graph).toMatchObject({ fit: 'major', revision: 1 });
    expect((await database.resources.get(page('graph').address))?.fields.title?.[0]?.by).toBe('json-ld');
    expect((await database.resources.get(page(1).address))?.fields.title).toEqual([{ value: 'Page 1', by: 'tab' }]);
    const lines = await database.history.toArray();
    expect(lines.filter(({ from }) => from === 'panel')).toHaveLength(3);
  });

  it('writes all of it or nothing', async () => {
    const failing = { ...page(2), title: 'x'.repeat(5) };
    const skills = [set(1), { ...set(2), fit: 'none' as never }];
    await expect(alignPages(database, { pages: [page(1), failing], skills }, now)).rejects.toThrow();
    expect(await said()).toEqual([]);
    expect(await database.resources.count()).toBe(0);
    expect(await countsKept(database)).toEqual({});
  });

  it('makes of its parts one act, which goes as one', async () => {
    const first = await alignPages(database, { pages: [page(1)], skills: [set(1)] }, now);
    const second = await alignPages(database, { pages: [page(2)], skills: [set(1)], undo: first.undo }, later);
    expect(second.undo).toBe(first.undo);
    expect(await takeBack(database, first.undo, later)).toEqual({ restored: 2, left: 0 });
    expect(await said()).toEqual([]);
    // Taken back while the next part was on its way: that is an act of its own.
    const third = await alignPages(database, { pages: [page(3)], skills: [set(1)], undo: first.undo }, later);
    expect(third.undo).not.toBe(first.undo);
  });

  it('does what its preview says, once, and leaves nothing of it when it is taken back', async () => {
    const number = fc.nat(5);
    const asked = fc.record({
      pages: fc.array(number, { minLength: 1, maxLength: 6 }),
      skills: fc.array(fc.tuple(number, fc.constantFrom('teaches', 'assesses')), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, asked, async (before, then) => {
        database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
        const toAsk = ({ pages, skills }: typeof before) => ({
          pages: pages.map(page),
          skills: skills.map(([key, relation]) => set(key, { relation })),
        });
        await alignPages(database, toAsk(before), now);
        const standing = (await said()).sort();
        const ask = toAsk(then);
        const preview = await alignPagesPreview(database, ask.pages, ask.skills);
        const done = await alignPages(database, ask, later);
        expect([done.created, done.left]).toEqual([preview.fresh, preview.standing]);
        expect(new Set(await said()).size).toBe((await said()).length);
        expect((await alignPages(database, ask, later)).created).toBe(0);
        expect(await countsKept(database)).toEqual(await countsNow(database));
        await takeBack(database, done.undo, later);
        expect((await said()).sort()).toEqual(standing);
        await database.delete();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

it('divides pages so that no part makes more alignments than go at once', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 100 }), (pages, skills) => {
      const all = Array.from({ length: pages }, (_, number) => number);
      const parts = partsOf(all, skills);
      expect(parts.flat()).toEqual(all);
      for (const part of parts) expect(part.length * skills).toBeLessThanOrEqual(Math.max(alignedAtOnce, skills));
    }),
  );
});
