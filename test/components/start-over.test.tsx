// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StartOver } from '../../components/preferences/StartOver.tsx';
import { heedReset } from '../../components/ui/heed-reset.ts';
import { resetKey } from '../../lib/domain/reset.ts';
import { t } from '../../lib/language/words.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { alignmentsOf } from '../services/backup-world.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
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
beforeEach(() => localStorage.clear());

async function opened() {
  const user = userEvent.setup();
  const { container } = show(<StartOver onSay={vi.fn()} />);
  await user.click(screen.getByRole('button', { name: t('reset.open') }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await waitFor(() => expect(dialog.queryByText(t('reset.counting'))).toBeNull());
  return { user, container, dialog };
}
const asked = () => world.requested.filter(({ name }) => name === 'startOver').map(({ request }) => request);
/** One alignment, its page and its line of history; then more alignments. */
async function withAlignments(more: number) {
  await addAlignment(world.database, newAlignment(), new Date('2026-03-01T10:00:00.000Z'));
  await world.database.alignments.bulkPut(alignmentsOf(more));
}

describe('starting over', () => {
  it('tells what goes, offers a backup first, and erases once the number was typed', async () => {
    await withAlignments(3);
    const { user, dialog } = await opened();
    const list = within(dialog.getByRole('list', { name: 'What goes' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '4 alignments',
      '1 page',
      '1 line of history',
    ]);
    expect(dialog.getByRole('button', { name: 'Make a backup' })).toBeDefined();
    await expectAccessible(document.body);
    const erase = () => dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase it all' });
    expect(erase().disabled).toBe(true);
    await user.type(dialog.getByRole('textbox'), '5');
    expect(erase().disabled).toBe(true);
    await user.clear(dialog.getByRole('textbox'));
    await user.type(dialog.getByRole('textbox'), '6');
    await user.click(erase());
    expect(asked()).toEqual([{ forgetKey: false }]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('forgets the key only where that is ticked, and offers that only where there is one', async () => {
    const { user, dialog } = await opened();
    expect(dialog.queryByRole('checkbox')).toBeNull();
    await act(async () => {
      const key = { did: 'did:key:z6Mk', privateKey: {} as CryptoKey, made: '2026-03-01T10:00:00.000Z' };
      await world.database.identity.put({ id: 'own', name: '', organisation: '', key });
    });
    await user.click(await dialog.findByRole('checkbox', { name: /^Forget the signing key/ }));
    await user.click(dialog.getByRole('button', { name: 'Erase it all' }));
    expect(asked()).toEqual([{ forgetKey: true }]);
  });

  it('is left without anything done', async () => {
    await withAlignments(1);
    const { user, dialog } = await opened();
    await user.click(dialog.getByRole('button', { name: 'Keep everything' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(asked()).toEqual([]);
    const opener = screen.getByRole('button', { name: 'Erase everything' });
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('says what went wrong, and stays open', async () => {
    world.answers.set('startOver', { ok: false, problem: { code: 'S210', message: 'A newer one wrote it.' } });
    const { user, dialog } = await opened();
    expect(dialog.getByText(/^There is nothing here but settings/)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Erase it all' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('S210');
    await expectAccessible(document.body);
  });

  it('says nothing that is no message', async () => {
    await withAlignments(2);
    speakPseudo();
    await opened();
    for (const part of document.body.children) {
      if (!part.matches('[data-live-announcer]')) expect([unsaid(part), unsaidNames(part)]).toEqual([[], []]);
    }
  });
});

describe('a page', () => {
  const reset = (state: string, at = 1) =>
    world.extension.areas.local.set({ [resetKey]: { state, at, forgetKey: false } });

  it('lets go of what it keeps by itself once all is erased, once for each time', async () => {
    localStorage.setItem('draft:1::x', 'typed before');
    expect(await heedReset(vi.fn())).toBe(false);
    expect(world.requested).toEqual([]);
    await reset('erasing');
    expect(await heedReset(vi.fn())).toBe(false);
    expect(localStorage.getItem('draft:1::x')).toBe('typed before');
    // Whatever it is asked, a worker that died while it erased goes on with that.
    expect(world.requested.map(({ name }) => name)).toEqual(['prepare']);
    await reset('erased');
    expect(await heedReset(vi.fn())).toBe(true);
    expect(localStorage.getItem('draft:1::x')).toBeNull();
    localStorage.setItem('draft:1::x', 'typed after');
    expect(await heedReset(vi.fn())).toBe(false);
    expect(localStorage.getItem('draft:1::x')).toBe('typed after');
    await reset('erased', 2);
    expect(await heedReset(vi.fn())).toBe(true);
  });

  it('begins anew when all is erased, not before, and not where it was opened after that', async () => {
    const [before, meanwhile, after] = [vi.fn(), vi.fn(), vi.fn()];
    const times = () => [before, meanwhile, after].map(({ mock }) => mock.calls.length);
    await heedReset(before);
    await reset('erasing');
    await heedReset(meanwhile);
    expect(times()).toEqual([0, 0, 0]);
    await reset('erased');
    await heedReset(after);
    await reset('erased');
    expect(times()).toEqual([2, 2, 0]);
  });
});
