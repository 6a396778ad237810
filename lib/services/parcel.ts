import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { Connection, RegistryAdapter } from '../registries/adapter.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { isTakenOver } from '../store/standing-together.ts';

/** What one act at a registry carries out. */
export type Parcel = {
  /** The entries that it settles, each as it is sent. */
  entries: readonly OutboxEntry[];
  /** Where its object will stand, or stood. */
  uri: string | undefined;
  /** Takes it away from where it stood before under another address. */
  leave?(signal: AbortSignal): Promise<unknown>;
  send(signal: AbortSignal): Promise<unknown>;
};

/** What packing needs. */
export type Packing = { database: PlumblineDatabase; adapter: RegistryAdapter; connection: Connection };

/** Leaves every address but the new one at which nobody but `these` stands. */
export async function leaving(
  { database, adapter, connection }: Packing,
  addresses: Iterable<string | undefined>,
  uri: string,
  these: readonly OutboxEntry[],
): Promise<Pick<Parcel, 'leave'>> {
  const old: string[] = [];
  for (const address of new Set(addresses)) {
    if (address === undefined || address === uri) continue;
    if (!(await isTakenOver(database, connection.registry.id, address, these))) old.push(address);
  }
  if (old.length === 0) return {};
  return {
    async leave(signal) {
      for (const address of old) await adapter.withdraw?.(connection, address, signal);
    },
  };
}

/**
 * One name for wishes that go together: the same as long as they are the same in the same words, another as soon as one
 * joins them, leaves or changes. A single wish keeps its own.
 */
export async function keyOf(wishes: readonly Pick<OutboxEntry, 'key' | 'revision'>[]): Promise<string> {
  const [only, ...others] = wishes;
  if (only && others.length === 0) return only.key;
  const words = wishes.map(({ key, revision }) => `${key}@${revision}`).sort();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words.join()));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  // A UUID of our own making (RFC 9562, section 5.8), since some servers take nothing else.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
