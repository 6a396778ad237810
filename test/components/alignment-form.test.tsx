// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AlignView } from '../../components/alignment/AlignView.tsx';
import { useDraft } from '../../lib/state/draft.ts';
import { useView } from '../../lib/state/view.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptAlignment, registry, show, world } from './screen.tsx';

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

function Form({ publishing = false }: { publishing?: boolean }) {
  const draft = useDraft((state) => state.draft);
  return draft ? (
    <AlignView draft={draft} resource={resource} targets={publishing ? [registry()] : []} />
  ) : (
    <p>the page</p>
  );
}

function showForm(publishing = false) {
  useDraft.getState().begin(foundSkill());
  return show(<Form publishing={publishing} />);
}

const chosen = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole<HTMLInputElement>('radio')
    .find(({ checked }) => checked)?.value;
const relation = () => chosen('What the page does with the skill');
const fitness = () => chosen('How well it fits outline: the skill · disc: the page');

describe('the form', () => {
  it('says which skill, of which page, with what is usual chosen', async () => {
    const { container } = showForm();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Align a skill');
    expect(screen.getByText('of Reading a graph')).toBeDefined();
    expect(container.textContent).toContain(foundSkill().statement);
    expect([relation(), fitness()]).toEqual(['teaches', 'major']);
    await expectAccessible(container);
  });

  it('is done by keyboard alone: arrows choose, Tab goes on, Enter saves', async () => {
    const user = userEvent.setup();
    world.answers.set('addAlignment', { ok: true, value: keptAlignment() });
    showForm();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'teaches' }));
    await user.keyboard('{ArrowRight}');
    expect(relation()).toBe('assesses');
    await user.tab();
    await user.tab();
    expect(document.activeElement?.getAttribute('name')).toBe('fit');
    await user.keyboard('{ArrowRight}{Enter}');
    await screen.findByText('the page');
    expect(world.requested).toEqual([
      {
        name: 'addAlignment',
        request: { resource, skill: foundSkill(), choice: { relation: 'assesses', fit: 'minor' }, publishTo: [] },
      },
    ]);
    expect(useView.getState()).toMatchObject({
      view: 'page',
      notice: { kind: 'saved', created: true, sending: false },
    });
  });

  it('goes back with Esc, wherever the keyboard is, saves nothing, and keeps what was decided as a draft', async () => {
    const user = userEvent.setup();
    showForm();
    await user.click(screen.getByRole('textbox', { name: /^Note/ }));
    await user.keyboard('x{Escape}');
    expect(useView.getState().view).toBe('page');
    expect(useDraft.getState().draft?.choice.note).toBe('x');
    expect(world.requested).toEqual([]);
  });

  it('keeps no draft of which nothing was decided', async () => {
    const user = userEvent.setup();
    showForm();
    await user.keyboard('{Escape}');
    expect(useView.getState().view).toBe('page');
    expect(useDraft.getState().draft).toBeUndefined();
  });

  it('keeps a line break in a note instead of saving', async () => {
    const user = userEvent.setup();
    showForm();
    await user.type(screen.getByRole('textbox', { name: /^Note/ }), 'a{Enter}b');
    expect(useDraft.getState().draft?.choice.note).toBe('a\nb');
    await user.clear(screen.getByRole('textbox', { name: /^Note/ }));
    expect(useDraft.getState().draft?.choice.note).toBeUndefined();
    expect(world.requested).toEqual([]);
  });

  it('offers all seven relations, each with its explanation, and puts the keyboard on the chosen one', async () => {
    const user = userEvent.setup();
    const { container } = showForm();
    await user.click(screen.getByRole('button', { name: 'more' }));
    const group = screen.getByRole('group', { name: 'What the page does with the skill' });
    expect(within(group).getAllByRole('radio')).toHaveLength(7);
    await waitFor(() => expect(document.activeElement?.getAttribute('value')).toBe('teaches'));
    await user.click(screen.getByRole('radio', { name: /reading level/ }));
    expect(relation()).toBe('readingLevel');
    await expectAccessible(container);
  });

  it('stays with all that was chosen when saving fails, and says why', async () => {
    const user = userEvent.setup();
    const problem = { code: 'S201', message: 'Not saved: full.', advice: 'Your draft is kept.' };
    world.answers.set('addAlignment', { ok: false, problem });
    const { container } = showForm();
    await user.click(screen.getByRole('radio', { name: 'requires' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not saved: full.');
    expect(alert.textContent).toContain('S201');
    expect(relation()).toBe('requires');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false);
    await expectAccessible(container);
  });

  it('saves once, however often the button is pressed', async () => {
    const user = userEvent.setup();
    world.answers.set('addAlignment', { ok: true, value: keptAlignment() });
    showForm();
    await user.dblClick(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('the page');
    expect(world.requested).toHaveLength(1);
  });

  it('saves and publishes where a registry takes alignments, and offers it nowhere else', async () => {
    const user = userEvent.setup();
    world.answers.set('addAlignment', { ok: true, value: keptAlignment() });
    showForm(true);
    await user.click(screen.getByRole('button', { name: 'Save and publish' }));
    await screen.findByText('the page');
    expect(world.requested[0]?.request.publishTo).toEqual([registryId]);
    expect(useView.getState().notice).toMatchObject({ kind: 'saved', sending: true });
    cleanup();
    showForm(false);
    expect(screen.queryByRole('button', { name: 'Save and publish' })).toBeNull();
  });

  it('changes an alignment by the revision that the person saw', async () => {
    const user = userEvent.setup();
    world.answers.set('changeAlignment', { ok: true, value: keptAlignment({ revision: 4 }) });
    useDraft.getState().edit(keptAlignment({ revision: 3, note: 'p. 3' }));
    show(<Form />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Change an alignment');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ }).value).toBe('p. 3');
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('the page');
    const choice = { relation: 'teaches', fit: 'major', note: 'p. 3' };
    expect(world.requested).toEqual([
      { name: 'changeAlignment', request: { id: keptAlignment().id, revision: 3, choice, publishTo: [] } },
    ]);
    expect(useView.getState().notice).toMatchObject({ kind: 'saved', created: false });
  });

  it('says that a draft was found again, and lets it go', async () => {
    const user = userEvent.setup();
    useDraft.getState().begin(foundSkill());
    const { draft } = useDraft.getState();
    if (draft) useDraft.getState().restore(draft);
    show(<Form />);
    expect(screen.getByRole('status').textContent).toMatch(/^Draft of .+ restored/);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByText('the page')).toBeDefined();
    expect(useDraft.getState().draft).toBeUndefined();
  });
});
