import { R332 } from '../domain/problems.ts';
import type { ClientCredentials } from '../domain/registry.ts';
import type { Access, Connection } from '../registries/adapter.ts';
import type { fetchAccessToken } from '../registries/client-credentials.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { AccessTokens, KeptAccess } from '../store/access-tokens.ts';

/** What giving access needs. */
export type AccessNeeds = { tokens: AccessTokens; fetchToken: typeof fetchAccessToken };

/** Makes the access of a connection whose registry gives out tokens for a client; `secret` is the client's. */
export type GiveAccess = (connection: Connection, credentials: ClientCredentials, secret: string | undefined) => Access;

/** How long before a token ends another is fetched, in milliseconds, and at most this part of its life. */
const margin = { milliseconds: 60_000, part: 0.1 };

const never = new AbortController().signal;

/**
 * Makes `giveAccess`. A token is kept until shortly before it ends and fetched once for all who wait for it, so that a
 * search that replaces another does not begin anew. Who no longer wants it stops waiting; the fetching goes on.
 */
export function createGiveAccess({ tokens, fetchToken }: AccessNeeds): GiveAccess {
  const running = new Map<string, Promise<string>>();

  return function giveAccess(connection, credentials, secret) {
    const { id } = connection.registry;
    const client = [credentials.tokenAddress, credentials.clientId, credentials.scope ?? ''].join(' ');

    async function kept(): Promise<string | undefined> {
      const found = await tokens.of(id);
      return found?.client === client && found.expires > connection.now() ? found.token : undefined;
    }

    async function fetched(): Promise<string> {
      if (!secret) throw noSecret(connection);
      const asked = connection.now();
      const { token, lifetime } = await fetchToken(connection, credentials, secret, never);
      const expires = asked + lifetime - Math.min(margin.milliseconds, lifetime * margin.part);
      await tokens.keep(id, { token, expires, client } satisfies KeptAccess);
      return token;
    }

    function shared(): Promise<string> {
      const one = `${id} ${client} ${secret}`;
      const going = running.get(one) ?? fetched().finally(() => running.delete(one));
      running.set(one, going);
      return going;
    }

    return {
      async token(signal) {
        return (await kept()) ?? (await waited(shared(), signal));
      },
      async renew(refused, signal) {
        const other = await kept();
        // Another call may have been refused before and have fetched it already.
        return other !== undefined && other !== refused ? other : await waited(shared(), signal);
      },
    };
  };
}

/** Waits for a promise until a signal aborts, and rejects with its reason then. */
function waited<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function noSecret({ registry }: Connection): RegistryError {
  return new RegistryError(registry, 'no-key', R332({ name: registry.name }));
}
