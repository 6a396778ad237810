import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer, { type Page, type Browser as Puppet, type Target } from 'puppeteer-core';
import type { Browser, ColourScheme, Launch, LaunchOptions, Surface } from './browser.ts';
import { gatherComplaints } from './chromium-complaints.ts';
import { chromiumGlass } from './chromium-glass.ts';
import { executableOf } from './executable.ts';
import { makeFolders, readManifest } from './folders.ts';
import { startNetwork } from './network.ts';
import { opening, type Undo } from './opening.ts';
import { createSurface } from './surface.ts';
import { until, within } from './until.ts';

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=HttpsUpgrades,OptimizationHints,MediaRouter,NetworkTimeServiceQuerying',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium over a pipe, with the extension installed as an unpacked one. */
export const launchChromium: Launch = (options) => opening((onClose, close) => launch(options, onClose, close));

async function launch(
  { extension, headless = true }: LaunchOptions,
  onClose: (undo: Undo) => void,
  close: () => Promise<void>,
): Promise<Browser> {
  const executablePath = executableOf('chromium');
  const { popup } = await readManifest(extension);
  const folders = await makeFolders();
  onClose(folders.remove);
  const network = await startNetwork();
  onClose(network.close);
  const start = () =>
    puppeteer.launch({
      executablePath,
      headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: folders.profile,
      defaultViewport: null,
      downloadBehavior: { policy: 'allow', downloadPath: folders.downloads },
      args: [
        ...quiet,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--enable-unsafe-extension-debugging',
        '--enable-blink-features=ComputedAccessibilityInfo',
        '--window-size=1280,900',
        `--proxy-server=http://127.0.0.1:${network.port}`,
        '--proxy-bypass-list=<-loopback>',
        `--ignore-certificate-errors-spki-list=${network.fingerprint}`,
      ],
    });
  let puppet = await start();
  onClose(() => puppet.close());
  const id = await puppet.installExtension(resolve(extension));
  const base = `chrome-extension://${id}/`;
  const pages = new Map<Surface, Page>();
  let complaints = gatherComplaints(puppet, base);
  let scheme: ColourScheme = 'light';
  let offline = false;

  const dress = async (page: Page) => {
    try {
      await emulate(page, scheme);
      await page.setOfflineMode(offline);
    } catch (error) {
      if (!page.isClosed()) throw error;
    }
  };
  const dressAll = () => Promise.all([...pages.values()].map(dress));

  const show = async (page: Page, what: string): Promise<Surface> => {
    complaints.heed(page);
    const glass = chromiumGlass(page, what);
    const surface = createSurface(glass);
    pages.set(surface, page);
    void glass.closed.then(() => pages.delete(surface));
    await dress(page);
    return surface;
  };

  const open = async (url: string, what: string) => {
    const page = await puppet.newPage();
    const surface = await show(page, what);
    try {
      await page.goto(url);
    } catch (error) {
      await page.close();
      throw new Error(`${url} cannot be had`, { cause: error });
    }
    return surface;
  };

  const browser: Browser = {
    name: 'chromium',
    version: await puppet.version(),
    open: (url) => open(url, 'the tab'),
    async clickToolbar(tab) {
      const page = pages.get(tab);
      const installed = (await puppet.extensions()).get(id);
      if (!page || !installed) throw new Error('the toolbar button needs an open tab of this browser');
      await page.bringToFront();
      const before = new Set(puppet.targets());
      await page.triggerExtensionAction(installed);
      const isPopup = (target: Target) => !before.has(target) && target.url().startsWith(`${base}${popup}`);
      const target = await until('the popup', () => puppet.targets().find(isPopup), {
        instead: () =>
          puppet
            .targets()
            .map((each) => `${each.type()} ${each.url()}`)
            .join('\n'),
      });
      return show(await target.asPage(), 'the popup');
    },
    async panel() {
      const isPanel = (target: Target) => target.url() === `${base}sidepanel.html`;
      const target = await until('the side panel', () => puppet.targets().find(isPanel));
      return show(await target.asPage(), 'the side panel');
    },
    openExtensionPage: (path) => open(base + path, path),
    async openExtensionWindow(path) {
      const session = await puppet.target().createCDPSession();
      const before = new Set(puppet.targets());
      await session.send('Target.createTarget', { url: base + path, newWindow: true });
      await session.detach();
      const isNew = (target: Target) => !before.has(target) && target.url() === base + path;
      const target = await until('the window', () => puppet.targets().find(isNew));
      return show(await target.asPage(), path);
    },
    async killBackground() {
      const target = puppet.targets().find((each) => each.type() === 'service_worker' && each.url().startsWith(base));
      if (!target) return;
      // One that just starts, or just dies by itself, may not hear of it.
      const close = async () => (await target.worker())?.close();
      await until('the death of the service worker', async () => {
        if (!puppet.targets().includes(target)) return true;
        await within('the worker to hear of it', close(), 1000);
        return undefined;
      });
    },
    async inBackground(act, ...args) {
      const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(base);
      const worker = await (await until('the background', () => puppet.targets().find(isWorker))).worker();
      if (!worker) throw new Error('the background is gone');
      return (await worker.evaluate(act as (...args: unknown[]) => unknown, ...args)) as never;
    },
    grantHost: async (pattern) => {
      await inBackground(puppet, 'chrome://extensions/', (page) =>
        page.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`),
      );
    },
    serve: network.serve,
    asked: network.asked,
    async setColourScheme(wanted) {
      scheme = wanted;
      await dressAll();
    },
    async setOffline(wanted) {
      offline = wanted;
      network.setOffline(wanted);
      await dressAll();
    },
    downloaded: folders.downloaded,
    setEnabled: async (enabled) => {
      await inBackground(puppet, 'chrome://extensions/', (page) =>
        page.evaluate(`chrome.management.setEnabled(${JSON.stringify(id)}, ${enabled})`),
      );
    },
    reinstall: async () => void (await puppet.installExtension(resolve(extension))),
    async restart(how) {
      const { all } = complaints;
      await end(puppet, how);
      await Promise.all(locks.map((name) => rm(join(folders.profile, name), { force: true })));
      puppet = await start();
      complaints = gatherComplaints(puppet, base, all);
      await puppet.installExtension(resolve(extension));
    },
    clipboard: async () =>
      String(
        await inBackground(puppet, `${base}manifest.json`, async (page) => {
          const context = puppet.defaultBrowserContext();
          await context.overridePermissions(base.slice(0, -1), ['clipboard-read']);
          await page.emulateFocusedPage(true);
          try {
            return await page.evaluate('navigator.clipboard.readText()');
          } finally {
            await context.clearPermissionOverrides();
          }
        }),
      ),
    complaints: async () => [...complaints.all],
    close,
  };
  return browser;
}

/** Puppeteer itself knows nothing of forced colours. */
async function emulate(page: Page, scheme: ColourScheme): Promise<void> {
  const session = await page.createCDPSession();
  const features = [
    { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
    { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
  ];
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** What a Chromium that was killed leaves in its profile; another machine could hold it, for all the next one knows. */
const locks = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];

async function end(puppet: Puppet, how: 'quit' | 'killed'): Promise<void> {
  if (how === 'quit') return puppet.close();
  const process = puppet.process();
  if (!process || process.exitCode !== null) return;
  const exit = once(process, 'exit');
  process.kill('SIGKILL');
  await within('the death of Chromium', exit);
}

/** Does something on a page that is opened behind the one in front, so that a popup stays open. */
async function inBackground(puppet: Puppet, url: string, act: (page: Page) => Promise<unknown>): Promise<unknown> {
  const page = await puppet.newPage({ background: true });
  try {
    await page.goto(url);
    return await act(page);
  } finally {
    await page.close();
  }
}
