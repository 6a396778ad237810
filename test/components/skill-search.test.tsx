// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SkillSearch } from '../../components/skill/SkillSearch.tsx';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { useSearch } from '../../lib/state/search.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { pinSkill } from '../../lib/store/remembered-skills.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const starter = { registry: 'starter', name: 'Starter library' };
const slope = foundSkill({ source: starter });
const chart = foundSkill({
  uri: 'https://skills.example/chart',
  name: 'Chart',
  statement: 'Read a bar chart.',
  source: starter,
});
const remote = foundSkill({ uri: 'https://skills.example/remote', name: 'Remote', statement: 'Slope from afar.' });

function showSearch(aligned: ReadonlyMap<string, string> = new Map()) {
  const [onChoose, onChooseMarked, onPin, onAskAgain, onSay] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const address = 'https://lessons.example/here';
  const acts = { onChoose, onChooseMarked, onPin, onAskAgain, onSay };
  const view = show(<SkillSearch address={address} aligned={aligned} {...acts} />);
  return { ...view, user: userEvent.setup(), ...acts };
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a skill to align' });
const answerLocal = (skills = [slope, chart]) => act(() => useSearch.getState().answerLocal(field().value, skills));
const hear = (event: SearchEvent) => act(() => useSearch.getState().hear(event));
const rest = () => act(() => useSearch.getState().rest());
const answered = (skills = [remote]): SearchEvent => ({
  registry: registryId,
  name: 'Practice',
  state: 'answered',
  skills,
  at: Date.now(),
});
const failed: SearchEvent = {
  registry: registryId,
  name: 'Practice',
  state: 'failed',
  problem: { code: 'R310', message: 'Practice did not answer.', advice: 'Try later.' },
};
const place = (name: RegExp) => screen.getByRole('button', { name });
/** The rows; the filters' own options have no such attribute. */
const options = () => Array.from(document.querySelectorAll('[role=option]'), ({ textContent }) => textContent);

describe('the search', () => {
  it('has the keyboard from the start, and no list before there is a text', async () => {
    const { container } = showSearch();
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('listbox')).toBeNull();
    await expectAccessible(container);
  });

  it('chooses with arrow keys and Enter, while the keyboard stays in the field', async () => {
    const { user, container, onChoose } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    rest();
    await waitFor(() => expect(options()).toHaveLength(2));
    await expectAccessible(container);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledOnce();
    expect([slope.uri, chart.uri]).toContain(onChoose.mock.calls[0]?.[0].uri);
    expect(document.activeElement).toBe(field());
  });

  it('chooses with a click', async () => {
    const { user, onChoose } = showSearch();
    await user.keyboard('chart');
    answerLocal();
    await user.click(await screen.findByRole('option', { name: /Chart/ }));
    expect(onChoose).toHaveBeenCalledWith(chart);
  });

  it('shows each place with how far it is, and what it answered with its age', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    hear({
      registry: registryId,
      name: 'Practice',
      state: 'asking',
      kept: { skills: [remote], at: Date.now() - 5 * 60_000 },
    });
    expect(place(/^This device 2 skills$/)).toBeDefined();
    expect(place(/^Practice 1 · 5 min. ago, asking$/)).toBeDefined();
    hear(answered());
    expect(place(/^Practice 1 skill$/)).toBeDefined();
    hear(failed);
    expect(place(/^Practice 1 skill, did not answer$/)).toBeDefined();
  });

  it('is one list, in which a skill of two places stands once and names both', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    hear(answered([{ ...slope, source: { registry: registryId, name: 'Practice' } }, remote]));
    await waitFor(() => expect(options()).toHaveLength(3));
    expect(options()[0]).toContain('Practice, Starter library');
    expect(options()[1]).toContain('Remote');
  });

  it('moves nothing once the pointer or an arrow key went into the list', async () => {
    const { user, onSay } = showSearch();
    await user.keyboard('slope');
    answerLocal([chart]);
    await screen.findByRole('option', { name: /^D1|Chart/ });
    await user.keyboard('{ArrowDown}');
    hear(answered([slope]));
    rest();
    expect(await screen.findByRole('group', { name: 'More just came in' })).toBeDefined();
    expect(options().map((text) => text?.includes('Chart'))).toEqual([true, false]);
    expect(onSay).toHaveBeenLastCalledWith('2 skills from 2 places. 1 more just came in, at the end.');
  });

  it('keeps a line for a registry that failed, beside what the others found, and asks again', async () => {
    const { user, container, onAskAgain } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    hear(failed);
    rest();
    expect(screen.getByText('Practice did not answer.')).toBeDefined();
    expect(options()).toHaveLength(2);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Ask Practice again' }));
    expect(onAskAgain).toHaveBeenCalledExactlyOnceWith(registryId);
  });

  it('says until when a registry wants to be left alone, and opens the way to it then', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    hear({ ...failed, until: Date.now() + 100_000 } as SearchEvent);
    expect(screen.getByText(/^Not before \d/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
    hear({ ...failed, until: Date.now() + 50 } as SearchEvent);
    expect(await screen.findByRole('button', { name: 'Ask Practice again' })).toBeDefined();
  });

  it('narrows to a place and by what the results differ in, keeps that while one types on, and drops it at once', async () => {
    const { user, container, onSay } = showSearch();
    await user.keyboard('slope');
    answerLocal([slope, chart]);
    hear(answered([{ ...remote, type: 'CFItem', level: '8' }]));
    rest();
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
    expect(screen.getAllByRole('combobox').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Find a skill to align',
      'Type',
      'Level',
    ]);
    await user.click(place(/^Practice/));
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(document.activeElement).toBe(field());
    expect(onSay).toHaveBeenLastCalledWith('1 of 3 skills from 2 places pass the filter.');
    await user.keyboard('s');
    answerLocal([slope, chart]);
    hear(answered([remote]));
    await waitFor(() => expect(options()).toHaveLength(1));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(options()).toHaveLength(3));
    hear(answered([{ ...remote, type: 'CFItem' }]));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'standard');
    await waitFor(() => expect(options()).toHaveLength(1));
    hear(answered([]));
    rest();
    expect(screen.getByText('No skill passes the filters.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(options()).toHaveLength(2));
  });

  it('pins by the pointer and by Alt+P, without choosing anything', async () => {
    const { user, container, onPin, onChoose } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    await waitFor(() => expect(options()).toHaveLength(2));
    await user.click(container.querySelectorAll('.pin')[1] as Element);
    expect(onPin).toHaveBeenLastCalledWith(chart, true);
    await user.keyboard('{ArrowDown}{Alt>}p{/Alt}');
    expect(onPin).toHaveBeenCalledTimes(2);
    await act(() => pinSkill(world.database, chart, true, new Date()));
    await waitFor(() => expect(options()[1]).toContain('Pinned'));
    await user.click(container.querySelectorAll('.pin')[1] as Element);
    expect(onPin).toHaveBeenLastCalledWith(chart, false);
    expect(onChoose).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field());
  });

  it('says how many were found when all have answered, and who did not', async () => {
    const { user, onSay } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    expect(onSay).not.toHaveBeenCalled();
    hear(failed);
    rest();
    expect(onSay).toHaveBeenLastCalledWith('2 skills from 1 place. Practice did not answer.');
  });

  it('marks the words that were searched for', async () => {
    const { user, container } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    await waitFor(() => expect(container.querySelectorAll('mark').length).toBeGreaterThan(0));
    expect(
      [...container.querySelectorAll('mark')].every(({ textContent }) => textContent?.toLowerCase() === 'slope'),
    ).toBe(true);
  });

  it('says of a skill that the page is aligned to it already', async () => {
    const { user } = showSearch(new Map([[skillIdentity(slope.uri), 'teaches']]));
    await user.keyboard('slope');
    answerLocal();
    await waitFor(() => expect(options().filter((text) => text?.includes('Already here: teaches'))).toHaveLength(1));
  });

  it('says that nobody knows such a skill only when all have answered', async () => {
    const { user, container } = showSearch();
    await user.keyboard('zzz');
    answerLocal([]);
    hear(answered([]));
    expect(screen.queryByText(/No skill says/)).toBeNull();
    rest();
    expect(screen.getByText('No skill says “zzz”.')).toBeDefined();
    expect(container.textContent).toContain('Asked: This device, Practice.');
    await expectAccessible(container);
  });

  it('closes with Esc, keeps the text, and opens again with the next letter', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().value).toBe('slope');
    await user.keyboard('s');
    answerLocal();
    expect(await screen.findByRole('listbox')).toBeDefined();
  });

  it('shows a skill once where a registry answers it twice', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal([]);
    hear(answered([remote, remote]));
    rest();
    await waitFor(() => expect(options()).toHaveLength(1));
  });
});

describe('before anything is typed', () => {
  beforeEach(async () => {
    await pinSkill(world.database, chart, true, new Date());
    await addAlignment(world.database, newAlignment(), new Date());
  });
  const groups = () => screen.getAllByRole('group').map((one) => one.textContent);

  it('shows what is pinned and what the last page was aligned to, at an arrow key', async () => {
    const { user, container, onChoose } = showSearch();
    await screen.findByRole('button', { name: 'Pinned and recent skills' });
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(groups()).toHaveLength(2));
    expect(groups()[0]).toMatch(/^Pinned.*Chart/);
    expect(groups()[1]).toMatch(/^On the last page.*Slope/);
    await expectAccessible(container);
    await waitFor(() => expect(document.querySelector('.option.is-active')?.textContent).toContain('Chart'));
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(chart);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('shows it at a click, and gives way to what is typed', async () => {
    const { user } = showSearch();
    await screen.findByRole('button', { name: 'Pinned and recent skills' });
    await user.click(field());
    expect(await screen.findByRole('listbox', { name: 'Skills at hand' })).toBeDefined();
    await user.keyboard('s');
    answerLocal([chart]);
    expect(await screen.findByRole('listbox', { name: 'Skills found' })).toBeDefined();
    await user.keyboard('{Backspace}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Pinned and recent skills' }));
    expect(await screen.findByRole('listbox', { name: 'Skills at hand' })).toBeDefined();
  });
});
