import { type DOMWindow, JSDOM } from 'jsdom';

/** A page in jsdom, with the one method that the readers use and jsdom lacks: whether an element has a box. */
export function openDom(html: string, url = 'https://lessons.example/graph'): DOMWindow {
  const { window } = new JSDOM(html, { url });
  Object.defineProperty(window.Element.prototype, 'checkVisibility', {
    configurable: true,
    value(this: Element) {
      return this.closest('[hidden], [style*="display:none"], [style*="display:contents"]') === null;
    },
  });
  return window;
}

/** Selects what stands between two marks of a page's text, `[` and `]`, which are taken out; across nodes too. */
export function openSelected(html: string, url?: string): DOMWindow {
  const window = openDom(html, url);
  const { document } = window;
  const range = document.createRange();
  const walker = document.createTreeWalker(document.documentElement, window.NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const start = node.data.indexOf('[');
    if (start >= 0) {
      node.deleteData(start, 1);
      range.setStart(node, start);
    }
    const end = node.data.indexOf(']');
    if (end < 0) continue;
    node.deleteData(end, 1);
    range.setEnd(node, end);
  }
  document.getSelection()?.addRange(range);
  return window;
}
