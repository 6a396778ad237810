import type { Row } from './rows.ts';

/** The headings of a table by its first row: each by a name of its own, those without one by their place. */
export function headingsOf(first: Row | undefined): string[] {
  const headings: string[] = [];
  for (const [at, cell] of (first?.cells ?? []).entries()) {
    const heading = cell || `Column ${at + 1}`;
    headings.push(headings.includes(heading) ? `${heading} (column ${at + 1})` : heading);
  }
  return headings;
}

/**
 * The place of the column under the first of these names that is among the headings, from 0; -1 where none is. Capitals,
 * spaces and punctuation do not count: they differ from one edition of a table to the next.
 */
export function placeOf(headings: readonly string[], names: readonly string[]): number {
  const bare = headings.map(bareOf);
  return names.map((name) => bare.indexOf(bareOf(name))).find((place) => place !== -1) ?? -1;
}

/** Whether each of these lists of names has one among the headings. */
export function hasHeadings(headings: readonly string[], ...each: (readonly string[])[]): boolean {
  return each.every((names) => placeOf(headings, names) !== -1);
}

function bareOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || heading;
}
