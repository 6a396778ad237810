import { type Preferences, preferencesIn, preferencesKey } from '../domain/preferences.ts';

/** The part of `browser.storage.local` that preferences need. */
type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** The preferences, read and written. */
export type KeptPreferences = {
  read(): Promise<Preferences>;
  /** Changes some and leaves the others. */
  change(some: Partial<Preferences>): Promise<Preferences>;
};

/** Opens the preferences in a storage area. */
export function openPreferences(area: Area): KeptPreferences {
  const read = async () => preferencesIn((await area.get(preferencesKey))[preferencesKey]);
  return {
    read,
    async change(some) {
      const changed = { ...(await read()), ...some };
      await area.set({ [preferencesKey]: changed });
      return changed;
    },
  };
}
