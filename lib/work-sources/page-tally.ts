import { pageAddress, typedAddress } from '../domain/web-address.ts';
import { type FoundPage, mostWorkItems } from '../domain/work-list.ts';

/** What a source names: pages, and what of it is none, so that nothing is lost unseen. */
export type NamedPages = {
  /** Each once, in the order in which they are named first. */
  pages: FoundPage[];
  /** Names of pages that were there already. */
  twice: number;
  /** What is no address of a page, the first of them as they stand there. */
  refused: { count: number; first: string[] };
  /** Pages beyond those that a list can have. */
  over: number;
};

/** Counts pages as a source names them. */
export type PageTally = {
  readonly named: NamedPages;
  /** Takes what stands for an address, and what the page is called; an empty title is none. */
  add(address: string, title?: string): void;
  /** Takes what names no page. */
  refuse(text: string): void;
};

/** How many of the refused are shown, and how much of each, in UTF-16 code units. */
const shown = 5;
const longestShown = 120;

/** The longest title that is kept, in UTF-16 code units. */
const longestTitle = 1000;

/** The longest address of a page (lib/domain/web-address.ts). */
const longestAddress = 4096;

/**
 * A page's address as it stands in a list, with or without `https://`; undefined where it is none. A word without a stop in
 * it is no host here, as it may be where a person types one.
 */
export function listedAddress(text: string): string | undefined {
  const typed = typedAddress(text);
  if (!typed || !(/^https?:/i.test(text.trim()) || typed.hostname.includes('.'))) return undefined;
  return pageAddress(typed.href);
}

/** A tally with nothing in it. */
export function newPageTally(): PageTally {
  const named: NamedPages = { pages: [], twice: 0, refused: { count: 0, first: [] }, over: 0 };
  const known = new Set<string>();
  const refuse = (text: string) => {
    named.refused.count += 1;
    if (named.refused.first.length < shown) named.refused.first.push(lineOf(text).slice(0, longestShown));
  };
  return {
    named,
    refuse,
    add(text, title = '') {
      const address = listedAddress(text);
      if (address === undefined || address.length > longestAddress) return refuse(text);
      if (known.has(address)) {
        named.twice += 1;
        return undefined;
      }
      if (known.size >= mostWorkItems) {
        named.over += 1;
        return undefined;
      }
      known.add(address);
      const called = lineOf(title).slice(0, longestTitle);
      named.pages.push({ address, ...(called && { title: called }) });
      return undefined;
    },
  };
}

/** Several sources as one: a page that two of them name is there once. */
export function together(all: readonly NamedPages[]): NamedPages {
  const tally = newPageTally();
  for (const { pages } of all) for (const { address, title } of pages) tally.add(address, title);
  const { named } = tally;
  const sum = (count: (one: NamedPages) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    pages: named.pages,
    twice: named.twice + sum(({ twice }) => twice),
    over: named.over + sum(({ over }) => over),
    refused: {
      count: sum(({ refused }) => refused.count),
      first: all.flatMap(({ refused }) => refused.first).slice(0, shown),
    },
  };
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
