import { writeFile } from 'node:fs/promises';
import type { Agent } from './firefox-agent.ts';
import type { View } from './look.ts';
import type { Marionette } from './marionette.ts';
import type { Glass } from './surface.ts';
import { GoneError } from './until.ts';

/** What the agent says of a surface that is no longer there. */
export const goneMessage = 'the surface is gone';

/** Calls the agent inside Firefox's window. */
export type CallAgent = <Name extends keyof Agent>(
  name: Name,
  ...args: Parameters<Agent[Name]>
) => Promise<Awaited<ReturnType<Agent[Name]>>>;

/** Runs the body of an async function with `window` and `args` in Firefox's window; its answer travels as JSON. */
export async function runInWindow(marionette: Marionette, body: string, args: unknown): Promise<unknown> {
  const script = `const [args] = arguments;
    return (async () => { ${body} })().then(
      (value) => JSON.stringify({ value }),
      (error) => JSON.stringify({ error: String(error) }),
    );`;
  const answer = await marionette.command('WebDriver:ExecuteScript', { script, args: [args], scriptTimeout: 60_000 });
  const { value, error } = JSON.parse((answer as { value: string }).value);
  if (error !== undefined) throw new Error(error);
  return value;
}

/** Sees to it that a surface's end is noticed even while nothing is asked of it. */
export type Watch = { untilGone(id: number): Promise<void>; look(): Promise<void>; stop(): void };

/** How often the watch looks, in milliseconds. */
const pace = 100;

/** Watches over the surfaces by asking the agent which are left, which also tells it that the driver is still there. */
export function createWatch(call: CallAgent): Watch {
  const leave = new Map<number, () => void>();
  const look = async () => {
    const watched = [...leave.keys()];
    const standing = new Set(await call('standing'));
    for (const id of watched.filter((each) => !standing.has(each))) {
      leave.get(id)?.();
      leave.delete(id);
    }
  };
  const end = () => {
    for (const resolve of leave.values()) resolve();
    leave.clear();
  };
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    look()
      .catch(end)
      .finally(() => {
        isBusy = false;
      });
  }, pace);
  return {
    untilGone: (id) => new Promise((resolve) => leave.set(id, resolve)),
    look,
    stop() {
      clearInterval(timer);
      end();
    },
  };
}

/** A page of Firefox's, known to the agent by its number, as the glass of a surface. */
export function firefoxGlass(call: CallAgent, watch: Watch, id: number, what: string): Glass {
  const closed = watch.untilGone(id);
  const orGone = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!String(error).includes(goneMessage)) throw error;
      await watch.look();
      throw new GoneError(`${what} closed`);
    }
  };
  return {
    what,
    look: (query, scroll) => orGone(call('ask', id, { kind: 'look', query, scroll })) as Promise<View>,
    run: (expression) => orGone(call('ask', id, { kind: 'run', expression })),
    clickAt: (x, y) => orGone(call('clickAt', id, x, y)),
    press: (key, modifiers) => orGone(call('press', id, key, modifiers)),
    async chooseFile(path, css) {
      await orGone(call('chooseFile', id, css, path));
    },
    async screenshot(file) {
      await writeFile(file, Buffer.from(await orGone(call('screenshot', id)), 'base64'));
    },
    resize: (room) => orGone(call('resize', id, room ?? null)),
    closed,
    async close() {
      await call('close', id).catch(() => {});
      await closed;
    },
  };
}
