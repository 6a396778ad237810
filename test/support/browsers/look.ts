import type { Seen, Target } from './browser.ts';

/** A target as it travels into the page: a RegExp as its source and flags. */
export type Query = { css: string } | { role: string; name?: string | { source: string; flags: string } };

/** An element as `look` finds it. */
export type Spotted = Seen & {
  /** Its middle, in CSS pixels of the viewport. */
  x: number;
  y: number;
  /** True where a click on that middle would reach it. */
  reachable: boolean;
};

/** What the page shows. */
export type View = { address: string; spotted: Spotted[]; text: string };

/** The browser's accessibility tree, asked about one element; where asking costs much, only once a member is read. */
export type Accessibility = (element: Element) => { role: string; name: string };

/** A target made fit to travel. */
export function queryOf(target: Target): Query {
  if ('css' in target || !(target.name instanceof RegExp)) return target as Query;
  return { role: target.role, name: { source: target.name.source, flags: target.name.flags } };
}

/**
 * Finds the elements that match, shadow trees included. Its source text is carried into the page, so it refers to
 * nothing outside itself.
 */
export function look(document: Document, query: Query, accessibility: Accessibility, scroll: boolean): View {
  const elementsIn = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...elementsIn(element.shadowRoot)] : [element],
    );

  const nameFits = (name: string): boolean => {
    if (!('role' in query) || query.name === undefined) return true;
    if (typeof query.name === 'string') return name === query.name;
    return new RegExp(query.name.source, query.name.flags).test(name);
  };

  const fits = (element: Element): boolean => {
    if ('css' in query) return element.matches(query.css);
    // HTML gives these no role, and most elements are such: asking Chromium about each takes milliseconds.
    if (element.matches(':is(div, span, br, svg *):not([role])')) return query.role === 'generic';
    const seen = accessibility(element);
    return seen.role === query.role && nameFits(seen.name);
  };

  const flag = (element: Element, attribute: string): boolean | undefined => {
    const value = element.getAttribute(attribute);
    return value === null ? undefined : value === 'true';
  };

  const isAt = (element: Element, x: number, y: number): boolean => {
    const top = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
    return (
      top !== null && (element.contains(top) || (top.closest('label') as HTMLLabelElement | null)?.control === element)
    );
  };

  const rendered = (element: Element | null): string => {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees is the question, not what the tree holds
    const text = (element as HTMLElement | null)?.innerText;
    return text ?? element?.textContent ?? '';
  };

  const spot = (element: Element): Spotted => {
    if (scroll) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const field = element as HTMLInputElement;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const checkable = element.localName === 'input' && /^(checkbox|radio)$/.test(field.type);
    return {
      ...accessibility(element),
      text: rendered(element).trim(),
      value: /^(input|textarea|select)$/.test(element.localName) ? field.value : undefined,
      disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
      checked: checkable ? field.checked : flag(element, 'aria-checked'),
      expanded: flag(element, 'aria-expanded'),
      focused: element.matches(':focus'),
      visible: box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true }),
      x,
      y,
      reachable: isAt(element, x, y),
    };
  };

  return {
    address: document.location.href,
    spotted: elementsIn(document).filter(fits).map(spot),
    text: rendered(document.body ?? document.documentElement),
  };
}
