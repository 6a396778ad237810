import { useSyncExternalStore } from 'react';

/** From here on there is room for filters beside a table; as the style sheets have it. */
const query = '(min-width: 60rem)';

/** Whether the window is wide enough for two columns. */
export function useWide(): boolean {
  return useSyncExternalStore(hear, () => globalThis.matchMedia?.(query).matches ?? true);
}

function hear(changed: () => void): () => void {
  const media = globalThis.matchMedia?.(query);
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
}
