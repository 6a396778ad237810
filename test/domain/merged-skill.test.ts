import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FoundThere,
  inRank,
  type MergedSkill,
  mergeSkills,
  placeAfterTouch,
} from '../../lib/domain/merged-skill.ts';
import { foundSkill } from '../support/samples.ts';

const from = (place: string, over: Parameters<typeof foundSkill>[0] = {}) =>
  foundSkill({ source: { registry: place, name: `The ${place}` }, ...over });

/** Few names, addresses and places, so that everything meets everything. */
const skill = fc
  .record({
    number: fc.nat(5),
    scheme: fc.constantFrom('http', 'https'),
    name: fc.constantFrom('Slope', 'Slope of a line', 'Chart', ''),
    code: fc.constantFrom(undefined, '7.RF.B.2'),
    category: fc.constantFrom(undefined, 'Mathematics'),
  })
  .map(({ number, scheme, name, code, category }) =>
    foundSkill({
      uri: `${scheme}://skills.example/${number}`,
      name,
      code,
      category,
      statement: `${name} ${number % 2}`,
    }),
  );
const found: fc.Arbitrary<FoundThere[]> = fc
  .uniqueArray(fc.record({ place: fc.constantFrom('a', 'b', 'c'), skills: fc.array(skill, { maxLength: 6 }) }), {
    selector: ({ place }) => place,
  })
  .map((all) =>
    all.map(({ place, skills }) => ({
      place,
      skills: skills.map((one) => ({ ...one, source: { registry: place, name: `The ${place}` } })),
    })),
  );
const text = fc.constantFrom('slope', 'slope line', 'chart', '7.RF.B.2', 'https://skills.example/3', '');
const bare = (uri: string) => uri.replace(/^https?/, '');
const keys = (rows: readonly MergedSkill[]) => rows.map(({ key }) => key);

describe('merging', () => {
  it('makes one row of a skill that two places found, and names both', () => {
    const rows = mergeSkills('slope', [
      { place: 'two', skills: [from('two', { uri: 'http://skills.example/1' })] },
      { place: 'one', skills: [from('one', { uri: 'https://skills.example/1', category: 'Lines' })] },
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.places).toEqual([
      { place: 'one', name: 'The one' },
      { place: 'two', name: 'The two' },
    ]);
    expect(rows[0]?.skill.category).toBe('Lines');
  });

  it('puts the skill first whose address was pasted', () => {
    const best = from('one', { uri: 'https://skills.example/1' });
    const rows = mergeSkills('http://skills.example/2', [
      { place: 'one', skills: [best, from('one', { uri: 'https://skills.example/2', name: 'Zzz' })] },
    ]);
    expect(rows[0]?.skill.name).toBe('Zzz');
  });

  it('keeps a source’s own order where the words tell nothing, as after a mistyped word', () => {
    const names = ['Zebra', 'Ant', 'Mole'];
    const skills = names.map((name, at) => from('one', { uri: `https://skills.example/${at}`, name }));
    expect(mergeSkills('slpoe', [{ place: 'one', skills }]).map(({ skill: { name } }) => name)).toEqual(names);
  });

  it('comes to the same whichever place answers first', () => {
    fc.assert(
      fc.property(
        text,
        found.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (typed, [all, shuffled]) => {
          expect(mergeSkills(typed, shuffled)).toEqual(mergeSkills(typed, all));
        },
      ),
    );
  });

  it('loses no skill, doubles none, and names exactly the places that found it', () => {
    fc.assert(
      fc.property(text, found, (typed, all) => {
        const rows = mergeSkills(typed, all);
        const expected = new Map<string, Set<string>>();
        for (const { place, skills } of all) {
          for (const { uri } of skills) expected.set(bare(uri), (expected.get(bare(uri)) ?? new Set()).add(place));
        }
        expect(rows).toHaveLength(expected.size);
        for (const row of rows) {
          expect(row.places.map(({ place }) => place)).toEqual([...(expected.get(bare(row.skill.uri)) ?? [])].sort());
        }
      }),
    );
  });

  it('ranks in a total order', () => {
    fc.assert(
      fc.property(text, found, (typed, all) => {
        const rows = mergeSkills(typed, all);
        for (const [at, one] of rows.entries()) {
          for (const [index, other] of rows.entries()) {
            expect(Math.sign(inRank(one, other))).toBe(Math.sign(at - index));
          }
        }
      }),
    );
  });
});

describe('placing after the person touched the list', () => {
  it('moves, loses and doubles nothing, whatever comes in, and lets what is new come after', () => {
    const arrivals = fc.array(found, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, found, arrivals, (typed, first, later) => {
        let all = first;
        const touched = mergeSkills(typed, first);
        let placed = { rows: touched as readonly MergedSkill[], late: touched.length };
        for (const more of later) {
          all = [...all, ...more];
          const before = placed;
          placed = placeAfterTouch(placed, mergeSkills(typed, all));
          expect(keys(placed.rows).slice(0, before.rows.length)).toEqual(keys(before.rows));
          expect(placed.rows.slice(0, before.rows.length).map((row) => row.skill)).toEqual(
            before.rows.map((row) => row.skill),
          );
          expect(placed.late).toBe(touched.length);
        }
        expect(keys(placed.rows).sort()).toEqual(keys(mergeSkills(typed, all)).sort());
      }),
    );
  });

  it('says of a row that stands who else found it by now', () => {
    const one = { place: 'one', skills: [from('one')] };
    const rows = mergeSkills('slope', [one]);
    const placed = placeAfterTouch(
      { rows, late: 1 },
      mergeSkills('slope', [one, { place: 'two', skills: [from('two')] }]),
    );
    expect(placed.rows[0]?.places.map(({ name }) => name)).toEqual(['The one', 'The two']);
  });
});
