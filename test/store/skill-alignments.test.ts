import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemIn } from '../../lib/domain/problem.ts';
import { SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { markOf } from '../../lib/store/library-rows.ts';
import { queueSkillAlignments } from '../../lib/store/queue.ts';
import { markSending, settleDelivered } from '../../lib/store/settle-deliveries.ts';
import { changeSkillAlignment, relateSkills, removeSkillAlignment } from '../../lib/store/skill-alignments.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { registryId } from '../support/samples.ts';

let database: PlumblineDatabase;
const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T11:00:00Z');
const skill = (letter: string) => ({ uri: `https://skills.example/${letter}`, name: letter.toUpperCase() });
const said = (relation: SkillRelation = 'broad', note?: string) => ({
  subject: skill('a'),
  object: skill('b'),
  choice: { relation, ...(note !== undefined && { note }) },
});

beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const lines = async () => (await database.history.toArray()).map(({ what, skills }) => [what, skills]);
const codeOf = (failing: Promise<unknown>) =>
  failing.then(
    () => undefined,
    (error) => problemIn(error)?.code,
  );

describe('relating two skills', () => {
  it('keeps the statement and its history line together', async () => {
    const kept = await relateSkills(database, said('broad', 'Part of it.'), now, 'library');
    expect(await database.skillAlignments.toArray()).toEqual([kept]);
    expect(kept).toMatchObject({ subject: skill('a'), relation: 'broad', object: skill('b'), note: 'Part of it.' });
    expect(await database.history.toArray()).toMatchObject([
      {
        alignment: kept.id,
        resource: kept.subject.uri,
        what: 'created',
        at: now.toISOString(),
        from: 'library',
        skills: { subject: kept.subject, object: kept.object, after: { relation: 'broad', note: 'Part of it.' } },
      },
    ]);
  });

  it('takes the note of one that says so already instead of standing twice, under another uri of the skill too', async () => {
    const first = await relateSkills(database, said('exact'), now);
    const object = { uri: 'http://skills.example/b/', name: 'B' };
    const again = await relateSkills(database, { ...said('exact', 'p. 3'), object }, later);
    expect(again).toMatchObject({ id: first.id, note: 'p. 3', revision: 2 });
    expect(await database.skillAlignments.count()).toBe(1);
  });

  it('lets two skills stand in several relations, and each way round', async () => {
    await relateSkills(database, said('exact'), now);
    await relateSkills(database, said('prerequisite'), now);
    await relateSkills(database, { ...said('exact'), subject: skill('b'), object: skill('a') }, now);
    expect(await database.skillAlignments.count()).toBe(3);
  });
});

describe('changing what is said', () => {
  it('writes down what it said before and since, and sends the newest words where it waits', async () => {
    const kept = await relateSkills(database, said('broad', 'x'), now);
    await queueSkillAlignments(database, [kept.id], [registryId], now);
    await changeSkillAlignment(database, { id: kept.id, revision: 1, choice: { relation: 'narrow' } }, later);
    expect(await database.skillAlignments.toArray()).toMatchObject([{ relation: 'narrow', revision: 2 }]);
    expect((await database.skillAlignments.toArray())[0]).not.toHaveProperty('note');
    expect((await lines()).at(-1)).toMatchObject([
      'changed',
      { before: { relation: 'broad', note: 'x' }, after: { relation: 'narrow' } },
    ]);
    expect(await database.outbox.toArray()).toMatchObject([{ state: 'queued', revision: 2, of: 'skill' }]);
  });

  it('overwrites nothing that somebody saved or removed meanwhile, and says nothing twice', async () => {
    const { id } = await relateSkills(database, said('broad'), now);
    await relateSkills(database, said('narrow'), now);
    const change = (revision: number, relation: SkillRelation) =>
      codeOf(changeSkillAlignment(database, { id, revision, choice: { relation } }, later));
    expect(await change(7, 'exact')).toBe('S220');
    expect(await change(1, 'narrow')).toBe('S226');
    expect(await database.skillAlignments.get(id)).toMatchObject({ relation: 'broad', revision: 1 });
    await removeSkillAlignment(database, { id, revision: 1 }, later);
    expect(await change(1, 'exact')).toBe('S220');
    expect(await codeOf(removeSkillAlignment(database, { id, revision: 1 }, later))).toBe('S220');
  });

  it('is seen by whoever asks whether anything changed', async () => {
    const { id } = await relateSkills(database, said('broad'), now);
    const mark = await markOf(database);
    await changeSkillAlignment(database, { id, revision: 1, choice: { relation: 'exact' } }, later);
    expect(await markOf(database)).not.toBe(mark);
  });
});

describe('removing', () => {
  it('withdraws it where it stands; taken back it stands again and is sent there again', async () => {
    const kept = await relateSkills(database, said('broad', 'x'), now);
    await queueSkillAlignments(database, [kept.id], [registryId], now);
    const [entry] = await database.outbox.toArray();
    if (!entry) throw new Error('nothing queued');
    await markSending(database, [{ ...entry, statement: kept }], 'https://cass.example/1');
    await settleDelivered(database, [{ ...entry, statement: kept }], 'Practice', now);
    const undo = await removeSkillAlignment(database, { id: kept.id, revision: 1 }, later);
    expect(await database.skillAlignments.count()).toBe(0);
    expect(await database.outbox.toArray()).toMatchObject([{ action: 'withdraw', state: 'queued' }]);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 1, left: 0 });
    expect(await database.skillAlignments.toArray()).toMatchObject([{ id: kept.id, relation: 'broad', note: 'x' }]);
    expect(await database.outbox.toArray()).toMatchObject([{ action: 'publish', state: 'queued' }]);
    expect((await lines()).map(([what]) => what)).toEqual(['created', 'published', 'removed', 'restored']);
  });

  it('does not bring back beside one that says so by now', async () => {
    const { id } = await relateSkills(database, said('broad'), now);
    const undo = await removeSkillAlignment(database, { id, revision: 1 }, now);
    await relateSkills(database, said('broad'), later);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 0, left: 1 });
    expect(await database.skillAlignments.count()).toBe(1);
  });
});

const act = fc.record({
  pair: fc.constantFrom<[string, string]>(['a', 'b'], ['b', 'a'], ['a', 'c']),
  relation: fc.constantFrom(...SkillRelation.options.slice(0, 3)),
  what: fc.constantFrom('relate', 'change', 'remove', 'undo'),
});

it('never says a thing twice, and has a line for each act, whatever is done in whichever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const here = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
      let undo: string | undefined;
      let done = 0;
      for (const {
        pair: [subject, object],
        relation,
        what,
      } of acts) {
        const [one] = await here.skillAlignments.toArray();
        const refused = () => {
          done -= 1;
          return undefined;
        };
        done += 1;
        if (what === 'relate')
          await relateSkills(here, { subject: skill(subject), object: skill(object), choice: { relation } }, now);
        else if (what === 'change' && one)
          await changeSkillAlignment(here, { ...one, choice: { relation } }, now).catch(refused);
        else if (what === 'remove' && one) undo = await removeSkillAlignment(here, one, now);
        else if (what === 'undo' && undo) {
          if ((await takeBack(here, undo, now)).restored === 0) done -= 1;
          undo = undefined;
        } else done -= 1;
      }
      const all = await here.skillAlignments.toArray();
      const keys = all.map((one) => `${one.subject.uri} ${one.relation} ${one.object.uri}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(await here.history.count()).toBe(done);
      expect((await here.counters.get('skillAlignments'))?.count ?? 0).toBe(all.length);
      await here.delete();
    }),
    { numRuns: 25 },
  );
});
