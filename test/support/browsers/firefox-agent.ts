import type { ColourScheme, Room } from './browser.ts';
import type { Question } from './firefox-frame.ts';
import type {
  FirefoxWindow,
  Menu,
  MessageManager,
  PageBrowser,
  Panel,
  PermissionRequest,
  Submenu,
} from './firefox-window.ts';

/** What the agent has to be told. */
export type AgentOptions = {
  addonId: string;
  /** Where the extension's own pages begin. */
  base: string;
  /** The frame script, see `frameScript`. */
  frame: string;
  /** The process script, see `processScript`. */
  process: string;
  /** What an error says where the surface is no longer there. */
  gone: string;
};

/**
 * The driver's other half, inside Firefox's own window: does what a hand on mouse and keyboard does there. Its source
 * text is carried into the window, so it refers to nothing outside itself.
 */
export function createAgent(window: FirefoxWindow, { addonId, base, frame, process, gone }: AgentOptions) {
  const { gBrowser, Services, ChromeUtils, Cc, Ci, MatchPattern } = window;
  const surfaces = new Map<number, PageBrowser>();
  const equipped = new WeakSet<MessageManager>();
  const answers = new Map<number, (answer: { value?: unknown; error?: string }) => void>();
  const complaints: string[] = [];
  const granted: InstanceType<typeof MatchPattern>[] = [];
  let asked = 0;
  let heard = Date.now();

  // A driver that was killed cannot end its Firefox: unheard of for a minute, this one ends by itself.
  window.setInterval(() => {
    if (Date.now() - heard > 60_000) Services.startup.quit(Services.startup.eForceQuit);
  }, 5000);

  const keyCodes: Record<string, number> = {
    Backspace: 8,
    Tab: 9,
    Enter: 13,
    Shift: 16,
    Control: 17,
    Alt: 18,
    Escape: 27,
    PageUp: 33,
    PageDown: 34,
    End: 35,
    Home: 36,
    ArrowLeft: 37,
    ArrowUp: 38,
    ArrowRight: 39,
    ArrowDown: 40,
    Delete: 46,
    Meta: 91,
  };

  const pause = (milliseconds: number) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    for (let left = 1000; left > 0; left -= 1) {
      const found = look();
      if (found !== undefined) return found;
      await pause(10);
    }
    throw new Error(`Firefox waited 10 s for ${what}`);
  };

  const keep = (browser: PageBrowser): number => {
    asked += 1;
    surfaces.set(asked, browser);
    return asked;
  };
  const panelOf = (browser: PageBrowser) => browser.closest('panel') as Panel | null;
  const isOpen = (browser: PageBrowser) => browser.isConnected && browser.messageManager !== null;
  const popups = () =>
    [...window.document.querySelectorAll<PageBrowser>('browser.webextension-popup-browser')].filter(isOpen);
  const surface = (id: number): PageBrowser => {
    const browser = surfaces.get(id);
    if (!browser || !isOpen(browser)) throw new Error(gone);
    return browser;
  };

  // A page in another process has another message manager: the script is loaded wherever it is not yet.
  const managerOf = (id: number): MessageManager => {
    const manager = surface(id).messageManager as MessageManager;
    if (!equipped.has(manager)) {
      equipped.add(manager);
      manager.addMessageListener('driver:answer', ({ data }) => {
        answers.get(data.id)?.(data);
        answers.delete(data.id);
      });
      manager.loadFrameScript(frame, false);
    }
    return manager;
  };

  const ask = async (id: number, question: Question): Promise<unknown> => {
    const manager = managerOf(id);
    asked += 1;
    const number = asked;
    let answer: { value?: unknown; error?: string } | undefined;
    answers.set(number, (given) => {
      answer = given;
    });
    manager.sendAsyncMessage('driver:ask', { id: number, question });
    for (const end = Date.now() + 20_000; !answer; await pause(2)) {
      if (Date.now() > end) throw new Error('the page did not answer for 20 s');
      if (surface(id).messageManager !== manager) throw new Error('the page went on to another one meanwhile');
    }
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };

  // Input crosses to the page's process on its own; a question that is sent after it is answered after it.
  const settled = (id: number) => ask(id, { kind: 'run', expression: '0' });

  // Firefox shows a popup, lays it out and then hands it the focus; its window has to know of it for keys to get there.
  const focus = async (id: number): Promise<void> => {
    const expression = 'document.readyState === "complete" && document.hasFocus()';
    for (const end = Date.now() + 10_000; !(await ask(id, { kind: 'run', expression })); await pause(10)) {
      if (Date.now() > end) throw new Error('Firefox did not hand the focus to the popup within 10 s');
    }
    surface(id).focus();
  };

  const placeOf = (id: number): { left: number; top: number } => {
    const box = surface(id).getBoundingClientRect();
    // The sidebar's page stands in a document of its own, within the window's.
    const frame = surface(id).ownerDocument.defaultView?.browsingContext.embedderElement?.getBoundingClientRect();
    return { left: box.x + (frame?.x ?? 0), top: box.y + (frame?.y ?? 0) };
  };

  const pressKeys = (key: string, modifiers: string[]): void => {
    const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
    if (!processor?.beginInputTransactionForTests(window, () => true)) throw new Error('Firefox takes no keys now');
    const isModifier = (name: string) => /^(Shift|Control|Alt|Meta)$/.test(name);
    const codeOf = (name: string) => (isModifier(name) ? `${name}Left` : name in keyCodes ? name : '');
    const codeNumber = (name: string) => keyCodes[name] ?? (/^[A-Z]$/.test(name) ? name.charCodeAt(0) : 0);
    const event = (name: string) =>
      new window.KeyboardEvent('', { key: name, code: codeOf(name), keyCode: codeNumber(name) });
    for (const modifier of modifiers) processor.keydown(event(modifier));
    processor.keydown(event(key));
    processor.keyup(event(key));
    for (const modifier of modifiers) processor.keyup(event(modifier));
  };

  const pageMenu = () => window.document.getElementById('contentAreaContextMenu') as unknown as Menu;
  /** The extension's entries in the menu of pages. Their ids are Firefox's, made of the extension's (`makeWidgetId`). */
  const entries = () => {
    const own = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-menuitem-`;
    return [...pageMenu().querySelectorAll(`menuitem[id^="${own}"]`)]
      .filter((item) => !item.hasAttribute('hidden'))
      .map((item) => ({ item, label: item.getAttribute('label') ?? '' }));
  };

  const isAllowed = ({ wrappedJSObject: { permissions } }: PermissionRequest) =>
    permissions.origins.every((origin) => granted.some((pattern) => pattern.subsumes(new MatchPattern(origin))));
  const topic = 'webextension-optional-permission-prompt';
  const { ExtensionsUI } = ChromeUtils.importESModule('resource:///modules/ExtensionsUI.sys.mjs');
  const prompt = ExtensionsUI.observe;
  ExtensionsUI.observe = function observe(subject, about, data) {
    if (about === topic && isAllowed(subject)) return undefined;
    return prompt.call(this, subject, about, data);
  };
  Services.obs.addObserver((request) => {
    if (isAllowed(request)) request.wrappedJSObject.resolve(true);
  }, topic);

  Services.ppmm.addMessageListener('driver:complaint', ({ data }) => complaints.push(data));
  Services.ppmm.loadProcessScript(process, true);

  return {
    async open(url: string): Promise<number> {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      const tab = gBrowser.addTab(url, { triggeringPrincipal });
      gBrowser.selectedTab = tab;
      const { linkedBrowser } = tab;
      const document = () => linkedBrowser.browsingContext.currentWindowGlobal?.documentURI.spec ?? 'about:blank';
      const isThere = () => document() !== 'about:blank' && !linkedBrowser.webProgress.isLoadingDocument;
      await until(`${url} to load`, () => (isThere() ? true : undefined));
      if (/^about:(net|cert)error/.test(document())) {
        gBrowser.removeTab(tab);
        throw new Error(`${url} cannot be had`);
      }
      return keep(linkedBrowser);
    },

    async openWindow(url: string): Promise<number> {
      const other = window.OpenBrowserWindow();
      await until('the window', () => (other.gBrowserInit?.delayedStartupFinished ? true : undefined));
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      const { linkedBrowser } = other.gBrowser.addTab(url, { triggeringPrincipal });
      const document = () => linkedBrowser.browsingContext.currentWindowGlobal?.documentURI.spec ?? 'about:blank';
      const isThere = () => document() !== 'about:blank' && !linkedBrowser.webProgress.isLoadingDocument;
      await until(`${url} to load`, () => (isThere() ? true : undefined));
      return keep(linkedBrowser);
    },

    async setEnabled(enabled: boolean): Promise<void> {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(addonId);
      await (enabled ? addon.enable() : addon.disable());
    },

    async clickToolbar(id: number): Promise<number> {
      const tab = gBrowser.getTabForBrowser(surface(id));
      if (tab) gBrowser.selectedTab = tab;
      // A click while the popup is open would only close it.
      for (const popup of popups()) panelOf(popup)?.hidePopup();
      await until('the popup before to close', () => (popups().length === 0 ? true : undefined));
      const { extension } = window.WebExtensionPolicy.getByID(addonId);
      const { apiManager } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionParent.sys.mjs',
      ).ExtensionParent;
      await apiManager.global.browserActionFor(extension).triggerAction(window);
      // A first browser loads the popup ahead of its time; the one that is shown replaces it.
      const shown = () => popups().find((browser) => panelOf(browser)?.state === 'open');
      const popup = await until('the popup', shown);
      const number = keep(popup);
      await focus(number);
      return number;
    },

    async panel(): Promise<number> {
      const shown = () => {
        const outer = window.document.getElementById('sidebar') as HTMLIFrameElement | null;
        const inner = outer?.contentDocument?.getElementById('webext-panels-browser') as PageBrowser | null | undefined;
        return inner && isOpen(inner) && inner.currentURI.spec.startsWith(base) ? inner : undefined;
      };
      return keep(await until('the sidebar', shown));
    },

    ask,

    chooseFile: async (id: number, css: string, path: string) =>
      ask(id, {
        kind: 'choose',
        css,
        file: await (window as unknown as { File: FileMaker }).File.createFromFileName(path),
      }),

    async clickAt(id: number, x: number, y: number): Promise<void> {
      const { left, top } = placeOf(id);
      for (const [type, buttons] of [
        ['mousemove', 0],
        ['mousedown', 1],
        ['mouseup', 0],
      ] as const)
        window.synthesizeMouseEvent(type, left + x, top + y, { button: 0, buttons, clickCount: 1 }, {});
      await settled(id);
    },

    async press(id: number, key: string, modifiers: string[]): Promise<void> {
      surface(id).focus();
      pressKeys(key, modifiers);
      await settled(id);
    },

    async openMenu(id: number, x: number, y: number): Promise<string[]> {
      const { left, top } = placeOf(id);
      for (const type of ['mousedown', 'mouseup', 'contextmenu'])
        window.synthesizeMouseEvent(type, left + x, top + y, { button: 2, clickCount: 1 }, {});
      await until('the menu', () => (pageMenu().state === 'open' ? true : undefined));
      return entries().map(({ label }) => label);
    },

    async chooseInMenu(entry: string): Promise<void> {
      const item = entries().find(({ label }) => label === entry)?.item;
      const menu = item?.closest('menupopup') as Menu | null | undefined;
      if (!item || !menu) throw new Error(`the menu has no "${entry}"`);
      // More than one entry of an extension's stand in a menu of their own.
      (item.closest('menu') as Submenu | null)?.openMenu(true);
      await until('the menu with it', () => (menu.state === 'open' ? true : undefined));
      menu.activateItem(item);
      await until('the menu to close', () => (pageMenu().state === 'closed' ? true : undefined));
    },

    typeAddress(text: string): void {
      window.gURLBar.focus();
      window.gURLBar.select();
      for (const character of text) pressKeys(character, []);
    },

    suggestions: (): string[] =>
      [...window.document.querySelectorAll('.urlbarView-row')].map((row) => row.textContent ?? ''),

    pressInWindow(key: string, modifiers: string[]): void {
      // From a page they would come back by another process, in their own time.
      if (modifiers.length > 0) window.gURLBar.focus();
      pressKeys(key, modifiers);
    },

    async popup(): Promise<number> {
      const shown = () => popups().find((browser) => panelOf(browser)?.state === 'open');
      const number = keep(await until('the popup', shown));
      await focus(number);
      return number;
    },

    front: (): { id: number; address: string } => {
      const { linkedBrowser } = gBrowser.selectedTab;
      const { spec } = linkedBrowser.currentURI;
      return { id: linkedBrowser.webProgress.isLoadingDocument ? 0 : keep(linkedBrowser), address: spec };
    },

    async screenshot(id: number): Promise<string> {
      const picture = await surface(id).browsingContext.currentWindowGlobal?.drawSnapshot(null, 1, 'white');
      if (!picture) throw new Error('there is nothing to draw');
      const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/png').replace(/^.*,/, '');
    },

    /** Which of the surfaces are still there. Also the sign that the driver is. */
    standing(): number[] {
      heard = Date.now();
      return [...surfaces].filter(([, browser]) => isOpen(browser)).map(([id]) => id);
    },

    close(id: number): void {
      const browser = surface(id);
      const tab = gBrowser.getTabForBrowser(browser);
      if (tab) gBrowser.removeTab(tab);
      else if (browser.id === 'webext-panels-browser') window.SidebarController.hide();
      else panelOf(browser)?.hidePopup();
    },

    async killBackground(): Promise<void> {
      const { extension } = window.WebExtensionPolicy.getByID(addonId);
      await extension.terminateBackground({ ignoreDevToolsAttached: true });
      await until('the background to stop', () => (extension.backgroundState === 'stopped' ? true : undefined));
    },

    grantHost(pattern: string): void {
      granted.push(new MatchPattern(pattern));
    },

    async resize(id: number, room: Room | null): Promise<void> {
      const browser = surface(id);
      const zoom = room?.zoom ?? 1;
      const size = room ? [`${room.width * zoom}px`, `${room.height * zoom}px`] : ['', ''];
      for (const [at, side] of (['width', 'height'] as const).entries())
        for (const bound of ['min', 'max']) browser.style.setProperty(`${bound}-${side}`, size[at] ?? '');
      browser.fullZoom = zoom;
      await settled(id);
    },

    setColourScheme(scheme: ColourScheme): void {
      const isDark = scheme === 'dark';
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', isDark ? 0 : 1);
      Services.prefs.setIntPref('ui.systemUsesDarkTheme', isDark ? 1 : 0);
      // 2: the person's colours instead of the page's, always; 0: where the system is in high contrast.
      Services.prefs.setIntPref('browser.display.document_color_use', scheme === 'forced' ? 2 : 0);
      // Without a desktop Firefox makes up colours of the system that nobody could read.
      for (const [pair, ground] of [
        ['highlight', '#1a237e'],
        ['selecteditem', '#1a237e'],
      ] as const) {
        Services.prefs.setCharPref(`ui.${pair}`, ground);
        Services.prefs.setCharPref(`ui.${pair}text`, '#ffffff');
      }
    },

    setOffline(offline: boolean): void {
      Services.io.offline = offline;
    },

    clipboard: (): Promise<string> => window.navigator.clipboard.readText(),

    complaints(): string[] {
      // Bit 1 of the flags marks a warning.
      const errors = Services.console
        .getMessageArray()
        .filter(({ sourceName, flags = 0 }) => sourceName?.startsWith(base) && (flags & 1) === 0);
      return [...errors.map(({ sourceName, message }) => `${sourceName}: ${message}`), ...complaints];
    },
  };
}

type FileMaker = { createFromFileName(path: string): Promise<File> };

/** The agent as the driver calls it: by name, with arguments and answer as JSON. */
export type Agent = ReturnType<typeof createAgent>;
