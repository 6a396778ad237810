import { type Reset, resetIn, resetKey } from '../domain/reset.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { eraseEverything } from '../store/erase.ts';

/** The part of `browser.storage.local` that starting over needs. */
type LocalArea = {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** What starting over needs. */
export type StartOverNeeds = {
  database: PlumblineDatabase;
  local: LocalArea;
  /** Empties `browser.storage.session`. */
  clearSession(): Promise<unknown>;
  /** Takes back all that the browser was asked for since the installation. */
  givePermissionsBack(): Promise<unknown>;
  /** Runs while nobody imports, backs up or starts over. */
  undisturbed(run: () => Promise<void>): Promise<void>;
  /** What is done after an installation: the starter library, the menus, the welcome. */
  begin(): Promise<unknown>;
  /** Milliseconds since the epoch. */
  now(): number;
};

/** Erasing all that is kept here, to be as after an installation. */
export type StartOver = {
  /** Begins anew; resolves once all is erased. Rejects where that could not be done; it is done at the next start then. */
  startOver(asked: Pick<Reset, 'forgetKey'>): Promise<void>;
  /** Goes on where the worker died while it erased; to be called at each start. */
  finish(): Promise<void>;
};

/**
 * Makes the use case "start over". That it is to be done is written down first and taken away last, and each step can be
 * done twice, so that it comes to its end whenever the worker dies. What pages keep by themselves they let go of, since
 * workers cannot reach it.
 */
export function createStartOver(needs: StartOverNeeds): StartOver {
  const { database, local, clearSession, givePermissionsBack, undisturbed, begin, now } = needs;
  const asked = async () => resetIn((await local.get(resetKey))[resetKey]);

  const erase = async (reset: Reset) => {
    await eraseEverything(database, { keepIdentity: !reset.forgetKey });
    await clearSession();
    const kept = Object.keys(await local.get(null)).filter((key) => key !== resetKey);
    await local.remove(kept);
    await givePermissionsBack();
    await local.set({ [resetKey]: { ...reset, state: 'erased' } satisfies Reset });
  };
  const finish = async () => {
    let isErased = false;
    await undisturbed(async () => {
      // Asked only now: whoever was here before may have done it.
      const reset = await asked();
      if (reset?.state !== 'erasing') return;
      await erase(reset);
      isErased = true;
    });
    if (isErased) await begin();
  };
  return {
    finish: async () => {
      if ((await asked())?.state === 'erasing') await finish();
    },
    async startOver({ forgetKey }) {
      await local.set({ [resetKey]: { state: 'erasing', at: now(), forgetKey } satisfies Reset });
      await finish();
    },
  };
}
