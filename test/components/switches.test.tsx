// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Switches } from '../../components/preferences/Switches.tsx';
import { loadWords } from '../../lib/language/load-words.ts';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
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

/** What the browser holds of the badge's permission, and what the person answers when it is asked for. */
const allowed = { has: false, says: true };
beforeEach(() => {
  allowed.has = false;
  allowed.says = true;
  const { permissions } = world.extension.browser;
  permissions.contains.mockImplementation(async () => allowed.has);
  permissions.request.mockImplementation(async () => {
    allowed.has = allowed.says;
    permissions.onAdded.tell();
    return allowed.says;
  });
  permissions.remove.mockImplementation(async () => {
    allowed.has = false;
    permissions.onRemoved.tell();
    return true;
  });
});

const menus = () => screen.getByRole<HTMLInputElement>('switch', { name: /menus/ });
const keyword = () => screen.getByRole<HTMLInputElement>('switch', { name: /Keyword/ });
const badge = () => screen.getByRole<HTMLInputElement>('switch', { name: /toolbar button/ });
const known = () => waitFor(() => expect([menus().disabled, badge().disabled]).toEqual([false, false]));

it('has the menus on and the badge off where nobody chose anything', async () => {
  const { container } = show(<Switches onSay={vi.fn()} />);
  await known();
  expect([menus().checked, badge().checked]).toEqual([true, false]);
  await expectAccessible(container);
});

it('shows the menus as they were left, and switches them by one message', async () => {
  await world.extension.areas.local.set({ preferences: { menus: false } });
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  expect(menus().checked).toBe(false);
  await userEvent.click(menus());
  expect(world.requested).toEqual([{ name: 'showMenus', request: { shown: true } }]);
  await waitFor(() => expect(say).toHaveBeenCalledExactlyOnceWith('The entries are in the menus.'));
  expect(menus().checked).toBe(true);
});

it('goes back where the menus could not be switched', async () => {
  world.answers.set('showMenus', { ok: false, problem: { code: 'M600', message: 'Broken.', advice: '' } });
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  await userEvent.click(menus());
  await waitFor(() => expect(say).toHaveBeenCalledWith('Broken.'));
  expect(menus().checked).toBe(true);
});

it('asks for the badge’s permission when it is switched on, and gives it back', async () => {
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  await userEvent.click(badge());
  expect(world.extension.browser.permissions.request).toHaveBeenCalledExactlyOnceWith({
    permissions: ['webNavigation'],
  });
  await waitFor(() => expect(badge().checked).toBe(true));
  await userEvent.click(badge());
  await waitFor(() => expect(badge().checked).toBe(false));
  expect(say.mock.calls).toEqual([['The badge is on.'], ['The badge is off.']]);
});

it('stays off where the browser does not allow it', async () => {
  allowed.says = false;
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  await userEvent.click(badge());
  await waitFor(() => expect(say).toHaveBeenCalledWith('The browser did not allow it; the badge stays off.'));
  expect(badge().checked).toBe(false);
});

it('follows what the browser’s own settings take back', async () => {
  allowed.has = true;
  show(<Switches onSay={vi.fn()} />);
  await waitFor(() => expect(badge().checked).toBe(true));
  allowed.has = false;
  act(() => world.extension.browser.permissions.onRemoved.tell());
  await waitFor(() => expect(badge().checked).toBe(false));
});

it('says nothing that is no message', async () => {
  speakPseudo();
  const { container } = show(<Switches onSay={vi.fn()} />);
  await waitFor(() =>
    expect(screen.getAllByRole<HTMLInputElement>('switch').some(({ disabled }) => disabled)).toBe(false),
  );
  expect(unsaid(container)).toEqual([]);
  await loadWords();
});

it('switches the keyword by one message, and leaves the menus as they are', async () => {
  await world.extension.areas.local.set({ preferences: { menus: false, keyword: true } });
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  expect(keyword().checked).toBe(true);
  await userEvent.click(keyword());
  expect(world.requested).toEqual([{ name: 'useKeyword', request: { used: false } }]);
  await waitFor(() => expect(say).toHaveBeenCalledExactlyOnceWith('The keyword is off.'));
  expect([menus().checked, keyword().checked]).toEqual([false, false]);
});

it('says why where the keyword cannot be switched, and shows it as it is', async () => {
  world.answers.set('useKeyword', { ok: false, problem: { code: 'M600', message: 'Broken.', advice: '' } });
  const say = vi.fn();
  show(<Switches onSay={say} />);
  await known();
  await userEvent.click(keyword());
  await waitFor(() => expect(keyword().checked).toBe(true));
  expect(say).toHaveBeenCalledOnce();
});
