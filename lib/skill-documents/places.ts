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

/** What a document says of its tree, by the uris of its skills. */
export type SaidOfTree = {
  /** Of each skill, what it says that it stands below; the first that is held counts. */
  above: Iterable<readonly [uri: string, parents: readonly string[]]>;
  /** What a skill, or the framework itself (undefined), says that stands below it, in order. */
  below: Iterable<readonly [parent: string | undefined, children: readonly string[]]>;
};

/**
 * The places of skills in a document that says who stands below whom from either end, or from both: a child's own word
 * about its parent comes first, and the order is its parent's. Settled as `settlePlaces` does.
 */
export function placesFrom({ above, below }: SaidOfTree, held: ReadonlySet<string>, tally: Tally): Places {
  const places: Places = new Map();
  for (const [uri, parents] of above) {
    const others = parents.filter((parent) => parent !== uri);
    if (others.length > 1) tally.count('I435');
    const parent = others.find((one) => held.has(one)) ?? others[0];
    if (parent !== undefined) places.set(uri, { parent });
  }
  for (const [parent, children] of below) {
    for (const [position, child] of children.entries()) {
      if (!held.has(child) || child === parent) continue;
      const place = places.get(child) ?? {};
      if (parent !== undefined) place.parent ??= parent;
      if (place.parent === parent) place.position ??= position;
      places.set(child, place);
    }
  }
  settlePlaces(places, held, tally);
  return places;
}

/** A place as it goes into a skill: without the keys that have no value. */
export function placeIn(places: Places, uri: string): Place {
  const { parent, position } = places.get(uri) ?? {};
  return { ...(parent !== undefined && { parent }), ...(position !== undefined && { position }) };
}
