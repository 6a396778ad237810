import { useSyncExternalStore } from 'react';

/** From here on there is room for filters beside a table; as the style sheets have it. */
const wide = hearing('(min-width: 60rem)');
/** From here on there is room for one thing of a table beside it, too. */
const widest = hearing('(min-width: 75rem)');

/** Whether the window is wide enough for two columns. */
export function useWide(): boolean {
  return useSyncExternalStore(wide.hear, wide.matches);
}

/** Whether the window is wide enough for three columns. */
export function useWidest(): boolean {
  return useSyncExternalStore(widest.hear, widest.matches);
}

/** Where a browser has no media queries there is room. */
function hearing(query: string) {
  return {
    matches: () => globalThis.matchMedia?.(query).matches ?? true,
    hear(changed: () => void): () => void {
      const media = globalThis.matchMedia?.(query);
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
  };
}
