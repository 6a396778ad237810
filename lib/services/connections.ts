import { originPattern, type Registry } from '../domain/registry.ts';
import type { Connection } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import type { Secrets } from '../store/secrets.ts';

/** What a connection is made of. */
export type ConnectionNeeds = {
  database: PlumblineDatabase;
  secrets: Secrets;
  fetch: typeof fetch;
  now: () => number;
  /** Whether the browser lets us speak to a match pattern's host. */
  permitted(pattern: string): Promise<boolean>;
  /** Makes sure that requests to a host do not tell that an extension sends them; see browser-origin.ts. */
  hideOrigin(host: string): Promise<void>;
};

/** Opens the connection to a registry: its record, its token, its key. */
export type Connect = (registry: Registry) => Promise<Connection>;

/** Makes `connect`. It rejects with RegistryError where the person took the host permission back. */
export function createConnect({ database, secrets, fetch, now, permitted, hideOrigin }: ConnectionNeeds): Connect {
  return async function connect(registry) {
    if (!(await permitted(originPattern(registry.address)))) {
      throw new RegistryError(registry, 'not-permitted', {
        code: 'R320',
        message: `Your browser does not let Plumbline speak to ${registry.name}.`,
        advice: 'Nothing was sent or lost. Test the registry in the options: the browser asks you then.',
      });
    }
    const [token, key] = await Promise.all([
      secrets.tokenOf(registry.id),
      database.keys.get(registry.id),
      hideOrigin(new URL(registry.address).hostname),
    ]);
    return { registry, fetch, now, ...(token && { token }), ...(key && { signingKey: key }) };
  };
}
