import { deliveryStates, type LibraryState } from '../domain/library-filter.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** The states that deliveries make, what needs the person last, so that it stays. */
const byNeed = ['published', 'waiting', 'failed'] as const satisfies readonly LibraryState[];

/**
 * The state of each alignment of which the outbox knows a delivery, as `libraryStateOf` calls it; all others are `here`.
 * Answered by keys alone.
 */
export async function statesKept({ outbox }: PlumblineDatabase): Promise<Map<string, LibraryState>> {
  const states = new Map<string, LibraryState>();
  for (const state of byNeed) {
    for (const one of deliveryStates[state]) {
      const keys = await outbox.where('[state+nextTry]').between([one, -Infinity], [one, Infinity]).primaryKeys();
      for (const key of keys) states.set(key.slice(key.indexOf(':') + 1), state);
    }
  }
  return states;
}
