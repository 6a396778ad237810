import { LearningResource, type LearningResourceDraft } from '../domain/learning-resource.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** Keeps what the person says of a resource, in a transaction of its own. */
export function keepResource(database: PlumblineDatabase, draft: LearningResourceDraft, now: Date): Promise<void> {
  return writing(database, () =>
    database.transaction('rw', database.resources, () => putResource(database, draft, now.toISOString())),
  );
}

/**
 * Keeps what is known of a resource, inside the caller's transaction. The newest reading wins as a whole. Where nothing
 * could be read, as of a page that is closed by now, what was read before stays beside what the person says of it.
 */
export async function putResource(
  database: PlumblineDatabase,
  draft: LearningResourceDraft,
  at: string,
): Promise<void> {
  const { resources } = database;
  const standing = await resources.get(draft.address);
  const known =
    standing && !wasRead(draft) ? { ...standing, ...draft, fields: { ...standing.fields, ...draft.fields } } : draft;
  const revision = (standing?.revision ?? 0) + 1;
  const next = LearningResource.parse({ ...known, modified: at, revision });
  // What is added has nothing to be counted that it replaces.
  await (standing ? resources.put(next) : resources.add(next));
}

/** Whether the page itself said anything. */
function wasRead({ fields }: LearningResourceDraft): boolean {
  return Object.values(fields).some((said) => said?.some(({ by }) => by !== 'person' && by !== 'tab'));
}
