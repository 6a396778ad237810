/** Somebody who reads a page that stands in a tab. */
export type Candidate = {
  /** Reads all that it can read of the page; answers how many things it found. */
  read(document: Document): number | Promise<number>;
};

/** The page as text, for those who read text: a content script has the page as a DOM and must make it. */
export function markupOf(document: Document): string {
  return document.documentElement.outerHTML;
}
