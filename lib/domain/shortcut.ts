/** A key press, as the browser tells it (UI Events, KeyboardEvent). */
export type KeyPress = {
  key: string;
  /** The key by its place, such as `KeyA`: with Alt, macOS gives another `key`. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
};

/** Keys that are named by themselves, by what the browser calls them in `code`. */
const named: Readonly<Record<string, string>> = {
  ...{ Comma: 'Comma', Period: 'Period', Space: 'Space', Insert: 'Insert', Delete: 'Delete' },
  ...{ Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown' },
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' },
};

/**
 * The keys that were pressed, as a manifest writes them: `Alt+Shift+A`
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/commands#shortcut_values). Undefined for
 * what can be no shortcut: a modifier alone, or a letter without Ctrl, Alt or Command.
 */
export function keysOf(press: KeyPress, isMac: boolean): string | undefined {
  const key = keyOf(press.code);
  if (!key) return undefined;
  // On a Mac, Ctrl would mean Command in a manifest; its Control has a word of its own.
  const modifiers = [
    ...(press.ctrlKey ? [isMac ? 'MacCtrl' : 'Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.metaKey && isMac ? ['Command'] : []),
  ];
  const isFunctionKey = /^F\d+$/.test(key);
  if (modifiers.length === 0 && !isFunctionKey) return undefined;
  return [...modifiers, ...(press.shiftKey ? ['Shift'] : []), key].join('+');
}

function keyOf(code: string): string | undefined {
  if (/^(Key[A-Z]|Digit[0-9])$/.test(code)) return code.slice(-1);
  if (/^F([1-9]|1[0-2])$/.test(code)) return code;
  return Object.hasOwn(named, code) ? named[code] : undefined;
}

/** A command of ours: what the browser has for its keys, empty for none, and what we suggested. */
export type Command = { name: string; keys: string; suggested?: string };

/**
 * What stands between a command and its keys: it has none although some were suggested, which the browser gave to another
 * or the person took away; or another command of ours, by its name, has the same.
 */
export type Conflict = { is: 'none' } | { is: 'same'; as: string };

/** What is to be said of each command's keys, by the command's name. Keys that are empty on purpose are told like lost ones: no browser says which. */
export function conflictsAmong(commands: readonly Command[]): ReadonlyMap<string, Conflict> {
  const found = new Map<string, Conflict>();
  for (const { name, keys, suggested } of commands) {
    const same = keys && commands.find((other) => other.name !== name && other.keys === keys);
    if (same) found.set(name, { is: 'same', as: same.name });
    else if (!keys && suggested) found.set(name, { is: 'none' });
  }
  return found;
}
