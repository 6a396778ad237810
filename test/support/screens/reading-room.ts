import type { Surface } from '../browsers/browser.ts';

/** What the reader of a surface cannot reach: content that is wider than its room, and texts that are cut off for good. */
type Unreachable = {
  /** Elements that have to be scrolled sideways. Code may: its lines mean something. */
  sideways: string[];
  /** Texts of which a part is not shown, in no row that opens, leads or can be chosen to read the rest. */
  cutOff: string[];
};

/** Looks at everything that is shown now. */
export function unreachable(surface: Surface): Promise<Unreachable> {
  return surface.evaluate(() => {
    const root = document.documentElement;
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const told = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
    const all = [root, ...document.querySelectorAll('body, body *')].filter(isShown);

    const isSideways = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      (element === root || /auto|scroll/.test(getComputedStyle(element).overflowX));

    const isCut = (element: Element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // What is there for ears alone is no bigger than a dot.
      if (clipPath !== 'none') return false;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const hasText = (element: Element) => element.checkVisibility() && element.textContent?.trim();
    const isReadElsewhere = (element: Element) => {
      if (element.closest('a[href], [role=option], [role=row], [role=treeitem], input, textarea, select')) return true;
      const row = element.closest('li, tr, form, section');
      return row?.querySelector('[aria-expanded], a[href]') ?? false;
    };
    return {
      sideways: all.filter((element) => isSideways(element) && !element.closest('pre')).map(told),
      cutOff: all.filter((element) => isCut(element) && hasText(element) && !isReadElsewhere(element)).map(told),
    };
  });
}
