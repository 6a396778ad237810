/** When something first stood on a page, painted, in milliseconds since its navigation began; by name. */
type Sightings = { popup?: number; field?: number; results?: number };

declare global {
  var sightings: Sightings;
}

/** Runs in a page: empties the search, since what is typed there is kept for the page and found again. */
export async function emptySearch(): Promise<void> {
  const field = document.querySelector('.combobox input');
  if (!field) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** What is to be waited for on a page, as selectors, and what is typed as soon as the field is there. */
export type Watched = { popup: string; field: string; results: string; words: string };

/** Runs in a page before anything of its own. Its source text is carried there, so it refers to nothing outside itself. */
export function watchPage({ popup, field, results, words }: Watched): void {
  const seen: Sightings = {};
  globalThis.sightings = seen;
  const begun = new Set<keyof Sightings>();
  // The task after a frame begins when the frame is painted.
  const note = (name: keyof Sightings) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen[name] = performance.now();
      };
      port2.postMessage(0);
    });
  const look = () => {
    for (const [name, css] of Object.entries({ popup, field, results }) as [keyof Sightings, string][]) {
      const element = begun.has(name) ? null : document.querySelector(css);
      if (!element) continue;
      begun.add(name);
      note(name);
      if (name === 'field') {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, words);
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}
