import type { Skill } from '../domain/skill.ts';
import { type Place, type Places, settlePlaces } from './places.ts';
import type { Tally } from './warnings.ts';

/** A CFAssociation, its ends as the uris of what they name, or as they stand there where that is outside. */
export type CaseAssociation = {
  /** `isChildOf`, `replacedBy`, `exactMatchOf`; others say nothing about the tree or the skill itself. */
  type: string;
  origin: string;
  destination: string;
  /** Place among the children of the destination. */
  sequence?: number;
  /** Whether it belongs to a grouping (CFAssociationGrouping): a second arrangement of the same items. */
  grouped?: boolean;
};

/** What the associations of a framework say of its items, by their uris. */
export type CaseRelations = {
  places: Places;
  replacedBy: Map<string, string>;
  sameAs: Map<string, Set<string>>;
};

/** What stands for the framework itself as a destination: a child of it is at the top. */
export const top = '';

/**
 * Sorts a framework's associations by the directions of CASE (information model, section 7.4.1): the origin is the child
 * of the destination, is superseded by it, is derived from it and matches it. Of an item's parents the first counts, and
 * one outside any grouping before one within. `held` are the uris of the framework's items.
 */
export function relationsOf(
  associations: Iterable<CaseAssociation>,
  held: ReadonlySet<string>,
  tally: Tally,
): CaseRelations {
  const places: Places = new Map();
  const replacedBy = new Map<string, string>();
  const sameAs = new Map<string, Set<string>>();
  const grouped: CaseAssociation[] = [];
  for (const association of associations) {
    const { origin, destination } = association;
    const type = plainType(association.type);
    if (type === 'ischildof' && held.has(origin)) {
      if (association.grouped) grouped.push(association);
      else place(places, association, tally);
    } else if (type === 'replacedby' && held.has(origin) && destination && origin !== destination) {
      replacedBy.set(origin, destination);
    } else if (type === 'exactmatchof' && destination && origin !== destination) {
      for (const [one, other] of [[origin, destination] as const, [destination, origin] as const]) {
        if (held.has(one)) sameAs.set(one, (sameAs.get(one) ?? new Set()).add(other));
      }
    }
  }
  for (const association of grouped) {
    if (!places.has(association.origin)) place(places, association, tally);
  }
  settlePlaces(places, held, tally);
  return { places, replacedBy, sameAs };
}

/** What the relations add to an item's skill. `deprecated`: whether it is no longer in force for another reason. */
export function relatedTo(
  uri: string,
  { replacedBy, sameAs }: CaseRelations,
  deprecated: boolean,
): Pick<Skill, 'status' | 'replacedBy' | 'sameAs'> {
  const successor = replacedBy.get(uri);
  const same = sameAs.get(uri);
  return {
    ...(successor ? { status: 'replaced' as const, replacedBy: successor } : deprecated && { status: 'deprecated' }),
    ...(same && { sameAs: [...same] }),
  };
}

function place(places: Places, { origin, destination, sequence }: CaseAssociation, tally: Tally): void {
  if (places.has(origin)) {
    tally.count('I435');
    return;
  }
  const found: Place = {};
  if (destination !== top) found.parent = destination;
  if (sequence !== undefined) found.position = sequence;
  places.set(origin, found);
}

/** Older exports write `Is Child Of`. */
function plainType(type: string): string {
  return type.replace(/[\s_-]+/g, '').toLowerCase();
}
