import type { UnlistedScriptDefinition } from 'wxt';
import type { Evidence } from '../lib/domain/evidence.ts';
import { findPassage } from '../lib/readers/anchor.ts';

/**
 * Injected where an alignment's evidence is looked at. A script file takes no arguments: it leaves a function in our own
 * world of the page, which the page cannot see, and the next injection calls it (lib/services/find-passage.ts).
 */
export default {
  main: () => {
    Reflect.set(globalThis, 'plumblineFindPassage', (evidence: Evidence) => findPassage(document, evidence).state);
  },
} satisfies UnlistedScriptDefinition;
