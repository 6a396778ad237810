import { longestReading, native } from './page.ts';

/** Elements whose text nobody reads on the page, or not as the page's. */
const unread =
  /^(head|script|style|noscript|template|title|textarea|select|datalist|iframe|object|video|audio|canvas|annotation)$/;

/** Elements that words run through. All others part what stands inside from what stands around. */
const inline =
  /^(a|abbr|acronym|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|meter|nobr|output|progress|q|rb|rp|rt|ruby|s|samp|slot|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|img|picture|svg|map|math|m(?:frac|i|n|o|over|root|row|space|sqrt|style|sub|subsup|sup|text|under|underover)|\S+-\S*|script|style|noscript|template)$/;

/** What is told of a page's text on the way through it. */
export type Heard = {
  /** A text node; false ends the walk. */
  text(node: Node, data: string): boolean;
  /** The edge of a block, an outer or an inner one. */
  edge(): void;
};

/**
 * Walks through the text that a page shows, in document order, without recursion, for `longestReading` at most. With
 * `folded`, what a style sheet or `hidden` keeps back for the moment (a tab panel, a closed section) is told too.
 */
export function walkText(document: Document, folded: boolean, heard: Heard): void {
  const get = <Result>(name: string) => native<Result>(document, name)(document);
  const root = get<Element | null>('documentElement');
  if (!root) return;
  const next = native<Node | null>(root, 'nextSibling');
  const first = native<Node | null>(root, 'firstChild');
  const parent = native<Node | null>(root, 'parentNode');
  const value = native<string | null>(root, 'nodeValue');
  const typeOf = native<number>(root, 'nodeType');
  const nameOf = native<string>(root, 'localName');
  const isKeptBack = folded ? () => false : keptBack(root, get<Window | null>('defaultView'));
  const isElement = (node: Node): node is Element => typeOf(node) === 1;
  const pass = (node: Node) => {
    if (isElement(node) && !inline.test(nameOf(node))) heard.edge();
  };
  const end = Date.now() + longestReading;
  let node: Node | null = root;
  for (let seen = 1; node && (seen % 1024 !== 0 || Date.now() < end); seen += 1) {
    if (typeOf(node) === 3 && !heard.text(node, value(node) ?? '')) return;
    pass(node);
    const isOpen: boolean = isElement(node) && !unread.test(nameOf(node)) && !isKeptBack(node);
    let following: Node | null = isOpen ? first(node) : null;
    while (!following && node && node !== root) {
      following = next(node);
      if (following) break;
      node = parent(node);
      if (node) pass(node);
    }
    node = following;
  }
}

/** Whether the browser keeps an element back, with all that is in it. */
function keptBack(root: Element, view: Window | null): (element: Element) => boolean {
  const isHidden = native<boolean>(root, 'hasAttribute');
  // Quick, but false for `display: contents` too; younger than the DOM that tests run in.
  const isShown = (root as Partial<Element>).checkVisibility;
  return (element) => {
    if (isShown?.call(element)) return false;
    return view ? view.getComputedStyle(element).display === 'none' : isHidden(element, 'hidden');
  };
}
