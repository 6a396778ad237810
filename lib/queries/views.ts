import type { SavedView } from '../domain/saved-view.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** The saved views in the order of their names. */
export async function savedViews({ views }: PlumblineDatabase): Promise<SavedView[]> {
  return (await views.toArray()).sort(
    (one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1),
  );
}
