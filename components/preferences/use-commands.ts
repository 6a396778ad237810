import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Command } from '../../lib/domain/shortcut.ts';
import { useWaiting } from '../../lib/queries/all-at-once.ts';

/** What of `browser.commands` changes keys: Firefox has it, Chromium leaves that to a page of its own. */
type Changing = {
  update?(change: { name: string; shortcut: string }): Promise<void>;
  reset?(name: string): Promise<void>;
};

/** A command as it is shown. `described`: the browser's own words for it, from the manifest. */
export type ShownCommand = Command & { described: string };

/** How a command's keys are changed; undefined where the browser lets nobody but itself do it. */
export type ChangeKeys = {
  /** Gives a command other keys; empty: none. Rejects where the browser does not take them. */
  set(name: string, keys: string): Promise<void>;
  /** Gives it back those that were suggested. */
  reset(name: string): Promise<void>;
};

/** The commands with their keys, looked up again when the window gets the focus: they are changed elsewhere, too. */
export function useCommands(): { commands: readonly ShownCommand[] | undefined; change: ChangeKeys | undefined } {
  const [commands, setCommands] = useState<readonly ShownCommand[]>();
  useWaiting(!commands);
  const look = useCallback(async () => {
    const suggestions = browser.runtime.getManifest().commands ?? {};
    const all = await browser.commands.getAll();
    setCommands(
      all.flatMap(({ name, shortcut = '', description = '' }) => {
        if (!name) return [];
        const given = suggestions[name]?.suggested_key;
        const suggested = typeof given === 'string' ? given : given?.default;
        return [{ name, keys: shortcut, described: description, ...(suggested && { suggested }) }];
      }),
    );
  }, []);
  useEffect(() => {
    void look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);
  const { update, reset } = browser.commands as Changing;
  const change = update &&
    reset && {
      set: async (name: string, keys: string) => {
        await update({ name, shortcut: keys });
        await look();
      },
      reset: async (name: string) => {
        await reset(name);
        await look();
      },
    };
  return { commands, change };
}
