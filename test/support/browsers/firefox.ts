import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Launch, Surface } from './browser.ts';
import { createAgent } from './firefox-agent.ts';
import { frameScript, processScript } from './firefox-frame.ts';
import { type CallAgent, createWatch, firefoxGlass, runInWindow } from './firefox-glass.ts';
import { downloadPreferences, networkPreferences, quietPreferences, writePreferences } from './firefox-preferences.ts';
import { startFirefox } from './firefox-process.ts';
import { makeFolders, readManifest } from './folders.ts';
import { look } from './look.ts';
import { startNetwork } from './network.ts';
import { createSurface } from './surface.ts';

/** Starts Firefox with the extension installed for this run, and drives it by Marionette from inside its own window. */
export const launchFirefox: Launch = async ({ extension, headless = true }) => {
  const { geckoId } = await readManifest(extension);
  const uuid = randomUUID();
  const base = `moz-extension://${uuid}/`;
  const [network, folders] = await Promise.all([startNetwork(), makeFolders()]);
  const release = () => Promise.all([network.close(), folders.remove()]);
  const preferences = {
    ...quietPreferences,
    ...networkPreferences(network.port),
    ...downloadPreferences(folders.downloads),
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    'layout.css.prefers-color-scheme.content-override': 1,
    'marionette.port': 0,
    'ui.systemUsesDarkTheme': 0,
  };
  await writeFile(join(folders.profile, 'user.js'), writePreferences(preferences));
  const firefox = await startFirefox(folders.profile, headless).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const { marionette } = firefox;
  await marionette.command('Addon:Install', { path: extension, temporary: true });
  await marionette.command('Marionette:SetContext', { value: 'chrome' });
  const options = { addonId: geckoId, base, frame: frameScript(look), process: processScript(geckoId) };
  await runInWindow(marionette, `window.driver = (${createAgent})(window, args)`, options);
  const call: CallAgent = (name, ...args) =>
    runInWindow(marionette, `return window.driver.${name}(...args)`, args) as ReturnType<typeof call<typeof name>>;

  const watch = createWatch(call);
  const ids = new WeakMap<Surface, number>();
  const show = (id: number, what: string) => {
    const surface = createSurface(firefoxGlass(call, watch, id, what));
    ids.set(surface, id);
    return surface;
  };

  const browser: Browser = {
    name: 'firefox',
    version: `Firefox/${firefox.version}`,
    open: async (url) => show(await call('open', url), 'the tab'),
    async clickToolbar(tab) {
      const id = ids.get(tab);
      if (id === undefined) throw new Error('the toolbar button needs an open tab of this browser');
      return show(await call('clickToolbar', id), 'the popup');
    },
    openExtensionPage: async (path) => show(await call('open', base + path), path),
    killBackground: () => call('killBackground'),
    grantHost: (pattern) => call('grantHost', pattern),
    serve: network.serve,
    asked: network.asked,
    setColourScheme: (scheme) => call('setDark', scheme === 'dark'),
    async setOffline(offline) {
      network.setOffline(offline);
      await call('setOffline', offline);
    },
    downloaded: folders.downloaded,
    clipboard: () => call('clipboard'),
    complaints: () => call('complaints'),
    async close() {
      watch.stop();
      marionette.close();
      await firefox.end();
      await release();
    },
  };
  return browser;
};
