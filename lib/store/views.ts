import { SavedView } from '../domain/saved-view.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** Keeps a choice of what the library shows under a name: a new one, or another name or filter for one that is there. */
export function keepView(
  database: PlumblineDatabase,
  view: Omit<SavedView, 'modified'>,
  now: Date,
): Promise<SavedView> {
  const kept = SavedView.parse({ ...view, name: view.name.trim(), modified: now.toISOString() });
  return writing(database, async () => {
    await database.views.put(kept);
    return kept;
  });
}

/** Forgets a saved view. What it shows stays as it is. */
export function removeView(database: PlumblineDatabase, id: string): Promise<void> {
  return writing(database, () => database.views.delete(id));
}
