import type { OutboxEntry } from '../domain/outbox-entry.ts';
import { isTakenOver, standingTogether } from '../store/standing-together.ts';
import { packPage } from './pack-page.ts';
import { keyOf, leaving, type Packing, type Parcel } from './parcel.ts';

/**
 * Packs what an entry is about, with what goes along with it. Undefined where there is nothing left that could be sent, or
 * the kind takes none of it. Throws RegistryError where the registry cannot take it.
 */
export function packParcel(packing: Packing, entry: OutboxEntry): Promise<Parcel | undefined> {
  if (entry.of === 'skill') return packSkillAlignment(packing, entry);
  return packing.adapter.objectIs === 'page' ? packPage(packing, entry) : packAlignment(packing, entry);
}

async function packAlignment(packing: Packing, entry: OutboxEntry): Promise<Parcel | undefined> {
  const { database, adapter, connection } = packing;
  if (entry.action === 'withdraw') return packWithdrawal(packing, entry);
  const alignment = await database.alignments.get(entry.alignment);
  if (!alignment || !adapter.publish || !adapter.addressOf) return undefined;
  const resource = (await database.resources.get(alignment.resource)) ?? { address: alignment.resource, fields: {} };
  const alignments = await standingTogether(database, entry.registry, alignment);
  const publication = { alignment, resource, alignments, key: entry.key };
  const uri = adapter.addressOf(connection, publication);
  return {
    entries: [entry],
    uri,
    ...(await leaving(packing, [entry.uri], uri, [entry])),
    send: async (signal) => adapter.publish?.(connection, publication, signal),
  };
}

async function packWithdrawal({ database, adapter, connection }: Packing, entry: OutboxEntry): Promise<Parcel> {
  const { registry, uri, key } = entry;
  const isOthers = uri === undefined || (await isTakenOver(database, registry, uri, [entry]));
  return {
    entries: [entry],
    uri,
    send: async (signal) => (isOthers ? undefined : adapter.withdraw?.(connection, uri, signal, key)),
  };
}

async function packSkillAlignment(packing: Packing, entry: OutboxEntry): Promise<Parcel | undefined> {
  const { database, adapter, connection } = packing;
  const { key, statement: before } = entry;
  const takeBack = async (signal: AbortSignal, name: string) =>
    before && adapter.withdrawSkillAlignment?.(connection, before, name, signal);
  if (entry.action === 'withdraw') return { entries: [entry], uri: entry.uri, send: (signal) => takeBack(signal, key) };
  const statement = await database.skillAlignments.get(entry.alignment);
  if (!statement || !adapter.publishSkillAlignment || !adapter.addressOfSkillAlignment) return undefined;
  const uri = adapter.addressOfSkillAlignment(connection, statement);
  return {
    entries: [{ ...entry, statement }],
    uri,
    ...(before &&
      uri !== entry.uri && {
        leave: async (signal) => takeBack(signal, await keyOf([entry, { ...entry, key: 'moved' }])),
      }),
    send: async (signal) => adapter.publishSkillAlignment?.(connection, statement, key, signal),
  };
}
