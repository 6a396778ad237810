import type { MergedSkill } from './merged-skill.ts';
import { wordFor } from './skill.ts';

/** By what results can be narrowed, besides the place that found them. */
export const facets = ['framework', 'type', 'level'] as const;

/** One of them. */
export type Facet = (typeof facets)[number];

/** What of the results is shown; absent members leave all. Values are those of `facetValue`. */
export type SkillFilter = { [one in Facet | 'place']?: string | undefined };

/** A facet in which the results differ, with what they say and how often, the most frequent first. */
export type OfferedFacet = { facet: Facet; values: { value: string; count: number }[] };

/** What a row says in a facet; undefined where it says nothing. */
export function facetValue({ skill }: MergedSkill, facet: Facet): string | undefined {
  if (facet === 'type') return wordFor(skill.type);
  if (facet === 'level') return skill.level;
  return skill.framework?.name ?? skill.framework?.uri;
}

/** Whether a row is shown. */
export function passes(row: MergedSkill, filter: SkillFilter): boolean {
  if (filter.place !== undefined && !row.places.some(({ place }) => place === filter.place)) return false;
  return facets.every((facet) => filter[facet] === undefined || facetValue(row, facet) === filter[facet]);
}

/**
 * The facets to offer: those in which the results differ, and those that are chosen already, so that they can be dropped.
 * Each counts the rows that all other choices leave.
 */
export function offeredFacets(rows: readonly MergedSkill[], filter: SkillFilter): OfferedFacet[] {
  return facets.flatMap((facet) => {
    const { [facet]: chosen, ...others } = filter;
    const values = rows.filter((row) => passes(row, others)).map((row) => facetValue(row, facet));
    if (chosen === undefined && new Set(values).size < 2) return [];
    const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
    for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    const offered = Array.from(counts, ([value, count]) => ({ value, count }));
    return [
      { facet, values: offered.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)) },
    ];
  });
}

/** How many rows each place has that the other choices leave. */
export function countsByPlace(rows: readonly MergedSkill[], filter: SkillFilter): Map<string, number> {
  const { place: _, ...others } = filter;
  const counts = new Map<string, number>();
  for (const row of rows.filter((one) => passes(one, others))) {
    for (const { place } of row.places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
