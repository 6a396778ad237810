import type { Screen } from './index.ts';

/** The library's tabs over frameworks, of which the starter library is the only one here. */
export const frameworkScreens: readonly Screen[] = [
  { name: 'coverage', kind: 'page', at: { page: 'library.html#coverage' }, shows: '.matrix .heat' },
  {
    name: 'crosswalk',
    kind: 'page',
    at: { page: 'library.html#crosswalk' },
    act: (page) => page.click({ css: '.tree-side:first-child [aria-level="1"][aria-posinset="1"]' }),
    shows: '.suggestions :is(.hit, .muted)',
  },
  {
    name: 'crosswalk-review',
    kind: 'page',
    act: (page) => page.click({ css: '.toolbar .segmented label:last-child input' }),
    shows: '.main > .empty',
  },
];
