import type { DeliveryState } from './outbox-entry.ts';
import { Fit, Relation } from './resource-alignment.ts';

/**
 * What became of an alignment, in the few words of a table: `failed` waits for the person somewhere, `waiting` is on its
 * way, `published` stands at a registry, `here` is on this device alone.
 */
export const libraryStates = ['published', 'waiting', 'failed', 'here'] as const;
/** What became of an alignment at the registries, as the library narrows by it. */
export type LibraryState = (typeof libraryStates)[number];

/** The deliveries by which an alignment is in a state; without any of them it is `here`. */
export const deliveryStates: Record<Exclude<LibraryState, 'here'>, readonly DeliveryState[]> = {
  published: ['delivered'],
  waiting: ['queued', 'sending'],
  failed: ['failed', 'paused'],
};

/** The state by which a row is called: what needs the person goes before what goes by itself. */
export function libraryStateOf(deliveries: readonly { state: DeliveryState }[]): LibraryState {
  const order = ['failed', 'waiting', 'published'] as const;
  const has = (state: (typeof order)[number]) => deliveries.some((one) => deliveryStates[state].includes(one.state));
  return order.find(has) ?? 'here';
}

/** Whether a passage of the page is quoted for an alignment. */
export const evidenceValues = ['quoted', 'none'] as const;

/**
 * By what the library is narrowed, in the order of the screen: what became of an alignment, its relation and fit, whether a
 * passage is quoted, the skill's framework and the place where it was found, the kind of page, and who aligned it. A skill
 * of no framework, a page of no kind and an alignment by nobody named have the value ''.
 */
export const facets = ['state', 'relation', 'fit', 'evidence', 'framework', 'source', 'kind', 'who'] as const;
/** Something by which the library is narrowed. */
export type Facet = (typeof facets)[number];

/** The values that some facets can have, in the order in which they are shown; those of the others are in the data. */
export const facetValues = {
  state: libraryStates,
  relation: Relation.options,
  fit: Fit.options,
  evidence: evidenceValues,
} as const satisfies Partial<Record<Facet, readonly string[]>>;

/**
 * Which alignments to show: of each facet those with any of the values; a facet that is absent lets all through. Every word
 * has to stand in the page's title or address, the skill or the note.
 */
export type LibraryFilter = { [one in Facet]?: readonly string[] } & { words?: string };

/** Reads a filter from the part of an address behind `?`. What is not known of it is left out. */
export function readFilter(query: string): LibraryFilter {
  const asked = new URLSearchParams(query);
  const filter: LibraryFilter = {};
  for (const facet of facets) {
    const known: readonly string[] | undefined = Object.hasOwn(facetValues, facet)
      ? facetValues[facet as keyof typeof facetValues]
      : undefined;
    const values = [...new Set(asked.getAll(facet))].filter((value) => !known || known.includes(value));
    if (values.length > 0) filter[facet] = values;
  }
  const words = asked.get('words')?.trim();
  return words ? { ...filter, words } : filter;
}

/** A filter as the part of an address behind `?`, the same for the same filter; empty where it lets all through. */
export function filterQuery(filter: LibraryFilter): string {
  const said = facets.flatMap((facet) => [...(filter[facet] ?? [])].sort().map((value) => [facet, value]));
  const words = filter.words?.trim();
  return new URLSearchParams(words ? [...said, ['words', words]] : said).toString();
}

/** A filter with a value of a facet added, or taken out where it is there. */
export function toggled(filter: LibraryFilter, facet: Facet, value: string): LibraryFilter {
  const { [facet]: chosen = [], ...rest } = filter;
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}
