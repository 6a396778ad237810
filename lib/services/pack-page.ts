import type { OutboxEntry } from '../domain/outbox-entry.ts';
import { type Delivered, deliveriesOfPage, entriesAt } from '../store/standing-together.ts';
import { keyOf, leaving, type Packing, type Parcel } from './parcel.ts';

/**
 * Packs a whole page, for kinds of which one object holds a page: all its alignments that are to stand there, in one
 * request, whichever of them was due. What was withdrawn is left out of it; where nothing else is left, the object goes.
 */
export async function packPage(packing: Packing, entry: OutboxEntry): Promise<Parcel | undefined> {
  const page = await pageOf(packing, entry);
  const standing = page === undefined ? [] : await deliveriesOfPage(packing.database, entry.registry, page);
  const [first] = standing;
  if (first) return packStanding(packing, entry, first, standing);
  return entry.action === 'withdraw' ? packLast(packing, entry) : undefined;
}

/** The page of an entry. Of one that is withdrawn it is known from what still stands in the same object. */
async function pageOf({ database }: Packing, { action, alignment, registry, uri }: OutboxEntry) {
  const own = action === 'publish' ? [alignment] : [];
  const others = action === 'withdraw' && uri ? await entriesAt(database, registry, uri) : [];
  const wanted = others.filter((other) => other.action === 'publish').map((other) => other.alignment);
  const alignments = await database.alignments.bulkGet([...own, ...wanted]);
  return alignments.find((one) => one !== undefined)?.resource;
}

async function packStanding(
  packing: Packing,
  { registry, uri: before }: OutboxEntry,
  { alignment }: Delivered,
  standing: readonly Delivered[],
): Promise<Parcel | undefined> {
  const { database, adapter, connection } = packing;
  if (!adapter.publish || !adapter.addressOf) return undefined;
  const resource = (await database.resources.get(alignment.resource)) ?? { address: alignment.resource, fields: {} };
  const publication = { alignment, resource, alignments: standing.map((one) => one.alignment) };
  const uri = adapter.addressOf(connection, { ...publication, key: '' });
  const addresses = [uri, before, ...standing.map(({ entry }) => entry.uri)];
  const withdrawn = await withdrawnAt(database, registry, addresses);
  const entries = [...standing.filter(isNews).map(asSent), ...withdrawn];
  const key = await keyOf([...standing.map(asSent), ...withdrawn]);
  return {
    entries,
    uri,
    ...(await leaving(packing, addresses, uri, [...standing.map(({ entry }) => entry), ...withdrawn])),
    send: async (signal) => adapter.publish?.(connection, { ...publication, key }, signal),
  };
}

/** The withdrawal of an object of which nothing is to stand any more. */
async function packLast({ database, adapter, connection }: Packing, entry: OutboxEntry): Promise<Parcel> {
  const { registry, uri } = entry;
  if (uri === undefined) return { entries: [entry], uri, send: async () => undefined };
  const entries = await withdrawnAt(database, registry, [uri]);
  const key = await keyOf(entries);
  return { entries, uri, send: async (signal) => adapter.withdraw?.(connection, uri, signal, key) };
}

/** The entries that are to be gone from any of these addresses and are not yet. */
async function withdrawnAt(
  database: Packing['database'],
  registry: string,
  addresses: readonly (string | undefined)[],
): Promise<OutboxEntry[]> {
  const known = [...new Set(addresses)].filter((address) => address !== undefined);
  const entries = await Promise.all(known.map((address) => entriesAt(database, registry, address)));
  return entries.flat().filter(({ action, state }) => action === 'withdraw' && state !== 'withdrawn');
}

/** Whether the registry is told something new: what stands there in these words already is sent along and not settled again. */
function isNews({ alignment, entry }: Delivered): boolean {
  return entry.state !== 'delivered' || entry.receipt?.revision !== alignment.revision;
}

function asSent({ alignment, entry }: Delivered): OutboxEntry {
  return { ...entry, revision: alignment.revision };
}
