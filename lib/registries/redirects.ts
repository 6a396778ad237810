import { R312, R312Untold } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { failed } from './failures.ts';

/**
 * Sends a request and follows a redirect where it stays within the origin and only reads. A browser hides where a
 * redirect leads unless it follows it itself, so that is tried first without body, key and cookies, and only the address
 * at which it ends is looked at. Rejects with `redirected` (R312) for every other redirect, else as `fetch` does.
 */
export async function send(connection: Connection, address: string, init: RequestInit): Promise<Response> {
  // Called as a method of the connection, the browser's fetch would throw "Illegal invocation".
  const { fetch } = connection;
  const response = await fetch(address, init);
  if (!isRedirect(response)) return response;
  const end = await endOf(fetch, address, init.signal);
  if (init.method === 'GET' && end && originOf(end) === originOf(address)) {
    const second = await fetch(end, init);
    if (!isRedirect(second)) return second;
  }
  const [where, { name }] = [end && originOf(end), connection.registry];
  throw failed(connection, { reason: 'redirected', ...(where ? R312({ name, where }) : R312Untold({ name })) });
}

/** Origin of an address; undefined where it is none. */
export function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

async function endOf(
  fetch: Connection['fetch'],
  address: string,
  signal: AbortSignal | null | undefined,
): Promise<string | undefined> {
  try {
    const end = await fetch(address, {
      redirect: 'follow',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    await end.body?.cancel();
    return end.url || undefined;
  } catch {
    return undefined;
  }
}
