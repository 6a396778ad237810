import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedIn, nextWithout, progressOf, rowsBetween, sideOf } from '../../lib/domain/crosswalk.ts';
import { type SkillAlignment, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { isCounted } from '../../lib/domain/skill-outline.ts';
import { nodeAt, outlineFrom, someTree } from '../support/outlines.ts';

const left = sideOf(
  outlineFrom({
    '': [nodeAt('urn:left:top')],
    'urn:left:top': [nodeAt('urn:left:1'), nodeAt('urn:left:2'), nodeAt('urn:left:3')],
  }),
);
const right = sideOf(outlineFrom({ '': [nodeAt('urn:right:1'), nodeAt('urn:right:2')] }));

const says = (subject: string, relation: SkillRelation, object: string): SkillAlignment => ({
  id: crypto.randomUUID(),
  subject: { uri: subject, name: subject },
  relation,
  object: { uri: object, name: object },
  created: '2026-03-01T10:00:00.000Z',
  modified: '2026-03-01T10:00:00.000Z',
  revision: 1,
});

describe('what stands between two frameworks', () => {
  it('is what names one skill of each, said of either, in the order of the left one', () => {
    const rows = rowsBetween(
      [
        says('urn:left:3', 'exact', 'urn:right:1'),
        says('urn:right:2', 'broad', 'urn:left:1'),
        says('urn:left:1', 'minor', 'urn:elsewhere:1'),
        says('urn:left:1', 'minor', 'urn:left:2'),
      ],
      left,
      right,
    );
    expect(rows.map(({ statement, left, right }) => [statement.relation, left, right])).toEqual([
      ['broad', 1, 1],
      ['exact', 3, 0],
    ]);
  });

  it('has what one framework says of itself once', () => {
    expect(rowsBetween([says('urn:left:1', 'prerequisite', 'urn:left:2')], left, left)).toMatchObject([
      { left: 1, right: 2 },
    ]);
  });

  it('counts no heading as a skill, and nothing that is needed beforehand as a counterpart', () => {
    const rows = rowsBetween(
      [
        says('urn:left:top', 'exact', 'urn:right:1'),
        says('urn:left:1', 'prerequisite', 'urn:right:1'),
        says('urn:left:2', 'minor', 'urn:right:2'),
      ],
      left,
      right,
    );
    const matched = matchedIn(rows);
    expect(progressOf(left, matched)).toEqual({ matched: 1, skills: 3 });
    expect(nextWithout(left, matched, -1)).toBe(1);
    expect(nextWithout(left, matched, 1)).toBe(3);
    expect(nextWithout(left, matched, 3)).toBe(1);
  });

  it('goes nowhere in a framework without skills', () => {
    expect(nextWithout(sideOf([]), new Set(), -1)).toBeUndefined();
  });
});

it('leads to each skill without a counterpart once, and then to none', () => {
  fc.assert(
    fc.property(someTree, fc.integer({ min: -1, max: 24 }), (below, start) => {
      const side = sideOf(outlineFrom(below));
      const matched = new Set<number>();
      const { skills } = progressOf(side, matched);
      let at: number | undefined = start;
      for (let count = 0; count < skills; count += 1) {
        at = nextWithout(side, matched, at ?? -1);
        const line = side.outline[at ?? -1];
        expect(line && isCounted(line, at ?? -1) && !matched.has(at ?? -1)).toBe(true);
        matched.add(at ?? -1);
      }
      expect(nextWithout(side, matched, at ?? -1)).toBeUndefined();
      expect(progressOf(side, matched)).toEqual({ matched: skills, skills });
    }),
  );
});

it('takes a statement between the two whichever way round it is said', () => {
  const relation = fc.constantFrom(...SkillRelation.options);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), relation, fc.nat(3), fc.boolean()), { maxLength: 12 }), (said) => {
      const statements = said.map(([one, how, other, turned]) =>
        turned
          ? says(`urn:right:${other}`, how, `urn:left:${one}`)
          : says(`urn:left:${one}`, how, `urn:right:${other}`),
      );
      const known = said.filter(([one, , other]) => one >= 1 && one <= 3 && other >= 1 && other <= 2);
      const rows = rowsBetween(statements, left, right);
      expect(rows).toHaveLength(known.length);
      const byPlace = rows.map((row) => row.left);
      expect(byPlace).toEqual([...byPlace].sort((one, other) => one - other));
      expect(rowsBetween(statements, right, left)).toHaveLength(known.length);
    }),
  );
});
