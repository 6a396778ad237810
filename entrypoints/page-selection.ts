import type { UnlistedScriptDefinition } from 'wxt';
import { captureSelection, isInnerFrameActive } from '../lib/readers/selection.ts';

/** Injected where the person asks for the page's selection; its return value is what the injection answers. */
export default {
  main: () => ({ evidence: captureSelection(document), isElsewhere: isInnerFrameActive(document) }),
} satisfies UnlistedScriptDefinition;
