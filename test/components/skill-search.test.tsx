// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SkillSearch } from '../../components/skill/SkillSearch.tsx';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { useSearch } from '../../lib/state/search.ts';
import { foundSkill, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show } from './screen.tsx';

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
  const [onChoose, onAskAgain, onSay] = [vi.fn(), vi.fn(), vi.fn()];
  const view = show(<SkillSearch aligned={aligned} onChoose={onChoose} onAskAgain={onAskAgain} onSay={onSay} />);
  return { ...view, user: userEvent.setup(), onChoose, onAskAgain, onSay };
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
});
const failed: SearchEvent = {
  registry: registryId,
  name: 'Practice',
  state: 'failed',
  problem: { code: 'R310', message: 'Practice did not answer.', advice: 'Try later.' },
};
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

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

  it('shows each place in a group of its own, and what is still asked', async () => {
    const { user } = showSearch();
    await user.keyboard('slope');
    answerLocal();
    hear({ registry: registryId, name: 'Practice', state: 'asking' });
    expect((await screen.findByRole('group', { name: /^Practice/ })).textContent).toContain('asking');
    hear(answered());
    await waitFor(() => expect(screen.getByRole('group', { name: /^Practice/ }).textContent).toContain('1 found'));
    expect(screen.getByRole('group', { name: /^Starter library/ }).textContent).toContain('kept on this device');
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
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(onAskAgain).toHaveBeenCalledOnce();
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
    const { user } = showSearch(new Map([[slope.uri, 'teaches']]));
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
    expect(container.textContent).toContain('Asked: Starter library, Practice.');
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
