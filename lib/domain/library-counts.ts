import type { DeliveryState } from './outbox-entry.ts';
import type { Relation } from './resource-alignment.ts';

/**
 * What is counted in the transaction of each write, so that no screen counts rows: alignments in all and by relation,
 * pages, statements from skill to skill, what lies in the trash, and deliveries by registry and state.
 */
export type CountedThing =
  | 'alignments'
  | `alignments/${Relation}`
  | 'resources'
  | 'skillAlignments'
  | 'trash'
  | `outbox/${string}/${DeliveryState}`;

/** One count as it is kept. A thing of which there is none may have no row. */
export type LibraryCount = { id: CountedThing; count: number };

/** The count's name for deliveries to a registry that are in a state. */
export function deliveriesCounted(registry: string, state: DeliveryState): CountedThing {
  return `outbox/${registry}/${state}`;
}
