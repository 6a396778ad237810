import { expect, it } from 'vitest';
import { createWelcome } from '../../lib/services/welcome.ts';

async function openedAt(reason: string, type: string): Promise<unknown[]> {
  const opened: unknown[] = [];
  const welcome = createWelcome({
    installType: async () => type,
    openTab: async (path, active) => opened.push([path, active ? 'in front' : 'behind']),
  });
  await welcome(reason);
  return opened;
}

it.each(['normal', 'sideload', 'other'])('greets in front at the first install (%s)', async (type) => {
  expect(await openedAt('install', type)).toEqual([['/welcome.html', 'in front']]);
});

it('leaves the tab in front to who develops it', async () => {
  expect(await openedAt('install', 'development')).toEqual([['/welcome.html', 'behind']]);
});

it.each(['update', 'browser_update', 'chrome_update', 'shared_module_update'])(
  'greets nobody at an %s',
  async (reason) => {
    expect(await openedAt(reason, 'normal')).toEqual([]);
  },
);

it('greets nobody where an administrator installed it', async () => {
  expect(await openedAt('install', 'admin')).toEqual([]);
});
