import type { Request, RequestName } from '../../lib/messaging/protocol.ts';
import type { RehearsalPlan } from '../../lib/services/rehearsal.ts';
import type { Browser, Surface } from '../support/browsers/browser.ts';
import { GoneError } from '../support/browsers/until.ts';
import type { Rows } from './kept.ts';

/** What the background answered, or that it did not: M601, as the screens' own client says. */
export type Answered = { ok: true; value: unknown } | { ok: false; problem: { code: string; message: string } };

/**
 * A page of the extension that has no program of its own and opens no database: the hand that sends messages as the
 * screens do, and looks at what is kept without the extension's help.
 */
export type Hand = {
  surface: Surface;
  /** Asks the background; what is answered is one of the answers of lib/messaging/protocol.ts. */
  ask<Name extends RequestName>(name: Name, request: Request<Name>): Promise<Answered>;
  /** Every row of the tables, straight from IndexedDB; an empty list for a table that is not there. */
  rows<Table extends string>(...tables: Table[]): Promise<Record<Table, Rows>>;
  /** What a rehearsal is to do; see lib/services/rehearsal.ts. */
  rehearse(plan: RehearsalPlan): Promise<void>;
  /** What a rehearsal said: the points it passed, and the one at which it stopped. */
  rehearsed(): Promise<{ passed?: string[]; stopped?: string }>;
};

/** The page: text, so that nothing runs in it. */
const page = 'NOTICE.txt';

/** Opens the hand in a tab in front. */
export async function openHand(browser: Browser): Promise<Hand> {
  return handOn(await browser.openExtensionPage(page));
}

/** Any page of the extension as a hand. */
export function handOn(surface: Surface): Hand {
  return {
    surface,
    ask: (name, request) => surface.evaluate(send, name, request) as Promise<Answered>,
    rows: (...tables) => surface.evaluate(readRows, tables) as Promise<Record<(typeof tables)[number], Rows>>,
    async rehearse(plan) {
      await surface.evaluate(keepInSession, { rehearsal: plan, stopped: null, passed: [] });
    },
    async rehearsed() {
      const { stopped, passed } = (await surface.evaluate(readSession)) as { stopped?: string; passed?: string[] };
      return { ...(passed && { passed }), ...(stopped && { stopped }) };
    },
  };
}

/** What a call answers, or undefined where the page was gone before: then nobody was told that it was done. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GoneError || /closed|detached|not open|Firefox has ended|gone/i.test(String(error)))
      return undefined;
    throw error;
  }
}

// What follows runs in the page, where Chrome's extension interface is called `chrome` alone.

type Extension = {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { session: { get(key: null): Promise<unknown>; set(items: object): Promise<void> } };
};

async function send(name: string, request: unknown): Promise<unknown> {
  const silent = { ok: false, problem: { code: 'M601', message: 'no answer' } };
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const hung = { ok: false, problem: { code: 'hung', message: 'neither an answer nor word of a death for 20 s' } };
  const late = new Promise((resolve) => setTimeout(() => resolve(hung), 20_000));
  try {
    return (await Promise.race([(browser ?? chrome).runtime.sendMessage({ name, request }), late])) ?? silent;
  } catch {
    return silent;
  }
}

function keepInSession(items: object): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  return (browser ?? chrome).storage.session.set(items);
}

function readSession(): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  return (browser ?? chrome).storage.session.get(null);
}

function readRows(tables: string[]): Promise<Record<string, unknown[]>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('plumbline');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      database.onversionchange = () => database.close();
      const found: Record<string, unknown[]> = {};
      const there = tables.filter((table) => database.objectStoreNames.contains(table));
      for (const table of tables) found[table] = [];
      const finish = () => {
        database.close();
        resolve(found);
      };
      if (there.length === 0) return finish();
      const reading = database.transaction(there);
      for (const table of there) {
        const all = reading.objectStore(table).getAll();
        all.onsuccess = () => {
          found[table] = all.result;
        };
      }
      reading.oncomplete = finish;
      reading.onabort = () => reject(reading.error);
    };
  });
}
