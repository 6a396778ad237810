import type { Surface } from './browsers/browser.ts';

/** Lets what fades be at its end, as after a change of colours. Firefox never ends what it does not paint. */
export function settle(surface: Surface): Promise<void> {
  return surface.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}
