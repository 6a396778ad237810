import { vi } from 'vitest';
import type { EvidenceMark, MarkWords } from '../../lib/domain/evidence-mark.ts';
import { captureSelection } from '../../lib/readers/selection.ts';
import { openSelected } from '../readers/dom.ts';

/** Words of marks as a screen would say them. */
export const words: MarkWords = { language: 'en', direction: 'ltr', group: 'Evidence', changed: 'Changed since.' };

/** A mark for what stands between `[` and `]` of a page, as it is when it is quoted. */
export function markOf(html: string, skill = 'Slope'): EvidenceMark {
  const evidence = captureSelection(openSelected(html).document);
  if (!evidence) throw new Error('nothing selected');
  const name = `teaches ${skill}`;
  return { evidence, shows: [{ relation: 'teaches', skill }], names: { exact: name, changed: `${name}, changed` } };
}

/** Puts HTML into the test's own page, without the marks of what is selected. */
export function open(html: string): void {
  const { body } = new DOMParser().parseFromString(html.replace(/[[\]]/g, ''), 'text/html');
  document.body.replaceChildren(...body.childNodes);
}

/** What jsdom does not do: it lays nothing out. Each text node that is not hidden is a line of 10 pixels, one below the other. */
export function layOut() {
  const roots: ShadowRoot[] = [];
  const listeners: { target: EventTarget; name: string; signal: AbortSignal | undefined }[] = [];
  const watching = new Set<object>();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, how) {
    if (how.mode !== 'closed') throw new Error('an open shadow root');
    const root = attach.call(this, how);
    roots.push(root);
    return root;
  });
  const add = EventTarget.prototype.addEventListener;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    name,
    heard,
    how,
  ) {
    const signal = typeof how === 'object' ? how.signal : undefined;
    listeners.push({ target: this ?? window, name, signal });
    return add.call(this ?? window, name, heard, how);
  });
  Range.prototype.getClientRects = function (this: Range) {
    const holder = this.startContainer.parentElement;
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let line = 0;
    while (all.nextNode() && all.currentNode !== this.startContainer) line += 1;
    const isHidden = !document.body.contains(holder) || holder?.closest('[hidden]') !== null;
    const rects = isHidden || this.collapsed ? [] : [new Rect(10, line * 10 - scrollY, 100, 10)];
    return rects as unknown as DOMRectList;
  };
  Element.prototype.scrollIntoView = vi.fn();
  for (const name of ['MutationObserver', 'ResizeObserver'] as const) {
    const Real = name === 'MutationObserver' ? globalThis.MutationObserver : undefined;
    vi.stubGlobal(
      name,
      class {
        #real: MutationObserver | undefined;
        constructor(heard: () => void) {
          this.#real = Real && new Real(heard);
        }
        observe(at: Node, how?: MutationObserverInit) {
          watching.add(this);
          this.#real?.observe(at, how);
        }
        disconnect() {
          watching.delete(this);
          this.#real?.disconnect();
        }
      },
    );
  }
  Object.defineProperty(Element.prototype, 'checkVisibility', {
    configurable: true,
    value(this: Element) {
      return this.closest('[hidden]') === null;
    },
  });
  const shadow = () => {
    const root = roots.at(-1);
    if (!root) throw new Error('no marks');
    return root;
  };
  const foreign = () => listeners.filter(({ target }) => !(target instanceof Node) || !inMarks(target));
  const inMarks = (node: Node) => roots.some((root) => root.contains(node));
  return {
    /** The closed root of the marks that were drawn last. */
    shadow,
    marks: () => [...shadow().querySelectorAll<HTMLElement>('.mark')],
    card: () => shadow().querySelector<HTMLElement>('.card') as HTMLElement,
    /** Listeners that outlive the marks, and observers that still watch. */
    left: () => ({
      listeners: foreign().filter(({ signal }) => !signal?.aborted),
      watching: watching.size,
    }),
  };
}

class Rect {
  readonly right: number;
  readonly bottom: number;
  constructor(
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {
    this.right = left + width;
    this.bottom = top + height;
  }
}
