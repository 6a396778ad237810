import { R320 } from '../domain/problems.ts';
import { originPatterns, type Registry, type RegistryKind } from '../domain/registry.ts';
import type { Connection, RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import type { Secrets } from '../store/secrets.ts';
import type { GiveAccess } from './give-access.ts';
import { paced } from './pace.ts';

/** What a connection is made of. */
export type ConnectionNeeds = {
  database: PlumblineDatabase;
  secrets: Secrets;
  adapters: Readonly<Record<RegistryKind, Pick<RegistryAdapter, 'pace'>>>;
  giveAccess: GiveAccess;
  write: NonNullable<Connection['write']>;
  fetch: typeof fetch;
  now: () => number;
  /** Whether the browser lets us speak to a match pattern's host. */
  permitted(pattern: string): Promise<boolean>;
  /** Makes sure that requests to a host do not tell that an extension sends them; see browser-origin.ts. */
  hideOrigin(host: string): Promise<void>;
};

/** Opens the connection to a registry: its record, its token or its access, its key. */
export type Connect = (registry: Registry) => Promise<Connection>;

/** Makes `connect`. It rejects with RegistryError where the person took one of the host permissions back. */
export function createConnect(needs: ConnectionNeeds): Connect {
  const { database, secrets, adapters, giveAccess, write, now, permitted, hideOrigin } = needs;
  const fetches = new Map<string, typeof fetch>();

  /** One for each registry, so that all connections to it keep its pace together. */
  function fetchOf({ id, kind }: Registry): typeof fetch {
    const { pace } = adapters[kind];
    const made = fetches.get(id) ?? (pace ? paced(needs.fetch, pace, now) : needs.fetch);
    fetches.set(id, made);
    return made;
  }

  return async function connect(registry) {
    const patterns = originPatterns(registry);
    const given = await Promise.all(patterns.map(permitted));
    if (given.includes(false)) throw notPermitted(registry);
    const [secret, key, folder] = await Promise.all([
      secrets.tokenOf(registry.id),
      database.keys.get(registry.id),
      registry.kind === 'folder' ? database.folders.get(registry.id) : undefined,
      ...patterns.map((pattern) => hideOrigin(new URL(pattern.slice(0, -1)).hostname)),
    ]);
    const { credentials } = registry;
    const bare: Connection = {
      ...{ registry, fetch: fetchOf(registry), write, now },
      ...(key && { signingKey: key }),
      ...(folder && { folder: folder.handle }),
    };
    if (!credentials) return { ...bare, ...(secret && { token: secret }) };
    // The token address is another server: it has a pace of its own.
    return { ...bare, access: giveAccess({ ...bare, fetch: needs.fetch }, credentials, secret) };
  };
}

function notPermitted(registry: Registry): RegistryError {
  return new RegistryError(registry, 'not-permitted', R320({ name: registry.name }));
}
