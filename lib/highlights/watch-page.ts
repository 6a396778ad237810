import { native } from '../readers/page.ts';

/** Events after which what is shown may stand elsewhere, besides changes of the tree and of sizes. */
const moving = ['scroll', 'resize', 'toggle', 'transitionend', 'animationend'];

/** Tells of everything that may move what a page shows, at most once a frame, until `signal` aborts. */
export function watchPage(document: Document, moved: () => void, signal: AbortSignal): void {
  let frame = 0;
  const movedSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      moved();
    });
  };
  for (const name of moving) addEventListener(name, movedSoon, { capture: true, passive: true, signal });
  const sizes = new ResizeObserver(movedSoon);
  for (const name of ['documentElement', 'body']) {
    const element = native<Element | null>(document, name)(document);
    if (element) sizes.observe(element);
  }
  const changes = new MutationObserver(movedSoon);
  changes.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    changes.disconnect();
    cancelAnimationFrame(frame);
  });
}
