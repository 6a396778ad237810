// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { addAlignment, changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { newAlignment } from '../support/samples.ts';
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

const theirs: AlignmentChoice = { relation: 'teaches', fit: 'exact', note: 'Theirs' };
const refusal = { ok: false, problem: { code: 'S220', message: 'Somebody saved this alignment in another window.' } };

/** The form of an alignment, in which a note is typed; another window may do something meanwhile. */
async function editing() {
  const user = userEvent.setup();
  const { resource } = newAlignment();
  const kept = await addAlignment(world.database, newAlignment(), new Date());
  const { container } = show(<PageSurface />);
  act(() => {
    usePage.getState().begin(resource.address);
    usePage.getState().take({ resource, declared: [], sources: [], warnings: [] });
    useDraft.getState().edit(kept);
  });
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ });
  await user.type(note, 'Mine');
  const meanwhile = {
    save: (choice = theirs) =>
      changeAlignment(world.database, { id: kept.id, revision: 1, choice, publishTo: [] }, new Date(), 'library'),
    remove: () => removeAlignment(world.database, kept, new Date(), 'library'),
  };
  return { user, container, kept, note, meanwhile };
}

const versions = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
const button = (name: string) => screen.findByRole('button', { name });
const requested = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);

describe('an alignment that another window saved while it is changed', () => {
  it('stands in both versions side by side, and nobody is interrupted in the middle of a word', async () => {
    const { user, container, note, meanwhile } = await editing();
    await meanwhile.save();
    expect((await screen.findByRole('alert')).textContent).toContain('Saved in another window meanwhile');
    expect(versions()).toEqual([
      ['', 'Theirs', 'Mine'],
      ['Fit', 'exact', 'major'],
      ['Note', 'Theirs', 'Mine'],
    ]);
    expect(container.textContent).toContain('in the library');
    expect(document.activeElement).toBe(note);
    await user.type(note, ' too');
    expect(versions()[2]).toEqual(['Note', 'Theirs', 'Mine too']);
    await expectAccessible(container);
  });

  it('is refused when it is saved, and the keyboard goes to what is to be decided', async () => {
    const { user, meanwhile } = await editing();
    await meanwhile.save();
    await screen.findByRole('alert');
    world.answers.set('changeAlignment', refusal);
    await user.click(await button('Save'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Saved in another window meanwhile'));
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('is saved over what is saved now where the person says so', async () => {
    const { user, kept, meanwhile } = await editing();
    const saved = await meanwhile.save();
    world.answers.set('changeAlignment', { ok: true, value: { ...saved, revision: 3 } });
    await user.click(await button('Save mine over it'));
    expect(await screen.findByText('Saved on this device')).toBeDefined();
    expect(requested('changeAlignment')).toEqual([
      { id: kept.id, revision: 2, choice: { relation: 'teaches', fit: 'major', note: 'Mine' }, publishTo: [] },
    ]);
  });

  it('stays as they saved it where the person says so, and one’s own version can be had back', async () => {
    const { user, meanwhile } = await editing();
    await meanwhile.save();
    await user.click(await button('Keep theirs'));
    expect(await screen.findByText('Your version is let go. Undo brings it back.')).toBeDefined();
    expect(useDraft.getState().draft).toBeUndefined();
    await user.click(await button('Undo'));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ })).value).toBe('Mine');
    expect(await button('Keep theirs')).toBeDefined();
    expect(requested('changeAlignment')).toEqual([]);
  });

  it('is said to be the same where both wrote the same', async () => {
    const { meanwhile } = await editing();
    await meanwhile.save({ relation: 'teaches', fit: 'major', note: 'Mine' });
    expect(await screen.findByText('Both say the same.')).toBeDefined();
  });
});

describe('an alignment that another window removed while it is changed', () => {
  it('is saved as a new one where the person says so', async () => {
    const { user, container, kept, meanwhile } = await editing();
    await meanwhile.remove();
    expect((await screen.findByRole('alert')).textContent).toContain('Removed in another window meanwhile');
    await expectAccessible(container);
    world.answers.set('addAlignment', { ok: true, value: { ...kept, id: crypto.randomUUID() } });
    await user.click(await button('Save it as new'));
    expect(await screen.findByText('Saved on this device')).toBeDefined();
    expect(requested('addAlignment')).toMatchObject([{ choice: { note: 'Mine' }, skill: { uri: kept.skill.uri } }]);
  });

  it('is let go where the person says so', async () => {
    const { user, meanwhile } = await editing();
    await meanwhile.remove();
    await user.click(await button('Let it go'));
    expect(await screen.findByText('Your version is let go')).toBeDefined();
    expect(useDraft.getState().draft).toBeUndefined();
  });
});
