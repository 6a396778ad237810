import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { thisDevice, useSearch } from '../../lib/state/search.ts';
import { foundSkill } from '../support/samples.ts';

const state = () => useSearch.getState();
beforeEach(() => useSearch.setState(useSearch.getInitialState(), true));

const slope = foundSkill();
const chart = foundSkill({
  uri: 'https://skills.example/chart',
  name: 'Chart',
  statement: 'Read a bar chart.',
  code: 'D1',
});
const asking = (registry: string): SearchEvent => ({ registry, name: registry, state: 'asking' });
const answered = (registry: string, skills = [slope]): SearchEvent => ({
  registry,
  name: registry,
  state: 'answered',
  skills,
  at: 1_000,
});
const failed = (registry: string): SearchEvent => ({
  registry,
  name: registry,
  state: 'failed',
  problem: { code: 'R310', message: 'No answer.' },
});
const places = () =>
  state().groups.map(({ registry, asking, skills, problem }) => [registry, asking, skills.length, problem?.code]);

describe('the search', () => {
  it('keeps each registry in its place, whichever answers first', () => {
    state().type('slope');
    for (const event of [asking('a'), asking('b'), asking('c'), answered('c'), failed('b'), answered('a')])
      state().hear(event);
    expect(places()).toEqual([
      ['a', false, 1, undefined],
      ['b', false, 0, 'R310'],
      ['c', false, 1, undefined],
    ]);
  });

  it('drops what this device found for an older text', () => {
    state().type('slo');
    state().type('slope');
    state().answerLocal('slo', [chart]);
    expect(state().local).toBeUndefined();
    state().answerLocal('slope', [slope]);
    expect(state()).toMatchObject({ local: [slope], found: 'slope' });
  });

  it('lets rows stand while their registry is asked again, as far as they still say the text', () => {
    state().type('s');
    state().hear(answered('a', [slope, chart]));
    state().type('slope');
    state().answerLocal('slope', []);
    expect(state().groups).toMatchObject([{ asking: true, skills: [slope] }]);
    state().hear(asking('a'));
    expect(state().groups).toMatchObject([{ asking: true, skills: [slope] }]);
    state().hear(answered('a', [chart]));
    expect(state().groups).toMatchObject([{ asking: false, skills: [chart] }]);
  });

  it('forgets a failure when the registry answers', () => {
    state().type('slope');
    state().hear(failed('a'));
    state().hear(asking('a'));
    state().hear(answered('a'));
    expect(places()).toEqual([['a', false, 1, undefined]]);
  });

  it('keeps what registries said before this device had searched', () => {
    state().type('slope');
    for (const event of [asking('a'), asking('b'), answered('a'), failed('b')]) state().hear(event);
    state().answerLocal('slope', []);
    state().rest();
    expect(places()).toEqual([
      ['a', false, 1, undefined],
      ['b', false, 0, 'R310'],
    ]);
    state().type('slopes');
    state().answerLocal('slopes', []);
    expect(places().map(([registry, isAsking]) => [registry, isAsking])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  it('is busy from the first letter until everybody has answered', () => {
    expect(state().busy).toBe(false);
    state().type('s');
    expect(state().busy).toBe(true);
    state().rest();
    expect(state().busy).toBe(false);
  });

  it.each(['', '   '])('shows nothing any more for the text %j', (text) => {
    state().type('slope');
    state().answerLocal('slope', [slope]);
    state().hear(answered('a'));
    state().type(text);
    expect(state()).toMatchObject({ text, local: undefined, groups: [], busy: false });
  });

  it('does not show what answers after the text was taken away', () => {
    state().type('slope');
    state().type('');
    state().answerLocal('slope', [slope]);
    expect(state().local).toBeUndefined();
  });
});

const line = foundSkill({ uri: 'https://skills.example/line', name: 'Slope of a line', code: 'E1' });
const shown = () => state().rows.map(({ skill }) => skill.name);
const search = (text: string, local = [chart]) => {
  state().type(text);
  state().answerLocal(text, local);
};

describe('the rows', () => {
  it('rank what all places found together, a skill of two places once', () => {
    search('slope', [line]);
    state().hear(answered('a', [slope]));
    state().hear(answered('b', [slope, line]));
    expect(shown()).toEqual(['Slope', 'Slope of a line']);
    expect(state().rows.map(({ places }) => places.map(({ place }) => place).sort())).toEqual([
      ['a', 'b'],
      ['b', thisDevice],
    ]);
  });

  it('are placed by rank until the list is touched, and after that behind what stands there', () => {
    search('slope', [line]);
    state().hear(answered('a', [chart]));
    expect(shown()).toEqual(['Slope of a line', 'Chart']);
    state().touch();
    state().hear(answered('b', [slope]));
    expect(shown()).toEqual(['Slope of a line', 'Chart', 'Slope']);
    expect(state().late).toBe(2);
    search('slope of', [line]);
    expect(state()).toMatchObject({ touched: false, late: state().rows.length });
  });

  it('do not go once the list is touched, though their registry does not have them any more', () => {
    search('slope', []);
    state().hear({ ...asking('a'), state: 'asking', kept: { skills: [slope, line], at: 5 } });
    state().touch();
    state().hear(answered('a', [line]));
    expect(shown()).toEqual(['Slope', 'Slope of a line']);
    state().hear(failed('a'));
    expect(shown()).toEqual(['Slope', 'Slope of a line']);
  });
});

describe('what a registry answered before', () => {
  const kept: SearchEvent = { registry: 'a', name: 'a', state: 'asking', kept: { skills: [slope], total: 9, at: 5 } };

  it('is shown with its age until it answers', () => {
    search('slope', []);
    state().hear(kept);
    expect(state().groups).toMatchObject([{ asking: true, at: 5, total: 9, skills: [slope] }]);
    state().hear(answered('a', []));
    expect(state().groups).toMatchObject([{ asking: false, at: 1_000, skills: [] }]);
  });

  it('stands where it fails, but not what it said to another text', () => {
    search('slope', []);
    state().hear(kept);
    state().hear({ ...failed('a'), state: 'failed', problem: { code: 'R429', message: 'Pause.' }, until: 77 });
    expect(state().groups).toMatchObject([{ skills: [slope], at: 5, until: 77, problem: { code: 'R429' } }]);
    search('slop', []);
    expect(state().groups[0]).toEqual({ registry: 'a', name: 'a', skills: [slope], asking: true });
    state().hear(failed('a'));
    expect(state().groups).toMatchObject([{ skills: [], problem: { code: 'R310' } }]);
  });
});

it('lets go of a registry that was not asked for the text', () => {
  search('slope');
  state().hear(answered('a'));
  search('https://skills.example/chart', [chart]);
  state().hear(answered('b', []));
  state().rest();
  expect(places()).toEqual([['b', false, 0, undefined]]);
  expect(shown()).toEqual(['Chart']);
});

describe('the filter', () => {
  it('survives typing on, changes by members, and is dropped at once or with the text', () => {
    search('slope');
    state().narrow({ place: 'a' });
    state().narrow({ type: 'standard' });
    search('slope of');
    expect(state().filter).toEqual({ place: 'a', type: 'standard' });
    state().dropFilter();
    expect(state().filter).toEqual({});
    state().narrow({ place: 'a' });
    state().type('');
    expect(state().filter).toEqual({});
  });
});
