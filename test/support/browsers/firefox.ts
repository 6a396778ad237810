import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Launch, LaunchOptions, Surface } from './browser.ts';
import { createAgent } from './firefox-agent.ts';
import { frameScript, processScript } from './firefox-frame.ts';
import { type CallAgent, createWatch, firefoxGlass, goneMessage, runInWindow } from './firefox-glass.ts';
import { downloadPreferences, networkPreferences, quietPreferences, writePreferences } from './firefox-preferences.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { makeFolders, readManifest } from './folders.ts';
import { look } from './look.ts';
import { startNetwork } from './network.ts';
import { opening, type Undo } from './opening.ts';
import { createSurface } from './surface.ts';
import { until } from './until.ts';

/** Starts Firefox with the extension installed for this run, and drives it by Marionette from inside its own window. */
export const launchFirefox: Launch = (options) => opening((onClose, close) => launch(options, onClose, close));

async function launch(
  { extension, headless = true, storageLimit }: LaunchOptions,
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
    'browser.sessionstore.resume_from_crash': false,
    // An extension that is installed for one run is uninstalled at its end: what it keeps has to outlive that, and does
    // under the same address.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    ...(storageLimit !== undefined && { 'dom.quotaManager.temporaryStorage.fixedLimit': storageLimit }),
    'layout.css.prefers-color-scheme.content-override': 1,
    'marionette.port': 0,
    // Alt, let go of after a command's keys, would open the menu bar, which takes all keys then.
    'ui.key.menuAccessKeyFocuses': false,
    'ui.systemUsesDarkTheme': 0,
  };
  await writeFile(join(folders.profile, 'user.js'), writePreferences(preferences));
  const options = {
    addonId: geckoId,
    base,
    frame: frameScript(look),
    process: processScript(geckoId),
    gone: goneMessage,
  };
  const install = async ({ marionette }: FirefoxProcess) => {
    await marionette.command('Addon:Install', { path: resolve(extension), temporary: true });
    await marionette.command('Marionette:SetContext', { value: 'chrome' });
    await runInWindow(marionette, `window.driver = (${createAgent})(window, args)`, options);
  };
  let firefox = await startFirefox(folders.profile, headless);
  onClose(() => firefox.end());
  await install(firefox);
  const call: CallAgent = (name, ...args) =>
    runInWindow(firefox.marionette, `return window.driver.${name}(...args)`, args) as ReturnType<
      typeof call<typeof name>
    >;

  let watch = createWatch(call);
  onClose(() => watch.stop());
  const granted: string[] = [];
  const complaints: string[] = [];
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
    outside: {
      async openMenu(on, css) {
        const id = ids.get(on);
        if (id === undefined) throw new Error('a menu needs a page of this browser');
        await on.waitFor({ css });
        const [x = 0, y = 0] = await on.evaluate((wanted) => {
          const box = document.querySelector(wanted)?.getBoundingClientRect();
          return box ? [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2] : [];
        }, css);
        return call('openMenu', id, x, y);
      },
      chooseInMenu: (entry) => call('chooseInMenu', entry),
      async suggest(text, line) {
        await call('typeAddress', text);
        return until(`a line ${line}`, async () => {
          const lines = await call('suggestions');
          return lines.some((one) => line.test(one)) ? lines : undefined;
        });
      },
      async press(chord) {
        const keys = chord.split('+');
        await call('pressInWindow', keys.at(-1) ?? '', keys.slice(0, -1));
      },
      popup: async () => show(await call('popup'), 'the popup'),
      front: (address) =>
        until(`a tab at ${address}`, async () => {
          const front = await call('front');
          return front.id !== 0 && address.test(front.address) ? show(front.id, 'the tab') : undefined;
        }),
    },
    panel: async () => show(await call('panel'), 'the sidebar'),
    openExtensionPage: async (path) => show(await call('open', base + path), path),
    openExtensionWindow: async (path) => show(await call('openWindow', base + path), path),
    killBackground: () => call('killBackground'),
    setEnabled: (enabled) => call('setEnabled', enabled),
    async reinstall() {
      await firefox.marionette.command('Addon:Install', { path: resolve(extension), temporary: true });
    },
    async restart(how) {
      complaints.push(...(await call('complaints')));
      watch.stop();
      await firefox.end(how);
      // The next one has another port.
      await rm(join(folders.profile, 'MarionetteActivePort'), { force: true });
      firefox = await startFirefox(folders.profile, headless);
      await install(firefox);
      for (const pattern of granted) await call('grantHost', pattern);
      watch = createWatch(call);
    },
    grantHost: (pattern) => {
      granted.push(pattern);
      return call('grantHost', pattern);
    },
    serve: network.serve,
    asked: network.asked,
    setColourScheme: (scheme) => call('setColourScheme', scheme),
    async setOffline(offline) {
      network.setOffline(offline);
      await call('setOffline', offline);
    },
    downloaded: folders.downloaded,
    clipboard: () => call('clipboard'),
    complaints: async () => [...complaints, ...(await call('complaints'))],
    close,
  };
  return browser;
}
