import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Launch, LaunchOptions, Surface } from './browser.ts';
import { createAgent } from './firefox-agent.ts';
import { frameScript, processScript } from './firefox-frame.ts';
import { type CallAgent, createWatch, firefoxGlass, goneMessage, runInWindow } from './firefox-glass.ts';
import { downloadPreferences, networkPreferences, quietPreferences, writePreferences } from './firefox-preferences.ts';
import { startFirefox } from './firefox-process.ts';
import { makeFolders, readManifest } from './folders.ts';
import { look } from './look.ts';
import { startNetwork } from './network.ts';
import { opening, type Undo } from './opening.ts';
import { createSurface } from './surface.ts';

/** Starts Firefox with the extension installed for this run, and drives it by Marionette from inside its own window. */
export const launchFirefox: Launch = (options) => opening((onClose, close) => launch(options, onClose, close));

async function launch(
  { extension, headless = true }: LaunchOptions,
  onClose: (undo: Undo) => void,
  close: () => Promise<void>,
): Promise<Browser> {
  const { geckoId } = await readManifest(extension);
  const uuid = randomUUID();
  const base = `moz-extension://${uuid}/`;
  const folders = await makeFolders();
  onClose(folders.remove);
  const network = await startNetwork();
  onClose(network.close);
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
  const { marionette, version, end } = await startFirefox(folders.profile, headless);
  onClose(end);
  await marionette.command('Addon:Install', { path: resolve(extension), temporary: true });
  await marionette.command('Marionette:SetContext', { value: 'chrome' });
  const options = {
    addonId: geckoId,
    base,
    frame: frameScript(look),
    process: processScript(geckoId),
    gone: goneMessage,
  };
  await runInWindow(marionette, `window.driver = (${createAgent})(window, args)`, options);
  const call: CallAgent = (name, ...args) =>
    runInWindow(marionette, `return window.driver.${name}(...args)`, args) as ReturnType<typeof call<typeof name>>;

  const watch = createWatch(call);
  onClose(watch.stop);
  const ids = new WeakMap<Surface, number>();
  const show = (id: number, what: string) => {
    const surface = createSurface(firefoxGlass(call, watch, id, what));
    ids.set(surface, id);
    return surface;
  };

  const browser: Browser = {
    name: 'firefox',
    version: `Firefox/${version}`,
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
    close,
  };
  return browser;
}
