import { resolveIri } from './iri.ts';

/** How long the readers may take for one page together, in milliseconds; what was found until then stands. */
export const longestReading = 3_000;

/** How many characters all values of a page may hold together. */
export const mostText = 10_000_000;

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
  /** Elements that match, in document order. */
  select(selector: string, within?: Element): Element[];
  attribute(element: Element, name: string): string | null;
  attributeNames(element: Element): string[];
  /** Local name, in lower case in HTML. */
  name(element: Element): string;
  parent(element: Element): Element | null;
  /** The text inside, white space as it stands. Counts against `mostText`. */
  text(element: Element): string;
  /** A finder of the nearest element with an attribute, itself or around. Looks at each element of the page once. */
  nearest(name: string): (element: Element | null) => Element | undefined;
  /** The first element with this id. */
  byId(id: string): Element | null;
  /** The markup inside, with these attributes added to each child that lacks them. Counts against `mostText`. */
  markup(element: Element, attributes: [name: string, value: string][]): string;
  /** Whether time or text has run out: stop, and say so. */
  exhausted(): boolean;
};

/** An interface's own method or getter, past anything that the page put in its way. Throws where there is none. */
export function native<Method>(object: object, name: string): Method {
  for (let it = Object.getPrototypeOf(object); it; it = Object.getPrototypeOf(it)) {
    const found = Object.getOwnPropertyDescriptor(it, name);
    if (found) return found.get ?? found.value;
  }
  throw new TypeError(name);
}

/**
 * Opens a document for the readers, as if read at `baseUrl`, default its own address. Answers undefined where it has no
 * element at all.
 */
export function openPage(document: Document, baseUrl?: string): Page | undefined {
  const root = native<() => Element | null>(document, 'documentElement').call(document);
  if (!root) return undefined;
  const selectAll = native<Document['querySelectorAll']>(document, 'querySelectorAll');
  const selectIn = native<Element['querySelectorAll']>(root, 'querySelectorAll');
  const getAttribute = native<Element['getAttribute']>(root, 'getAttribute');
  const setAttribute = native<Element['setAttribute']>(root, 'setAttribute');
  const getNames = native<Element['getAttributeNames']>(root, 'getAttributeNames');
  const getName = native<() => string>(root, 'localName');
  const getParent = native<() => Element | null>(root, 'parentElement');
  const getText = native<() => string | null>(root, 'textContent');
  const getChildren = native<() => HTMLCollection>(root, 'children');
  const getMarkup = native<() => string>(root, 'innerHTML');
  const clone = native<Node['cloneNode']>(root, 'cloneNode');
  const getById = native<Document['getElementById']>(document, 'getElementById');

  const end = Date.now() + longestReading;
  let room = mostText;
  const spend = (text: string) => {
    room -= text.length;
    return room < 0 ? '' : text;
  };
  const select = (selector: string, within?: Element) =>
    Array.from(within ? selectIn.call(within, selector) : selectAll.call(document, selector));
  const attribute = (element: Element, name: string) => getAttribute.call(element, name);
  const url = baseUrl ?? native<() => string>(document, 'URL').call(document);
  const [baseElement] = select('base[href]');
  const reference = (baseElement && attribute(baseElement, 'href')) ?? '';
  // A frame's own document may have no address, but a base (`about:srcdoc`).
  const base = baseUrl ? resolveIri(reference, baseUrl) : native<() => string>(document, 'baseURI').call(document);
  return {
    url,
    base: base.replace(/#.*/s, ''),
    root,
    select,
    attribute,
    attributeNames: (element) => getNames.call(element),
    name: (element) => getName.call(element),
    parent: (element) => getParent.call(element),
    text: (element) => (room < 0 ? '' : spend(getText.call(element) ?? '')),
    nearest(name) {
      const known = new Map<Element, Element | undefined>();
      return (element) => {
        const passed: Element[] = [];
        let found: Element | undefined;
        for (let at = element; at; at = getParent.call(at)) {
          if (known.has(at)) {
            found = known.get(at);
            break;
          }
          passed.push(at);
          if (attribute(at, name) !== null) {
            found = at;
            break;
          }
        }
        for (const one of passed) known.set(one, found);
        return found;
      };
    },
    byId: (id) => getById.call(document, id),
    markup(element, attributes) {
      const copy = clone.call(element, true) as Element;
      for (const child of Array.from(getChildren.call(copy))) {
        for (const [name, value] of attributes) {
          if (attribute(child, name) === null) setAttribute.call(child, name, value);
        }
      }
      return spend(getMarkup.call(copy));
    },
    exhausted: () => room < 0 || Date.now() > end,
  };
}

/** The words of a space-separated attribute. */
export function words(text: string | null | undefined): string[] {
  return text?.match(/[^ \t\n\f\r]+/g) ?? [];
}
