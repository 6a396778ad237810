import type { Surface } from '../browsers/browser.ts';
import { settle } from '../settle.ts';
import { emptyScreens } from './empty-screens.ts';
import { frameworkScreens } from './framework-screens.ts';
import { libraryScreens } from './library-screens.ts';
import { optionsScreens } from './options-screens.ts';
import { popupScreens } from './popup-screens.ts';
import type { Kind, Place, Stage } from './stage.ts';

/** A screen in one of its states, by how it is reached. Screens are reached in their order, each in what the one before left. */
export type Screen = {
  /** What its pictures are called. */
  name: string;
  kind: Kind;
  /** Where it is opened; absent: it is a state of the surface that the screen before opened. */
  at?: Place;
  /** What has to happen before it is opened. */
  before?(stage: Stage): Promise<unknown>;
  /** What is done there, once it is opened. Found by what does not change with the language. */
  act?(surface: Surface, stage: Stage): Promise<unknown>;
  /** What stands there then, as a selector. */
  shows: string;
  /** Same surface as another screen and drawn for its picture alone: the checks see the whole of it once. */
  isExcerpt?: true;
};

/** Every screen and state, in the order in which they are reached. */
export const screens: readonly Screen[] = [
  ...emptyScreens,
  ...popupScreens,
  ...optionsScreens,
  ...libraryScreens,
  ...frameworkScreens,
];

/** Brings a screen before the eyes. `on` is the surface that the screen before was on. */
export async function show(screen: Screen, stage: Stage, on: Surface | undefined): Promise<Surface> {
  await screen.before?.(stage);
  const surface = screen.at ? await stage.open(screen.at) : on;
  if (!surface) throw new Error(`${screen.name} has no surface to be on`);
  await screen.act?.(surface, stage);
  await surface.waitUntil(
    screen.shows,
    (css) => document.querySelector(css)?.checkVisibility() && !document.querySelector('[aria-busy=true]'),
    screen.shows,
  );
  await settle(surface);
  return surface;
}
