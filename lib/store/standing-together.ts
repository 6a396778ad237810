import { type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from './database.ts';

/** An alignment with its delivery. */
export type Delivered = { alignment: ResourceAlignment; entry: OutboxEntry };

/** The alignments of a page that are to stand at a registry, each with its delivery; oldest first. */
export async function deliveriesOfPage(
  { alignments, outbox }: PlumblineDatabase,
  registry: string,
  page: string,
): Promise<Delivered[]> {
  const ofPage = await alignments.where('resource').equals(page).sortBy('created');
  const entries = await outbox.bulkGet(ofPage.map(({ id }) => outboxId(registry, id)));
  return ofPage.flatMap((alignment, index) => {
    const entry = entries[index];
    return entry?.action === 'publish' ? [{ alignment, entry }] : [];
  });
}

/** The alignments of one page that are to stand at a registry together with one of them, which is among them; oldest first. */
export async function standingTogether(
  database: PlumblineDatabase,
  registry: string,
  { resource }: ResourceAlignment,
): Promise<ResourceAlignment[]> {
  return (await deliveriesOfPage(database, registry, resource)).map(({ alignment }) => alignment);
}

/** The entries of a registry that have one address. */
export function entriesAt({ outbox }: PlumblineDatabase, registry: string, uri: string): Promise<OutboxEntry[]> {
  return outbox.where('[uri+registry]').equals([uri, registry]).toArray();
}

/**
 * Whether other alignments than these stand, or are about to stand, at an address. Registries name an object by what it
 * says, so one that was removed and made again has the address of the one before.
 */
export async function isTakenOver(
  database: PlumblineDatabase,
  registry: string,
  uri: string,
  these: readonly OutboxEntry[],
): Promise<boolean> {
  const own = new Set(these.map(({ id }) => id));
  const others = await entriesAt(database, registry, uri);
  return others.some(({ id, action }) => action === 'publish' && !own.has(id));
}
