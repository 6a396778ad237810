// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { useDraft } from '../../lib/state/draft.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
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

const { resource } = newAlignment();
const undo = '22222222-2222-4222-8222-222222222222';
const skills = ['Ratio', 'Rate', 'Slope'].map((name) =>
  foundSkill({ uri: `https://skills.example/${name}`, name, statement: `${name} in words.`, code: undefined }),
);

/** The popup with a search that found all three. */
async function showFound() {
  world.answers.set('completeSkill', { ok: false, problem: { code: 'R310', message: 'It did not answer.' } });
  usePage.getState().name(resource);
  const view = show(<PageSurface />);
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Find a skill to align' });
  const user = userEvent.setup();
  await user.click(field);
  await user.keyboard('in words');
  act(() => useSearch.getState().answerLocal('in words', skills));
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
  // Spoken once the search comes to rest: what is spoken after that is of what the test does.
  await screen.findByText(/^3 skills/, { selector: '[role=status]' });
  return { ...view, user, field };
}
const marked = () => useMarked.getState().skills.map(({ name }) => name);
const order = () => screen.getAllByRole('option').map(({ textContent }) => textContent ?? '');
const completed = (uri: string) => world.requested.some(({ request }) => JSON.stringify(request).includes(uri));

describe('several skills at once', () => {
  it('are marked by Ctrl, ⌘ or Alt with Enter, said, and go on together with Enter', async () => {
    const { user, container } = await showFound();
    const names = order().map((text) => /Ratio|Rate|Slope/.exec(text)?.[0]);
    await user.keyboard('{Control>}{Enter}{/Control}{ArrowDown}{Alt>}{Enter}{/Alt}');
    expect(marked()).toEqual(names.slice(0, 2));
    expect(screen.getByRole('status').textContent).toBe('2 skills chosen.');
    expect(screen.getAllByRole('option', { name: /Marked/ })).toHaveLength(2);
    await expectAccessible(container);
    await user.keyboard('{Meta>}{Enter}{/Meta}');
    expect(marked()).toEqual(names.slice(0, 1));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Align 2 skills');
    expect(marked()).toEqual([]);
    await waitFor(() => expect(skills.filter(({ uri }) => completed(uri))).toHaveLength(2));
  });

  it('are marked by the box of each row, which leaves the keyboard in the field', async () => {
    const { user, field } = await showFound();
    for (const box of document.querySelectorAll('.option .mark')) await user.click(box);
    expect(marked()).toHaveLength(3);
    expect(document.activeElement).toBe(field);
    expect(useDraft.getState().draft).toBeUndefined();
  });

  it('stand below the search, where each can be taken out and the keyboard is never lost', async () => {
    const { user, container, field } = await showFound();
    act(() => useMarked.getState().mark(skills));
    await user.keyboard('{Escape}');
    const strip = within(screen.getByRole('region', { name: '3 skills chosen' }));
    await expectAccessible(container);
    await user.click(strip.getByRole('button', { name: 'Take out Rate' }));
    expect(marked()).toEqual(['Ratio', 'Slope']);
    expect(document.activeElement?.textContent).toBe('2 skills chosen');
    await user.click(screen.getByRole('button', { name: 'Take out all' }));
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('region', { name: /chosen/ })).toBeNull();
  });

  it('have one form, and are saved by one message', async () => {
    world.answers.set('addAlignments', { ok: true, value: { undo, created: 2, changed: 1 } });
    world.answers.set('takeBack', { ok: true, value: { restored: 3, left: 0 } });
    const { user, container } = await showFound();
    act(() => useMarked.getState().mark(skills));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Align 3 skills' }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'teaches' }));
    await expectAccessible(container);
    await user.keyboard('{ArrowRight}');
    await user.click(screen.getByRole('button', { name: 'Save 3' }));
    expect(
      await screen.findByText('Saved on this device: 2 new, 1 there already and changed', { selector: 'strong' }),
    ).toBeDefined();
    expect(world.requested.filter(({ name }) => name === 'addAlignments')).toEqual([
      {
        name: 'addAlignments',
        request: {
          resource,
          skills: skills.map((skill) => ({ skill: JSON.parse(JSON.stringify(skill)) })),
          choice: { relation: 'assesses', fit: 'major' },
          publishTo: [],
        },
      },
    ]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findAllByText('Taken back')).not.toHaveLength(0);
    expect(world.requested.at(-1)).toEqual({ name: 'takeBack', request: { undo } });
  });

  it('are marked again when the form is left before anything was decided', async () => {
    const { user } = await showFound();
    act(() => useMarked.getState().mark(skills));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Align 3 skills' }));
    await user.keyboard('{Escape}');
    expect(marked()).toEqual(['Ratio', 'Rate', 'Slope']);
    expect(useDraft.getState().draft).toBeUndefined();
  });

  it('become one where the others are left out in the form', async () => {
    const { user } = await showFound();
    act(() => useMarked.getState().mark(skills.slice(1)));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Align 2 skills' }));
    await user.click(screen.getByRole('button', { name: 'Leave out Rate' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Align a skill');
    expect(useDraft.getState().draft).toMatchObject({ skill: { name: 'Slope' } });
    expect(useDraft.getState().draft?.more).toBeUndefined();
    expect(document.activeElement?.tagName).toBe('INPUT');
  });
});

describe('the same as the last page', () => {
  const lastPage = { ...resource, address: 'https://lessons.example/before' };
  const alignLast = async (relations: readonly ('teaches' | 'assesses')[]) => {
    for (const [index, relation] of relations.entries()) {
      const skill = { ...(skills[index] ?? foundSkill()), taken: '2026-03-01T09:59:00.000Z' };
      const made = newAlignment({ resource: lastPage, skill, choice: { relation, fit: 'minor' } });
      await addAlignment(world.database, made, new Date(Date.parse('2026-03-01T10:00:00Z') + index));
    }
  };
  const open = async (name: string) => {
    world.answers.set('completeSkill', { ok: false, problem: { code: 'R310', message: 'It did not answer.' } });
    usePage.getState().name(resource);
    const view = show(<PageSurface />);
    await userEvent.click(await screen.findByRole('button', { name }));
    return view;
  };

  it('opens the form with its skills, and saves nothing by itself', async () => {
    await alignLast(['assesses', 'assesses']);
    const { container } = await open('Same as the last page: 2 skills');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Align 2 skills');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'assesses' }).checked).toBe(true);
    expect(useDraft.getState().draft?.choice.fit).toBe('minor');
    expect(world.requested.filter(({ name }) => name.startsWith('addAlignment'))).toEqual([]);
    await expectAccessible(container);
  });

  it('keeps the relation of each where they differ, until one is chosen for all', async () => {
    await alignLast(['teaches', 'assesses']);
    const { container } = await open('Same as the last page: 2 skills');
    const list = screen.getByRole('region', { name: 'The chosen skills' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringMatching(/^teaches.*Ratio/), expect.stringMatching(/^assesses.*Rate/)]);
    expect(screen.queryByRole('radio', { name: 'teaches' })).toBeNull();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Choose one for all' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'teaches' })));
  });
});
