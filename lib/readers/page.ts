import { resolveIri } from './iri.ts';

/** How long the readers may take for one page together, in milliseconds; what was found until then stands. */
export const longestReading = 3_000;

/** How many characters a page's statements may take together; see `Page.spend`. */
export const mostText = 10_000_000;

/** How many elements of one kind are looked at; what comes after them in the page is left out. */
export const mostElements = 100_000;

/**
 * A document as the readers see it. Every look at the DOM goes through the interfaces' own methods and getters, since
 * a page can hide them: `<form name="querySelectorAll">` shadows the document's, `<input name="attributes">` its
 * form's (HTML, sections 3.1.7 and 4.10.3: named properties override built-ins there).
 */
export type Page = {
  /** The page's own address, with fragment. */
  readonly url: string;
  /** Address against which references resolve: the first `base` element's, against the page's own. No fragment. */
  readonly base: string;
  readonly root: Element;
  /** Those elements, of all that the page was opened for, that have one of these attributes; in document order. */
  having(...names: string[]): Element[];
  /** Elements that match, in document order: all, or those inside an element. Walks the tree, which takes its time. */
  query(selector: string, within?: Element): Element[];
  attribute(element: Element, name: string): string | null;
  attributeNames(element: Element): string[];
  /** Local name, in lower case in HTML. */
  name(element: Element): string;
  parent(element: Element): Element | null;
  /** The text inside, white space as it stands. */
  text(element: Element): string;
  /** The nearest element that matches, itself or around. */
  closest(element: Element, selector: string): Element | null;
  /** The first element with this id. */
  byId(id: string): Element | null;
  /** The markup inside, with these attributes added to each child that lacks them. */
  markup(element: Element, attributes: [name: string, value: string][]): string;
  /** Counts so many characters as said; false once they are more than `mostText`. */
  spend(characters: number): boolean;
  /** Whether time or text has run out: stop. */
  exhausted(): boolean;
  /** Whether anything was left out, for want of time or text or as there are too many elements. */
  isPartial(): boolean;
};

/** An interface's own method or getter, past anything that the page put in its way, to be called with its object. */
export function native<Result>(sample: object, name: string): (target: object, ...rest: unknown[]) => Result {
  let at = sample;
  let found: PropertyDescriptor | undefined;
  while (!found) {
    at = Object.getPrototypeOf(at);
    found = Object.getOwnPropertyDescriptor(at, name);
  }
  const method = found.get ?? found.value;
  return (target, ...rest) => method.apply(target, rest);
}

/**
 * Opens a document for the readers, as if read at `baseUrl`, default its own address. Answers undefined where it has no
 * element at all. `selector` is the union of all that the readers look for: one walk through the tree finds it.
 */
export function openPage(document: Document, selector: string, baseUrl?: string): Page | undefined {
  const get = <Result>(name: string, ...rest: unknown[]) => native<Result>(document, name)(document, ...rest);
  const end = Date.now() + longestReading;
  const root = get<Element | null>('documentElement');
  if (!root) return undefined;
  const attribute = native<string | null>(root, 'getAttribute');
  const name = native<string>(root, 'localName');
  const selectIn = native<NodeListOf<Element>>(root, 'querySelectorAll');
  let isCut = false;
  const query = (selector: string, within?: Element) => {
    const all = within ? selectIn(within, selector) : get<NodeListOf<Element>>('querySelectorAll', selector);
    isCut ||= all.length > mostElements;
    return Array.from({ length: Math.min(all.length, mostElements) }, (_, at) => all[at] as Element);
  };
  const attributeNames = native<string[]>(root, 'getAttributeNames');
  const found = query(selector).map((element): [Element, names: string[]] => [element, attributeNames(element)]);

  let room = mostText;
  const exhausted = () => room < 0 || Date.now() > end;
  const url = baseUrl ?? get<string>('URL');
  const [holder] = baseUrl ? query('base[href]') : [];
  const reference = (holder && attribute(holder, 'href')) ?? '';
  // A frame's own document may have no address, but a base (`about:srcdoc`).
  const base = baseUrl ? resolveIri(reference, baseUrl) : get<string>('baseURI');
  return {
    url,
    base: base.replace(/#.*/s, ''),
    root,
    having: (...wanted) =>
      found.flatMap(([element, names]) => (names.some((name) => wanted.includes(name)) ? element : [])),
    query,
    attribute,
    parent: native(root, 'parentElement'),
    attributeNames,
    name,
    text: native(root, 'textContent'),
    closest: native(root, 'closest'),
    byId: (id) => get('getElementById', id),
    markup(element, attributes) {
      const copy = native<Element>(root, 'cloneNode')(element, true);
      for (const child of Array.from(native<HTMLCollection>(root, 'children')(copy))) {
        for (const [name, value] of attributes) {
          if (attribute(child, name) === null) native(root, 'setAttribute')(child, name, value);
        }
      }
      return native<string>(root, 'innerHTML')(copy);
    },
    spend(characters) {
      room -= characters;
      return room >= 0;
    },
    exhausted,
    isPartial: () => isCut || exhausted(),
  };
}

/** The words of a space-separated attribute. */
export function words(text: string | null | undefined): string[] {
  return text?.match(/[^ \t\n\f\r]+/g) ?? [];
}
