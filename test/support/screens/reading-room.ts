import type { Surface } from '../browsers/browser.ts';

/** What the reader of a surface cannot reach: content that is wider than its room, and texts that are cut off for good. */
type Unreachable = {
  /** What has to be scrolled sideways, or ends outside. Code may: its lines mean something. */
  sideways: string[];
  /**
   * Texts of which a part is not shown: neither in a row that opens, leads or can be chosen to read the rest, nor in a
   * bar that repeats what stands whole on the view before.
   */
  cutOff: string[];
};

/** Looks at everything that is shown now. */
export function unreachable(surface: Surface): Promise<Unreachable> {
  return surface.evaluate(async () => {
    // Whoever measures the new room does so with the next picture.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const root = document.documentElement;
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const told = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
    const all = [root, ...document.querySelectorAll('body, body *')].filter(isShown);

    const isEar = (element: Element): boolean => {
      if (getComputedStyle(element).clipPath === 'inset(50%)') return true;
      return element.parentElement !== null && isEar(element.parentElement);
    };
    const hasOwnText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isOutside = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && hasOwnText(element) && (right > root.clientWidth + 1 || left < -1);
    };
    const isSideways = (element: Element) => {
      if (element === root || element === document.body) return false;
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      return scrolls && element.scrollWidth > element.clientWidth + 1;
    };

    const isCut = (element: Element) => {
      if (element === root || element === document.body) return false;
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      // What only frames others shows them in scrollers of its own.
      if (webkitLineClamp === 'none' && !hasOwnText(element)) return false;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const hasText = (element: Element) => element.checkVisibility() && element.textContent?.trim();
    const isReadElsewhere = (element: Element) => {
      if (element.closest('a[href], [role=option], [role=row], [role=treeitem], input, textarea, select')) return true;
      if (element.closest('header')?.contains(element.closest('[title]'))) return true;
      const row = element.closest('li, tr, form, section');
      return [row, element.parentElement].some((around) => around?.querySelector('[aria-expanded], a[href]'));
    };
    return {
      sideways: all
        .filter((element) => !element.closest('pre') && !isEar(element) && (isSideways(element) || isOutside(element)))
        .map(told),
      cutOff: all
        .filter((element) => !isEar(element) && isCut(element) && hasText(element) && !isReadElsewhere(element))
        .map(told),
    };
  });
}
