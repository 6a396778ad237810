/** The browsers that the end-to-end tests and the demo drive. */
export type BrowserName = 'chromium' | 'firefox';

/**
 * Points at elements the way a person or a stylesheet does. `role` and `name` are the browser's own computed ARIA role
 * and accessible name (https://www.w3.org/TR/accname-1.2/), read from its accessibility tree; a string name must be
 * equal, a RegExp must match.
 */
export type Target = { css: string } | { role: string; name?: string | RegExp };

/** One element as the browser shows it at the moment of looking. */
export type Seen = {
  role: string;
  name: string;
  /** The rendered text. */
  text: string;
  /** What a form field holds; undefined for other elements. */
  value?: string;
  disabled: boolean;
  /** `aria-checked` or the box's own state; undefined where nothing can be checked. */
  checked?: boolean;
  /** `aria-expanded`; undefined where nothing can be expanded. */
  expanded?: boolean;
  focused: boolean;
  /** False where the element takes no room or is hidden. */
  visible: boolean;
};

/** What `waitFor` waits for. */
export type Expectation = {
  /** `visible` (default), or `gone`: no visible element matches any more. */
  state?: 'visible' | 'gone';
  /** The text the element has to show: a string it contains, or a RegExp it matches. */
  text?: string | RegExp;
  /** Milliseconds until giving up. Default 10,000. */
  limit?: number;
};

/**
 * Something shown that can be looked at and worked with: a web page in a tab, the popup, a page of the extension. Every
 * action first waits until exactly one visible element matches, and rejects at the limit with what was waited for and
 * what was shown instead. Clicks and keys are the browser's own trusted input events.
 */
export interface Surface {
  /** The address shown now. */
  address(): Promise<string>;
  /** Every element that matches now, visible or not, in document order. Does not wait. */
  all(target: Target): Promise<Seen[]>;
  /** Waits for the one element, and answers it. With `state: 'gone'` answers undefined. */
  waitFor(target: Target, expectation?: Expectation & { state?: 'visible' }): Promise<Seen>;
  waitFor(target: Target, expectation: Expectation & { state: 'gone' }): Promise<undefined>;
  /** Runs `check` in the page until it answers something truthy, and answers that. `what` names it in the error. */
  waitUntil<A extends unknown[], R>(what: string, check: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Clicks the middle of the element once it is enabled and nothing covers it. */
  click(target: Target): Promise<void>;
  /** Clicks the field and types at its caret, key by key. */
  type(target: Target, text: string): Promise<void>;
  /** Clicks the field and types in place of what it holds. */
  fill(target: Target, text: string): Promise<void>;
  /** Presses a key where the focus is: a `KeyboardEvent.key` such as `a`, `Enter`, `ArrowDown`, or `Shift+Tab`. */
  press(chord: string): Promise<void>;
  /** Puts a file into the one file field, which may be hidden. `css` chooses among several; default `input[type=file]`. */
  chooseFile(path: string, css?: string): Promise<void>;
  /** The rendered text of the element, or of the whole page. */
  text(target?: Target): Promise<string>;
  /** Where the keyboard's focus is; undefined where nothing has it. */
  focused(): Promise<Seen | undefined>;
  /** Calls `act` in the page's own world; it sees only its arguments, and both they and the answer travel as JSON. */
  evaluate<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Writes what is in view as PNG. */
  screenshot(file: string): Promise<void>;
  /** Lays it out for another view; undefined as its browser does by itself. Never the window of the popup around it. */
  resize(view: Room | undefined): Promise<void>;
  /** Resolves when it is no longer there, whoever closed it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** The room that a surface has: CSS pixels, and how many times the size of it they are drawn, as the browser's zoom does. */
export type Room = { width: number; height: number; zoom?: number };

/** How the browser is told to look; `forced` is forced colours, black on white. */
export type ColourScheme = 'light' | 'dark' | 'forced';

/** What an address answers. */
export type Answer = {
  /** Default 200. */
  status?: number;
  /** On top of `content-type: text/html; charset=utf-8`. Names in small letters. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
};

/** What the browser asked of an address. */
export type Asked = { method: string; url: string; headers: Record<string, string | undefined>; body: string };

/** What a person does in the browser's own interface, outside of pages; as real there as clicks and keys are in pages. */
export interface Outside {
  /** Right-clicks an element and answers the extension's entries in the menu, which stays open. */
  openMenu(on: Surface, css: string): Promise<string[]>;
  /** Chooses an entry of the extension's in the open menu. */
  chooseInMenu(entry: string): Promise<void>;
  /** Types into the address bar, in place of what is there, and answers its lines once one of them matches. */
  suggest(text: string, line: RegExp): Promise<string[]>;
  /** Presses keys in the browser's window: `Enter`, or a command's such as `Alt+Shift+S`. */
  press(chord: string): Promise<void>;
  /** The popup, once it is open, whoever opened it. */
  popup(): Promise<Surface>;
  /** The tab in front, once its address matches. */
  front(address: RegExp): Promise<Surface>;
}

/** A browser with a fresh profile and the extension in it. Nothing it asks for leaves this machine. */
export interface Browser {
  readonly name: BrowserName;
  /** Product and version, as the browser says it. */
  readonly version: string;
  /** Opens a tab in front and waits until its page is loaded. Rejects where the page cannot be had. */
  open(url: string): Promise<Surface>;
  /** Clicks the extension's toolbar button for a tab, which grants activeTab as a person's click does. */
  clickToolbar(tab: Surface): Promise<Surface>;
  /** The extension's panel beside the page, Firefox's sidebar, once it is open. Ask for it once each time it opens. */
  panel(): Promise<Surface>;
  /** Opens a page of the extension, such as `options.html`, in a tab in front. */
  openExtensionPage(path: string): Promise<Surface>;
  /** Opens a page of the extension in a window of its own. It is there to be read and asked, not to be clicked. */
  openExtensionWindow(path: string): Promise<Surface>;
  /** Ends the extension's background as the browser does when it is idle. Resolves when it is dead. */
  killBackground(): Promise<void>;
  /**
   * Ends the whole browser and starts it again on the same profile, with the extension and what it kept. `killed`: at
   * once, by SIGKILL. Every surface closes; what was served and granted beforehand stays.
   */
  restart(how: 'quit' | 'killed'): Promise<void>;
  /** Installs the extension anew over the one that runs, as an update does: its pages close, its background dies. */
  reinstall(): Promise<void>;
  /** Switches the extension off or on, as the browser's own page of extensions does. Off, its pages close. */
  setEnabled(enabled: boolean): Promise<void>;
  /**
   * Says yes beforehand to a host, such as `https://example.org/*`: `permissions.request` from a click then answers true
   * without a prompt, and from then on the extension holds it. Any other request waits for an answer that never comes.
   */
  grantHost(pattern: string): Promise<void>;
  /** Answers an http or https address from here; one that ends in `*` stands for all that begin so. The last one wins. */
  serve(address: string, answer: Answer | ((asked: Asked) => Answer | Promise<Answer>)): void;
  /** Everything that was asked of the network so far, in order, as `GET https://example.org/`, loopback included. */
  readonly asked: readonly string[];
  setColourScheme(scheme: ColourScheme): Promise<void>;
  /** Cuts every connection, loopback included, or lets them through again. */
  setOffline(offline: boolean): Promise<void>;
  /**
   * Runs in the extension's background, as if from a person's gesture. Only where the driver reaches that and no menu or
   * command, as Chromium's: the events that the browser would tell of can be told there.
   */
  inBackground?<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Only where the driver reaches it, as Firefox's does. */
  readonly outside?: Outside;
  /** Waits until a file of this name is downloaded whole, and answers its path, which stands until `close`. */
  downloaded(name: string): Promise<string>;
  /** The text on the clipboard. */
  clipboard(): Promise<string>;
  /** Errors that the extension's pages and background put on their consoles, policy violations included. */
  complaints(): Promise<string[]>;
  /** Ends the browser's process and removes its profile. */
  close(): Promise<void>;
}

/** How a browser is started. */
export type LaunchOptions = {
  /** Folder of the built extension. */
  extension: string;
  /** Default true. */
  headless?: boolean;
  /** The most that pages and extensions may store, in kilobytes. Firefox alone can be told. */
  storageLimit?: number;
};

/** Starts a browser. Rejects where it is not installed. */
export type Launch = (options: LaunchOptions) => Promise<Browser>;
