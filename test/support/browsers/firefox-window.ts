import type { Answering, Asking } from './firefox-frame.ts';

/** The channel to the process of one page. */
export type MessageManager = {
  addMessageListener(name: string, hear: (message: { data: Answering }) => void): void;
  sendAsyncMessage(name: string, data: Asking): void;
  loadFrameScript(url: string, later: boolean): void;
};

/** The element of Firefox's window that shows a page; without a message manager it shows none any more. */
export type PageBrowser = HTMLElement & {
  messageManager: MessageManager | null;
  currentURI: { spec: string };
  ownerDocument: Document & { defaultView: null | { browsingContext: { embedderElement: Element | null } } };
  webProgress: { isLoadingDocument: boolean };
  fullZoom: number;
  browsingContext: {
    currentWindowGlobal: null | {
      documentURI: { spec: string };
      drawSnapshot(area: null, scale: number, ground: string): Promise<ImageBitmap>;
    };
  };
};

export type Tab = { linkedBrowser: PageBrowser };

export type Panel = Element & { state: string; hidePopup(): void };

/** A menu of Firefox's own. */
export type Menu = Element & { state: string; activateItem(item: Element): void; hidePopup(): void };

/** A line of a menu that has a menu of its own. */
export type Submenu = Element & { openMenu(open: boolean): void };

/** A request of an extension's for more permissions, on its way to the prompt. */
export type PermissionRequest = {
  wrappedJSObject: { permissions: { origins: string[] }; resolve(granted: boolean): void };
};

type TextInputProcessor = {
  beginInputTransactionForTests(window: Window, callback: () => boolean): boolean;
  keydown(event: Event): number;
  keyup(event: Event): number;
};

type MatchPattern = { subsumes(other: MatchPattern): boolean };

/** What the modules export that the agent imports. */
type Modules = {
  AddonManager: { getAddonByID(id: string): Promise<{ enable(): Promise<void>; disable(): Promise<void> }> };
  ExtensionsUI: { observe(subject: PermissionRequest, topic: string, data: string): unknown };
  ExtensionParent: {
    apiManager: { global: { browserActionFor(extension: object): { triggerAction(window: Window): Promise<void> } } };
  };
};

/** The parts of Firefox's own window that the agent uses. */
export type FirefoxWindow = Window & {
  gBrowser: {
    selectedTab: Tab;
    addTab(url: string, options: { triggeringPrincipal: object }): Tab;
    removeTab(tab: Tab): void;
    getTabForBrowser(browser: PageBrowser): Tab | undefined;
  };
  gURLBar: { focus(): void; select(): void };
  SidebarController: { hide(): void };
  OpenBrowserWindow(): FirefoxWindow & { gBrowserInit?: { delayedStartupFinished: boolean } };
  synthesizeMouseEvent(type: string, x: number, y: number, data: object, options: object): boolean;
  KeyboardEvent: typeof KeyboardEvent;
  MatchPattern: new (pattern: string) => MatchPattern;
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: { terminateBackground(options: object): Promise<void>; backgroundState: string };
    };
  };
  ChromeUtils: { importESModule(url: string): Modules };
  Cc: Record<string, { createInstance(of: unknown): TextInputProcessor } | undefined>;
  Ci: Record<string, unknown>;
  Services: {
    io: { offline: boolean };
    startup: { eForceQuit: number; quit(how: number): void };
    console: { getMessageArray(): { message: string; sourceName?: string; flags?: number }[] };
    obs: { addObserver(observer: (subject: PermissionRequest) => void, topic: string): void };
    ppmm: {
      addMessageListener(name: string, hear: (message: { data: string }) => void): void;
      loadProcessScript(url: string, later: boolean): void;
    };
    scriptSecurityManager: { getSystemPrincipal(): object };
    prefs: { setIntPref(name: string, value: number): void; setCharPref(name: string, value: string): void };
  };
};
