import { type Candidate, markupOf } from './candidate.ts';

/** What anybody must find who reads these syntaxes; one walk through the tree. */
const needed =
  'script[type="application/ld+json"],[itemscope],[itemprop],[property],[typeof],[vocab],meta[content],link[rel]';

/** Finding the elements and doing nothing with them. */
export const querySelectorAll: Candidate = { read: (document) => document.querySelectorAll(needed).length };

/** Making the page's text and doing nothing with it. */
export const outerHtml: Candidate = { read: (document) => markupOf(document).length };
