import { microdataAll } from '@cucumber/microdata';
import type { Candidate } from './candidate.ts';

/** https://www.npmjs.com/package/@cucumber/microdata: microdata alone, from the DOM, one type at a time. */
export const cucumberMicrodata: Candidate = {
  read(document) {
    const items = Array.from(document.querySelectorAll('[itemtype]:not([itemprop])'));
    const types = new Set(items.flatMap((item) => item.getAttribute('itemtype')?.split(' ') ?? []));
    return [...types].flatMap((type) => microdataAll(type, document.documentElement)).length;
  },
};
