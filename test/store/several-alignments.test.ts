import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChosenSkill } from '../../lib/domain/chosen-skill.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { addAlignment, changeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { addAlignments, type NewAlignments } from '../../lib/store/several-alignments.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T11:00:00Z');
const skill = (key: number | string) => foundSkill({ uri: `https://skills.example/${key}`, name: `Skill ${key}` });

function several(keys: readonly (number | string)[], over: Partial<NewAlignments> = {}): NewAlignments {
  const { skill: _, ...made } = newAlignment();
  return { ...made, skills: keys.map((key) => ({ skill: skill(key) })), ...over };
}

/** All that saving writes, without what is random in it. */
async function written(database: PlumblineDatabase) {
  const { alignments, history, outbox, recents, resources } = database;
  const kept = await alignments.toArray();
  const named = new Map(kept.map(({ id, relation, skill: { uri } }) => [id, `${relation} ${uri}`]));
  const name = (id: string) => named.get(id) ?? 'unknown';
  const sorted = <Row>(rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    alignments: sorted(kept.map(({ id: _, ...one }) => one)),
    history: sorted((await history.toArray()).map((line) => ({ ...line, id: 0, alignment: name(line.alignment) }))),
    outbox: sorted(
      (await outbox.toArray()).map((one) => ({ ...one, id: '', key: '', alignment: name(one.alignment) })),
    ),
    recents: sorted(await recents.toArray()),
    // The page is saved once, however many skills it is aligned to.
    resources: sorted((await resources.toArray()).map((page) => ({ ...page, revision: 1 }))),
    counts: await countsKept(database),
  };
}

describe('addAlignments', () => {
  let database: PlumblineDatabase;
  beforeEach(() => {
    database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  });
  afterEach(() => database.delete());

  it('writes at once what addAlignment would write one after the other', async () => {
    const chosen = fc.record({ key: fc.nat(5), relation: fc.option(fc.constantFrom(...Relation.options)) });
    const choice = fc.record({ relation: fc.constantFrom(...Relation.options), fit: fc.constantFrom(...Fit.options) });
    const act = fc.record({
      skills: fc.uniqueArray(chosen, { minLength: 1, maxLength: 5, selector: ({ key }) => key }),
      choice,
      publishTo: fc.subarray([registryId]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), async (acts) => {
        const [together, apart] = ['a', 'b'].map((name) => new PlumblineDatabase(`${name}-${crypto.randomUUID()}`));
        if (!together || !apart) return;
        for (const [index, { skills, choice, publishTo }] of acts.entries()) {
          const at = new Date(now.getTime() + index * 1000);
          const named: ChosenSkill[] = skills.map(({ key, relation }) => ({
            skill: skill(key),
            ...(relation && { relation }),
          }));
          await addAlignments(together, several([], { skills: named, choice, publishTo }), at);
          for (const { skill, relation = choice.relation } of named) {
            const one = { skill: { ...skill, taken: at.toISOString() }, choice: { ...choice, relation }, publishTo };
            await addAlignment(apart, newAlignment(one), at);
          }
        }
        expect(await written(together)).toEqual(await written(apart));
        expect(await countsKept(together)).toEqual(await countsNow(together));
        await Promise.all([together.delete(), apart.delete()]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('says how many are new and how many were there', async () => {
    await addAlignments(database, several([1, 2]), now);
    const answer = await addAlignments(database, several([2, 3, 4]), later);
    expect(answer).toMatchObject({ created: 2, changed: 1 });
    expect(await database.alignments.count()).toBe(4);
  });

  it('counts a skill once that is named twice in a relation, and twice in two', async () => {
    const skills: ChosenSkill[] = [
      { skill: skill(1) },
      { skill: skill(1), relation: 'teaches' },
      { skill: skill(1), relation: 'assesses' },
    ];
    expect(await addAlignments(database, several([], { skills }), now)).toMatchObject({ created: 2, changed: 0 });
    expect((await database.alignments.toArray()).map(({ relation }) => relation).sort()).toEqual([
      'assesses',
      'teaches',
    ]);
  });

  it('keeps none of them when one of its writes fails', async () => {
    let times = 0;
    database.outbox.hook('creating', () => {
      times += 1;
      if (times === 2) throw new Error('disk');
    });
    const failed = addAlignments(database, several([1, 2, 3], { publishTo: [registryId] }), now);
    await expect(failed).rejects.toBeInstanceOf(ProblemError);
    const { resources, alignments, history, outbox, recents, undos } = database;
    const counts = [resources, alignments, history, outbox, recents, undos].map((table) => table.count());
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is taken back as one: what is new goes, what was there is as it was', async () => {
    await addAlignments(database, several([1], { choice: { relation: 'teaches', fit: 'minor', note: 'mine' } }), now);
    const { undo } = await addAlignments(database, several([1, 2, 3], { publishTo: [registryId] }), later);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 3, left: 0 });
    expect(await database.alignments.toArray()).toMatchObject([
      { fit: 'minor', note: 'mine', skill: { name: 'Skill 1' } },
    ]);
    expect(await database.trash.count()).toBe(2);
    const sent = await database.outbox
      .filter(({ action, state }) => action === 'publish' && state === 'queued')
      .toArray();
    expect(sent.map(({ alignment }) => alignment)).toEqual((await database.alignments.toArray()).map(({ id }) => id));
  });

  it('leaves alone what was changed again before it was taken back', async () => {
    const { undo } = await addAlignments(database, several([1, 2]), now);
    const [first] = await database.alignments.toArray();
    if (!first) throw new Error('none kept');
    const choice = { relation: 'teaches', fit: 'exact' } as const;
    await changeAlignment(database, { id: first.id, revision: 1, choice, publishTo: [] }, later);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 1, left: 1 });
    expect(await database.alignments.toArray()).toMatchObject([{ id: first.id, fit: 'exact' }]);
  });
});
