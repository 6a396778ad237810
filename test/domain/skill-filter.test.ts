import { describe, expect, it } from 'vitest';
import { type MergedSkill, mergeSkills } from '../../lib/domain/merged-skill.ts';
import { countsByPlace, offeredFacets, passes } from '../../lib/domain/skill-filter.ts';
import { foundSkill } from '../support/samples.ts';

const skills = [
  { place: 'one', framework: 'Ratios', type: 'CFItem', level: '7' },
  { place: 'one', framework: 'Ratios', type: 'CFItem', level: '8' },
  { place: 'two', framework: 'Surveying', type: 'Competency', level: '8' },
  { place: 'two', framework: undefined, type: 'RichSkillDescriptor', level: undefined },
];
const rows: MergedSkill[] = mergeSkills(
  'slope',
  ['one', 'two'].map((place) => ({
    place,
    skills: skills.flatMap((one, at) => {
      const { framework, type, level } = one;
      const uri = `https://skills.example/${at}`;
      const named = framework === undefined ? {} : { framework: { name: framework } };
      const { framework: _, ...plain } = foundSkill({ uri, type, ...(level !== undefined && { level }) });
      return one.place === place ? [{ ...plain, ...named, source: { registry: place, name: place } }] : [];
    }),
  })),
);
const shown = (filter: Parameters<typeof passes>[1]) => rows.filter((row) => passes(row, filter)).length;

describe('a filter', () => {
  it('shows everything where nothing is chosen, and only what is all that is chosen', () => {
    expect(shown({})).toBe(4);
    expect(shown({ place: 'one' })).toBe(2);
    expect(shown({ type: 'standard', level: '8' })).toBe(1);
    expect(shown({ framework: 'Surveying', place: 'one' })).toBe(0);
  });
});

describe('the facets offered', () => {
  it('are those in which the results differ, with how often each value is there', () => {
    expect(offeredFacets(rows, {})).toEqual([
      {
        facet: 'framework',
        values: [
          { value: 'Ratios', count: 2 },
          { value: 'Surveying', count: 1 },
        ],
      },
      {
        facet: 'type',
        values: [
          { value: 'standard', count: 2 },
          { value: 'competency', count: 1 },
          { value: 'skill', count: 1 },
        ],
      },
      {
        facet: 'level',
        values: [
          { value: '8', count: 2 },
          { value: '7', count: 1 },
        ],
      },
    ]);
  });

  it('are none where all results are alike', () => {
    expect(offeredFacets(rows.slice(0, 1), {})).toEqual([]);
  });

  it('count what the other choices leave, and stay offered where they are chosen', () => {
    expect(offeredFacets(rows, { framework: 'Ratios' }).map(({ facet }) => facet)).toEqual(['framework', 'level']);
    expect(offeredFacets(rows, { level: '7' })[0]).toEqual({
      facet: 'level',
      values: [
        { value: '8', count: 2 },
        { value: '7', count: 1 },
      ],
    });
    expect(offeredFacets(rows, { place: 'one' }).map(({ facet }) => facet)).toEqual(['level']);
  });

  it('can be dropped where the results have nothing of what was chosen any more', () => {
    expect(offeredFacets(rows, { framework: 'Gone' })[0]?.values.at(-1)).toEqual({ value: 'Gone', count: 0 });
    expect(offeredFacets([], { level: '9' })).toEqual([{ facet: 'level', values: [{ value: '9', count: 0 }] }]);
  });

  it('count each place that found a row', () => {
    expect(Object.fromEntries(countsByPlace(rows, { place: 'one', level: '8' }))).toEqual({ one: 1, two: 1 });
  });
});
