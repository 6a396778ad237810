/** How many CFDocuments are asked for at once: what CASE takes for granted (CASE 1.1 REST binding, parameter `limit`). */
export const pageSize = 100;

/** The most CFDocuments that are listed of one server, so that one whose pages never end comes to an end here. */
const mostDocuments = 10_000;

/** Where the list goes on: which version is spoken, after how many documents, and which was the first of the last page. */
export type Place = { leaf: string; offset: number; first: string };

/** A place as the text that crosses to the screen and back. */
export function placeText({ leaf, offset, first }: Place): string {
  return `${leaf} ${offset} ${first}`;
}

/** The place that a text tells; undefined for none, which is the beginning. */
export function placeIn(text: string | undefined): Place | undefined {
  const [, leaf, offset, first] = /^(v1p[01]) (\d{1,5}) (.+)$/su.exec(text ?? '') ?? [];
  return leaf && offset && first ? { leaf, offset: Number(offset), first } : undefined;
}

/** What a server answered when it was asked for a page. */
export type PageSeen = {
  leaf: string;
  /** Where it was asked to begin. */
  offset: number;
  /** The page before; absent for the first. */
  before: Place | undefined;
  /** How many rows came. */
  rows: number;
  /** What tells the first of them from others. */
  first: string;
  headers: Headers;
};

/** How many there are in all, by `X-Total-Count`; undefined where it says nothing readable. */
export function totalIn(headers: Headers): number | undefined {
  const total = headers.get('x-total-count');
  return total && /^\d{1,15}$/.test(total) ? Number(total) : undefined;
}

/** Whether the page is the one before once more: its server does not know `offset`. */
export function isRepeated({ before, first }: PageSeen): boolean {
  return before !== undefined && before.first === first;
}

/**
 * Where the list goes on after a page; undefined where it ends: the total is reached, or no total and no `Link` says
 * that there is more and the page is short, or more came than was asked for, which is everything, or the page repeats.
 */
export function placeAfter(page: PageSeen): string | undefined {
  const { leaf, rows, first, headers } = page;
  const offset = page.offset + rows;
  const total = totalIn(headers);
  const more =
    total !== undefined ? offset < total : rows === pageSize || /rel="?next\b/i.test(headers.get('link') ?? '');
  const everything = rows > pageSize;
  if (!more || rows === 0 || everything || isRepeated(page) || offset >= mostDocuments) return undefined;
  return placeText({ leaf, offset, first });
}
