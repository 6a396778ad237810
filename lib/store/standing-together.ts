import { outboxId } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from './database.ts';

/** The alignments of one page that are to stand at a registry together with one of them, which is among them; oldest first. */
export async function standingTogether(
  { alignments, outbox }: PlumblineDatabase,
  registry: string,
  { resource }: ResourceAlignment,
): Promise<ResourceAlignment[]> {
  const ofPage = await alignments.where('resource').equals(resource).sortBy('created');
  const entries = await outbox.bulkGet(ofPage.map(({ id }) => outboxId(registry, id)));
  return ofPage.filter((_, index) => entries[index]?.action === 'publish');
}
