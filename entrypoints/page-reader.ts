import type { UnlistedScriptDefinition } from 'wxt';
import { readPage } from '../lib/readers/index.ts';

/** Injected into the page that the person asked about; its return value is what the injection answers. */
export default {
  main: () => ({
    ...readPage(document),
    contentType: document.contentType,
    loaded: performance.getEntriesByType('navigation')[0]?.name,
  }),
} satisfies UnlistedScriptDefinition;
