// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Shortcuts } from '../../components/preferences/Shortcuts.tsx';
import { loadWords } from '../../lib/language/load-words.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
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

const suggested = { _execute_action: 'Alt+Shift+A', 'quote-selection': 'Alt+Shift+Q' } as const;

/** The keys that the browser has for each command, by its name. */
const keys = new Map<string, string>();
const say = vi.fn();
beforeEach(() => {
  keys.clear();
  say.mockClear();
  for (const [name, one] of Object.entries(suggested)) keys.set(name, one);
  const { runtime, commands } = world.extension.browser;
  runtime.getManifest.mockReturnValue({
    commands: Object.fromEntries(
      Object.entries(suggested).map(([name, one]) => [name, { suggested_key: { default: one } }]),
    ),
  });
  commands.getAll.mockImplementation(async () =>
    [...keys].map(([name, shortcut]) => ({ name, shortcut, description: `About ${name}` })),
  );
});

/** A browser that lets extensions change keys, as Firefox does. It knows which it takes. */
function lettingUsChange() {
  const update = vi.fn(async ({ name, shortcut }: { name: string; shortcut: string }) => {
    if (shortcut.includes('F12')) throw new Error('reserved');
    keys.set(name, shortcut);
  });
  const reset = vi.fn(async (name: keyof typeof suggested) => void keys.set(name, suggested[name]));
  Object.assign(world.extension.browser.commands, { update, reset });
  return { update, reset };
}

const lines = async () => (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);

it('lists what each command does and its keys', async () => {
  const { container } = show(<Shortcuts onSay={say} />);
  const [first, second] = await lines();
  expect(first).toMatch(/^Open Plumbline.*Alt\+Shift\+A$/);
  expect(second).toMatch(/^Quote the selection as evidence.*Alt\+Shift\+Q$/);
  await expectAccessible(container);
});

it('shows a command that it has no words for by the browser’s', async () => {
  keys.set('later', 'Alt+L');
  show(<Shortcuts onSay={say} />);
  expect((await lines())[2]).toBe('About laterAlt+L');
});

describe('a conflict', () => {
  it('is said where another has the keys that were suggested', async () => {
    keys.set('_execute_action', '');
    const { container } = show(<Shortcuts onSay={say} />);
    expect((await lines())[0]).toContain('Alt+Shift+A was suggested, but another extension or the browser has that');
    await expectAccessible(container);
  });

  it('is said where two of ours have the same', async () => {
    keys.set('_execute_action', 'Alt+Shift+Q');
    show(<Shortcuts onSay={say} />);
    const [first, second] = await lines();
    expect(first).toContain('The same keys are those of “Quote the selection as evidence”.');
    expect(second).toContain('The same keys are those of “Open Plumbline”.');
  });

  it('is gone when it was solved elsewhere and the page is looked at again', async () => {
    keys.set('_execute_action', '');
    show(<Shortcuts onSay={say} />);
    await lines();
    keys.set('_execute_action', 'Alt+Shift+Y');
    act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(async () => expect((await lines())[0]).toMatch(/Alt\+Shift\+Y$/));
  });
});

describe('where the browser lets nobody else change keys', () => {
  it('opens the page on which it does', async () => {
    show(<Shortcuts onSay={say} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Change them in the browser’s settings' }));
    expect(world.extension.browser.tabs.create).toHaveBeenCalledExactlyOnceWith({
      url: 'chrome://extensions/shortcuts',
    });
    expect(screen.queryByRole('button', { name: /^Change the keys/ })).toBeNull();
  });
});

describe('where the browser lets us change keys', () => {
  const change = () => screen.findByRole('button', { name: 'Change the keys of “Open Plumbline”' });
  const field = () => screen.getByRole('textbox', { name: /^New keys for “Open Plumbline”/ });
  const press = (over: object) => fireEvent.keyDown(field(), over);

  it('takes those that are pressed, says so, and gives the keyboard back', async () => {
    const { update } = lettingUsChange();
    const { container } = show(<Shortcuts onSay={say} />);
    await userEvent.click(await change());
    expect(document.activeElement).toBe(field());
    await expectAccessible(container);
    press({ key: 'Control', code: 'ControlLeft', ctrlKey: true });
    press({ key: 'Y', code: 'KeyY', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(say).toHaveBeenCalledWith('“Open Plumbline” has Ctrl+Shift+Y now.'));
    expect(update.mock.calls).toEqual([[{ name: '_execute_action', shortcut: 'Ctrl+Shift+Y' }]]);
    expect((await lines())[0]).toContain('Ctrl+Shift+Y');
    expect(document.activeElement).toBe(await change());
  });

  it('says what can be no shortcut, and what the browser does not take', async () => {
    const { update } = lettingUsChange();
    const { container } = show(<Shortcuts onSay={say} />);
    await userEvent.click(await change());
    press({ key: 'y', code: 'KeyY' });
    expect((await screen.findByRole('alert')).textContent).toContain('That can be no shortcut.');
    expect(update).not.toHaveBeenCalled();
    press({ key: 'F12', code: 'F12', ctrlKey: true });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('does not take Ctrl+F12'));
    expect(keys.get('_execute_action')).toBe('Alt+Shift+A');
    await expectAccessible(container);
  });

  it('is left by Escape, and Tab goes on', async () => {
    lettingUsChange();
    show(<Shortcuts onSay={say} />);
    await userEvent.click(await change());
    await userEvent.tab();
    expect(document.activeElement).not.toBe(field());
    field().focus();
    press({ key: 'Escape', code: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(await change());
  });

  it('takes the keys away and gives the suggested ones back', async () => {
    const { reset } = lettingUsChange();
    show(<Shortcuts onSay={say} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the keys of “Open Plumbline”' }));
    await waitFor(() => expect(say).toHaveBeenCalledWith('“Open Plumbline” has no keys now.'));
    await userEvent.click(await screen.findByRole('button', { name: 'Give “Open Plumbline” its Alt+Shift+A back' }));
    await waitFor(() => expect(reset).toHaveBeenCalledExactlyOnceWith('_execute_action'));
    await waitFor(() => expect(keys.get('_execute_action')).toBe('Alt+Shift+A'));
  });
});

it('says nothing that is no message', async () => {
  speakPseudo();
  lettingUsChange();
  keys.set('_execute_action', '');
  const { container } = show(<Shortcuts onSay={say} />);
  await lines();
  for (const button of screen.getAllByRole('button', { name: /Chángê/ })) await userEvent.click(button);
  expect([unsaid(container), unsaidNames(container)]).toEqual([[], []]);
  await loadWords('en');
});
