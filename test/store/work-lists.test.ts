import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemIn } from '../../lib/domain/problem.ts';
import { type FoundPage, workItemId } from '../../lib/domain/work-list.ts';
import { alignPages } from '../../lib/store/align-pages.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { massEdit } from '../../lib/store/mass-edit.ts';
import { restoreAlignments } from '../../lib/store/trash.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { addWork, changeWork, removeWorkList, renameWorkList, sweepWorkLists } from '../../lib/store/work-lists.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const monthLater = new Date('2026-04-02T10:00:00Z');
const page = (name: number | string): FoundPage => ({
  address: `https://lessons.example/${name}`,
  title: `Page ${name}`,
});
const graph = page('graph');

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const add = (pages: FoundPage[], list: { id: string } | { name: string } = { name: 'Autumn' }) =>
  addWork(database, { list, from: 'typed', pages }, now);
const states = async () => (await database.workItems.orderBy('[list+place]').toArray()).map(({ state }) => state);
const align = () => addAlignment(database, newAlignment(), now);

describe('a list', () => {
  it('keeps pages in their order, each once, as pages are known here', async () => {
    const { list, changed } = await add([page(2), page(1), { address: 'https://lessons.example/2#part' }]);
    expect(changed).toBe(2);
    const items = await database.workItems.orderBy('[list+place]').toArray();
    expect(items.map(({ address, place }) => [address, place])).toEqual([
      ['https://lessons.example/2', 0],
      ['https://lessons.example/1', 1],
    ]);
    expect(items[0]?.id).toBe(workItemId(list, page(2).address));
    expect(await countsKept(database)).toEqual({ [`work/${list}/open`]: 2 });
  });

  it('takes more pages at its end and leaves those that it has as they are', async () => {
    const { list } = await add([page(1), page(2)]);
    await changeWork(database, { items: [workItemId(list, page(1).address)], act: { state: 'skipped' } }, now);
    expect((await add([page(1), page(3)], { id: list })).changed).toBe(1);
    expect(await states()).toEqual(['skipped', 'open', 'open']);
  });

  it('has a page that is aligned already come in as done', async () => {
    await align();
    await add([graph, page(1)]);
    expect(await states()).toEqual(['done', 'open']);
  });

  it('is gone for whoever adds to it after it was removed, until that is taken back', async () => {
    const { list } = await add([page(1)]);
    const { undo } = await removeWorkList(database, list, now);
    const refused = await add([page(2)], { id: list }).catch(problemIn);
    expect(refused).toMatchObject({ code: 'S230' });
    expect(await renameWorkList(database, list, 'Spring', now).catch(problemIn)).toMatchObject({ code: 'S230' });
    expect(await takeBack(database, undo, now)).toEqual({ restored: 1, left: 0 });
    await renameWorkList(database, list, 'Spring', now);
    expect((await database.workLists.get(list))?.name).toBe('Spring');
    expect((await add([page(2)], { id: list })).changed).toBe(1);
  });

  it('is swept with its pages when its removal can no longer be taken back', async () => {
    const [gone, kept] = [await add([page(1)]), await add([page(1)])];
    await removeWorkList(database, gone.list, now);
    expect(await sweepWorkLists(database, now)).toBe(0);
    expect(await sweepWorkLists(database, monthLater)).toBe(1);
    expect(await database.workLists.toCollection().primaryKeys()).toEqual([kept.list]);
    expect(await countsKept(database)).toEqual({ [`work/${kept.list}/open`]: 1 });
  });

  it('goes again when its making is taken back, but not with a page that was worked on since', async () => {
    const first = await add([page(1), page(2)]);
    expect(await takeBack(database, first.undo, now)).toEqual({ restored: 2, left: 0 });
    expect(await database.workLists.count()).toBe(0);
    const second = await add([page(1), page(2)]);
    await changeWork(database, { items: [workItemId(second.list, page(1).address)], act: { state: 'done' } }, now);
    expect(await takeBack(database, second.undo, now)).toEqual({ restored: 1, left: 2 });
    expect(await database.workLists.count()).toBe(1);
    expect(await states()).toEqual(['done']);
  });
});

describe('a page of a list', () => {
  it('is done by itself when it is aligned, and open again when its last alignment goes', async () => {
    await add([graph, page(1)]);
    await add([graph], { name: 'Another' });
    const { id, revision } = await align();
    expect((await states()).sort()).toEqual(['done', 'done', 'open']);
    const { undo } = await massEdit(database, { alignments: [id], act: { remove: true } }, now);
    expect(revision).toBe(1);
    expect(await states()).toEqual(['open', 'open', 'open']);
    await takeBack(database, undo, now);
    expect((await states()).sort()).toEqual(['done', 'done', 'open']);
    await massEdit(database, { alignments: [id], act: { remove: true } }, now);
    await restoreAlignments(database, [id], now);
    expect((await states()).sort()).toEqual(['done', 'done', 'open']);
  });

  it('stays as the person said it is, whatever becomes of its alignments', async () => {
    const { list } = await add([graph]);
    const { id } = await align();
    await changeWork(database, { items: [workItemId(list, graph.address)], act: { state: 'skipped' } }, now);
    await massEdit(database, { alignments: [id], act: { remove: true } }, now);
    expect(await states()).toEqual(['skipped']);
  });

  it('is taken out, and comes back as it was', async () => {
    const { list } = await add([page(1), page(2)]);
    const items = [workItemId(list, page(1).address)];
    await changeWork(database, { items, act: { state: 'skipped' } }, now);
    const { undo } = await changeWork(database, { items, act: { remove: true } }, now);
    expect(await states()).toEqual(['open']);
    await takeBack(database, undo, now);
    expect(await states()).toEqual(['skipped', 'open']);
  });
});

describe('whatever is done to lists and alignments', () => {
  const number = fc.nat(4);
  const act = fc.oneof(
    fc.record({ do: fc.constant('add' as const), pages: fc.array(number, { minLength: 1, maxLength: 4 }) }),
    fc.record({ do: fc.constant('state' as const), page: number, state: fc.constantFrom('open', 'done', 'skipped') }),
    fc.record({ do: fc.constant('out' as const), page: number }),
    fc.record({
      do: fc.constant('align' as const),
      pages: fc.array(number, { minLength: 1, maxLength: 3 }),
      skill: number,
    }),
    fc.record({ do: fc.constant('unalign' as const), page: number }),
    fc.record({ do: fc.constant('undo' as const), which: fc.nat(10) }),
  );

  it('counts stay true, and nothing is done by itself that is not aligned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const own = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
        const { list } = await addWork(own, { list: { name: 'A' }, from: 'typed', pages: [page(0)] }, now);
        for (const one of acts) {
          if (one.do === 'add') {
            await addWork(own, { list: { id: list }, from: 'typed', pages: one.pages.map(page) }, now);
          } else if (one.do === 'align') {
            const skill = foundSkill({ uri: `https://skills.example/${one.skill}` });
            const skills = [{ skill, relation: 'teaches' as const, fit: 'major' as const }];
            await alignPages(own, { pages: one.pages.map(page), skills }, now);
          } else if (one.do === 'unalign') {
            const alignments = await own.alignments.where('resource').equals(page(one.page).address).primaryKeys();
            if (alignments.length > 0) await massEdit(own, { alignments, act: { remove: true } }, now);
          } else if (one.do === 'undo') {
            const acts = await own.undos.toArray();
            // The making of the list itself stays.
            const some = acts.filter(({ workLists = [] }) => workLists.length === 0)[one.which];
            if (some) await takeBack(own, some.id, now);
          } else {
            const change = one.do === 'out' ? { remove: true as const } : { state: one.state };
            await changeWork(own, { items: [workItemId(list, page(one.page).address)], act: change }, now);
          }
          expect(await countsKept(own)).toEqual(await countsNow(own));
          const aligned = new Set(await own.alignments.orderBy('resource').uniqueKeys());
          for (const item of await own.workItems.toArray()) {
            if (item.aligned) expect([item.state, aligned.has(item.address)]).toEqual(['done', true]);
          }
        }
        await own.delete();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
