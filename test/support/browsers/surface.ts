import type { Expectation, Room, Seen, Surface, Target } from './browser.ts';
import { type Query, queryOf, type Spotted, type View } from './look.ts';
import { GoneError, until } from './until.ts';

/** What each driver brings, and all that a surface is made of. */
export interface Glass {
  /** What the thing is called in errors: `the popup`. */
  readonly what: string;
  /** Answers what `look` sees; with `scroll`, after bringing what matches into view. */
  look(query: Query, scroll: boolean): Promise<View>;
  /** Evaluates an expression in the page's own world and awaits it. */
  run(expression: string): Promise<unknown>;
  /** Clicks at a point, in CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  /** Presses and releases a key while the modifiers are held. */
  press(key: string, modifiers: string[]): Promise<void>;
  /** Puts a file into the first file field that matches. */
  chooseFile(path: string, css: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  resize(room: Room | undefined): Promise<void>;
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** How much of a page's text an error repeats, in characters. */
const excerpt = 1200;

/** Makes a surface, the same for every browser, out of a driver's glass. */
export function createSurface(glass: Glass): Surface {
  let gone = false;
  let last: View | undefined;
  void glass.closed.then(() => {
    gone = true;
  });

  const orGone = async <T>(act: () => Promise<T>): Promise<T> => {
    const error = () => new GoneError(`${glass.what} closed; it last showed:\n${shown(last)}`);
    if (gone) throw error();
    return Promise.race([
      act(),
      glass.closed.then(() => {
        throw error();
      }),
    ]);
  };

  const seek = async (target: Target, scroll = false): Promise<Spotted[]> => {
    last = await orGone(() => glass.look(queryOf(target), scroll));
    return last.spotted;
  };

  const instead = () => `${glass.what} shows ${shown(last)}`;

  /** The one visible match that is as wanted. */
  const one = async (target: Target, wanted: (seen: Spotted) => boolean, expectation: Expectation, verb = '') => {
    let matches: Spotted[] = [];
    return until(
      `${verb}${named(target)}${expectation.text === undefined ? '' : ` with the text ${expectation.text}`}`,
      async () => {
        matches = (await seek(target, verb !== '')).filter((seen) => seen.visible);
        const [first] = matches;
        return first && matches.length === 1 && wanted(first) ? first : undefined;
      },
      { limit: expectation.limit, instead: () => `${matches.map(told).join('\n') || 'no such element'}\n${instead()}` },
    );
  };

  const run = <A extends unknown[], R>(act: (...args: A) => R, args: A) =>
    orGone(() => glass.run(`(${act})(...${JSON.stringify(args)})`)) as Promise<Awaited<R>>;

  const click = async (target: Target) => {
    let before: Spotted | undefined;
    // What moves would be missed: a place counts when two looks in a row find the element there.
    const isStill = (seen: Spotted) => {
      const still = before?.x === seen.x && before.y === seen.y;
      before = seen;
      return still;
    };
    const spot = await one(target, (seen) => isStill(seen) && seen.reachable && !seen.disabled, {}, 'clicking ');
    await orGone(() => glass.clickAt(spot.x, spot.y)).catch(unlessGone);
  };

  const type = async (text: string) => {
    for (const character of text) await orGone(() => glass.press(character, []));
  };

  const waitFor = async (target: Target, expectation: Expectation = {}): Promise<Seen | undefined> => {
    const { state, text, limit } = expectation;
    const hasText = (seen: Spotted) => text === undefined || shows(seen.text, text);
    if (state !== 'gone') return one(target, hasText, expectation);
    const isLeft = (seen: Spotted) => seen.visible && hasText(seen);
    const look = async () => ((await seek(target)).some(isLeft) ? undefined : true);
    await until(`${named(target)} to go`, look, { limit, instead });
    return undefined;
  };

  return {
    address: async () => {
      await seek({ css: 'html' });
      return last?.address ?? '';
    },
    all: seek,
    waitFor: waitFor as Surface['waitFor'],
    waitUntil: (what, check, ...args) => until(what, async () => (await run(check, args)) || undefined, { instead }),
    click,
    async type(target, text) {
      await click(target);
      await type(text);
    },
    async fill(target, text) {
      await click(target);
      // A click that reached the field may still be on its way to moving the focus there.
      await until(
        `the focus in ${named(target)}`,
        async () => (await run(() => 'select' in (document.activeElement ?? {}), [])) || undefined,
        {
          instead,
        },
      );
      await run(() => (document.activeElement as HTMLInputElement).select(), []);
      await (text === '' ? orGone(() => glass.press('Backspace', [])) : type(text));
    },
    press: (chord) => {
      const keys = chord === '+' ? ['+'] : chord.split('+');
      return orGone(() => glass.press(keys.at(-1) ?? '', keys.slice(0, -1))).catch(unlessGone);
    },
    async chooseFile(path, css = 'input[type=file]') {
      await until(css, async () => ((await seek({ css })).length === 1 ? true : undefined), { instead });
      await orGone(() => glass.chooseFile(path, css));
    },
    text: async (target) => {
      if (target) return (await one(target, () => true, {})).text;
      await seek({ css: 'html' });
      return last?.text ?? '';
    },
    focused: async () => (await seek({ css: ':focus' })).at(-1),
    evaluate: (act, ...args) => run(act, args),
    screenshot: (file) => orGone(() => glass.screenshot(file)),
    resize: (room) => orGone(() => glass.resize(room)),
    closed: glass.closed,
    close: () => glass.close(),
  };
}

/** A click or key that closes its own surface has done what it should. */
function unlessGone(error: unknown): void {
  if (!(error instanceof GoneError)) throw error;
}

function named(target: Target): string {
  if ('css' in target) return target.css;
  return target.name === undefined ? `a ${target.role}` : `a ${target.role} named ${target.name}`;
}

function told({ role, name, text, disabled, reachable }: Spotted): string {
  const state = `${disabled ? ', disabled' : ''}${reachable ? '' : ', covered or out of view'}`;
  return `- ${role} "${name}"${state}: ${text.slice(0, 80)}`;
}

function shows(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

function shown(view: View | undefined): string {
  return view ? `${view.address}\n${view.text.slice(0, excerpt)}` : 'nothing yet';
}
