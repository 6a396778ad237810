import type { UnlistedScriptDefinition } from 'wxt';
import { createPageMarks } from '../lib/highlights/page-marks.ts';

/**
 * Injected where the person asks to see the evidence of a page. It leaves the marks' functions in our own world of the page,
 * which the page cannot see, for what comes after it (lib/services/show-evidence.ts).
 */
export default {
  main: () => {
    // An update of the extension injects it anew into pages that are marked.
    Reflect.get(globalThis, 'plumblineMarks')?.remove();
    Reflect.set(globalThis, 'plumblineMarks', createPageMarks(document));
  },
} satisfies UnlistedScriptDefinition;
