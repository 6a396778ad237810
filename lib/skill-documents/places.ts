import { cutCircles } from './circles.ts';
import type { Tally } from './warnings.ts';

/** Where a skill stands in its framework's tree: `parent` and `position` of `Skill`. */
export type Place = { parent?: string; position?: number };

/** The places of a framework's skills, by their uris. A skill without an entry stands at the top. */
export type Places = Map<string, Place>;

/**
 * Puts to the top what stands below something that the framework does not hold, and cuts circles; both are counted. So
 * the way up from any skill ends, and on the way stand skills of the framework alone.
 */
export function settlePlaces(places: Places, held: ReadonlySet<string>, tally: Tally): void {
  const parents = new Map<string, string>();
  for (const [uri, place] of places) {
    if (place.parent === undefined) continue;
    if (held.has(place.parent)) {
      parents.set(uri, place.parent);
    } else {
      tally.count('I432');
      place.parent = undefined;
    }
  }
  for (const uri of cutCircles(parents)) {
    tally.count('I434');
    const place = places.get(uri);
    if (place) place.parent = undefined;
  }
}

/** A place as it goes into a skill: without the keys that have no value. */
export function placeIn(places: Places, uri: string): Place {
  const { parent, position } = places.get(uri) ?? {};
  return { ...(parent !== undefined && { parent }), ...(position !== undefined && { position }) };
}
