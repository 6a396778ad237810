import { type Facet, facets, type LibraryFilter } from '../domain/library-filter.ts';

/** The values of facets by number, so that a hundred thousand alignments are counted within a frame. */
export type FacetValues = {
  /** The number of a value, the same each time. */
  numberOf(facet: Facet, value: string): number;
  /** All values so far, by their numbers. */
  all: readonly { facet: Facet; value: string }[];
};

/** Begins numbering the values of facets. */
export function numberValues(): FacetValues {
  const numbers = new Map<string, number>();
  const all: { facet: Facet; value: string }[] = [];
  return {
    all,
    numberOf(facet, value) {
      const key = `${facet} ${value}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push({ facet, value }) - 1;
    },
  };
}

/** How many alignments have each value of each facet. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** What passes a filter, and what would. */
export type Narrowed = {
  /** The alignments that pass, in the order in which they came. */
  ids: string[];
  /** For each value how many there are of it among those that pass every other facet's choice. */
  counts: FacetCounts;
};

/**
 * Narrows alignments by a filter's facets; its words are the caller's. `valuesOf` names the values of one by their numbers,
 * undefined where nothing is known of it yet: it passes where nothing is asked.
 */
export function narrow(
  ids: readonly string[],
  valuesOf: (id: string) => readonly (readonly number[])[] | undefined,
  { all, numberOf }: FacetValues,
  filter: LibraryFilter,
): Narrowed {
  const bitOf = new Map(facets.map((facet, index) => [facet, 1 << index]));
  let asked = 0;
  const chosen = new Set<number>();
  for (const facet of facets)
    for (const value of filter[facet] ?? []) {
      asked |= bitOf.get(facet) ?? 0;
      chosen.add(numberOf(facet, value));
    }
  const bits = Uint16Array.from(all, ({ facet }) => bitOf.get(facet) ?? 0);
  const answers = Uint16Array.from(all, (_, number) => (chosen.has(number) ? (bits[number] ?? 0) : 0));
  const counted = new Uint32Array(all.length);
  const passing: string[] = [];
  for (const id of ids) {
    const values = valuesOf(id);
    let missed = asked;
    for (const some of values ?? []) for (const number of some) missed &= ~(answers[number] ?? 0);
    if (missed === 0) passing.push(id);
    // With two choices missed, no single other choice would let it through.
    if (!values || (missed & (missed - 1)) !== 0) continue;
    for (const some of values)
      for (const number of some)
        if (missed === 0 || bits[number] === missed) counted[number] = (counted[number] ?? 0) + 1;
  }
  return { ids: passing, counts: countsOf(all, counted) };
}

function countsOf(all: FacetValues['all'], counted: Uint32Array): FacetCounts {
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  for (const [number, { facet, value }] of all.entries()) counts[facet].set(value, counted[number] ?? 0);
  return counts;
}
