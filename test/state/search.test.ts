import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { useSearch } from '../../lib/state/search.ts';
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
