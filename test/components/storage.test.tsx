// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepStorage } from '../../components/registry/kept-storage.ts';
import { Storage } from '../../components/registry/Storage.tsx';
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
afterEach(() => Reflect.deleteProperty(navigator, 'storage'));

type Saying = { persisted?: boolean; persist?: boolean; scheme: string; permission?: boolean };

/** A browser that says this of its storage. Answers what it was asked, in order. */
function browserSaying({ persisted = false, persist = false, scheme, permission = true }: Saying): string[] {
  const asked: string[] = [];
  const say = <T,>(what: string, value: T) => {
    asked.push(what);
    return Promise.resolve(value);
  };
  const storage = {
    persisted: () => say('persisted', persisted),
    persist: () => say('persist', persist),
    estimate: () => Promise.resolve({ usage: 2_400_000 }),
  };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  held.browser = {
    runtime: { getURL: () => `${scheme}://id/` },
    permissions: { contains: () => Promise.resolve(permission) },
  };
  return asked;
}

describe('keeping the storage', () => {
  it('asks nothing where the browser keeps it already', async () => {
    const asked = browserSaying({ persisted: true, scheme: 'moz-extension' });
    expect(await keepStorage()).toBe(true);
    expect(asked).toEqual(['persisted']);
  });

  it('takes the word of Firefox, which says yes or no', async () => {
    browserSaying({ persist: true, scheme: 'moz-extension' });
    expect(await keepStorage()).toBe(true);
    browserSaying({ persist: false, scheme: 'moz-extension' });
    expect(await keepStorage()).toBe(false);
  });

  it('knows that Chromium says no and keeps it all the same, for extensions with the permission', async () => {
    browserSaying({ scheme: 'chrome-extension' });
    expect(await keepStorage()).toBe(true);
    browserSaying({ scheme: 'chrome-extension', permission: false });
    expect(await keepStorage()).toBe(false);
  });

  it('is no reason to fail where the browser has no storage to ask for', async () => {
    expect(await keepStorage()).toBe(false);
  });
});

describe('the storage in the options', () => {
  it('is told with how much is in use, without a question where it is kept', async () => {
    browserSaying({ persisted: true, scheme: 'moz-extension' });
    const { container } = show(<Storage onSay={() => {}} />);
    await screen.findByText('2.4 MB in use');
    screen.getByText('Kept');
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });

  it('can be asked for where it is not, and says what came of it', async () => {
    browserSaying({ scheme: 'moz-extension' });
    const said: string[] = [];
    show(<Storage onSay={(text) => said.push(text)} />);
    const button = await screen.findByRole('button', { name: 'Ask the browser to keep it' });
    const user = userEvent.setup();
    await user.click(button);
    expect(said).toEqual(['The browser did not agree. Keep a backup.']);
    browserSaying({ persist: true, scheme: 'moz-extension' });
    await user.click(button);
    await screen.findByText('Kept');
    expect(said.at(-1)).toBe('The browser keeps it now.');
  });

  it('says so where the browser tells nothing', async () => {
    show(<Storage onSay={() => {}} />);
    await screen.findByText('The browser does not say how much that is.');
  });
});
