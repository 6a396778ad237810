import type { DeliveryState } from './outbox-entry.ts';
import type { Relation } from './resource-alignment.ts';
import type { WorkState } from './work-list.ts';

/**
 * What is counted in the transaction of each write, so that no screen counts rows: alignments in all and by relation,
 * pages, statements from skill to skill, what lies in the trash, deliveries by registry and state, and pages to be
 * worked through by list and state.
 */
export type CountedThing =
  | 'alignments'
  | `alignments/${Relation}`
  | 'resources'
  | 'skillAlignments'
  | 'trash'
  | `outbox/${string}/${DeliveryState}`
  | `work/${string}/${WorkState}`;

/** One count as it is kept. A thing of which there is none may have no row. */
export type LibraryCount = { id: CountedThing; count: number };

/** The count's name for deliveries to a registry that are in a state. */
export function deliveriesCounted(registry: string, state: DeliveryState): CountedThing {
  return `outbox/${registry}/${state}`;
}

/** The count's name for pages of a work list that are in a state. */
export function workCounted(list: string, state: WorkState): CountedThing {
  return `work/${list}/${state}`;
}
