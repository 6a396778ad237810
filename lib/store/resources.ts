import { LearningResource, type LearningResourceDraft } from '../domain/learning-resource.ts';
import type { PlumblineDatabase } from './database.ts';

/** Keeps what is known of a resource, inside the caller's transaction. The newest reading wins as a whole. */
export async function putResource(
  database: PlumblineDatabase,
  draft: LearningResourceDraft,
  at: string,
): Promise<void> {
  const standing = await database.resources.get(draft.address);
  await database.resources.put(
    LearningResource.parse({ ...draft, modified: at, revision: (standing?.revision ?? 0) + 1 }),
  );
}
