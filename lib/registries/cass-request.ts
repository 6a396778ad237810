import * as z from 'zod/mini';
import { shortId } from '../domain/cass-work.ts';
import { R319 } from '../domain/problems.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { Connection } from './adapter.ts';
import { nameOf } from './cass-statement.ts';
import { failed } from './failures.ts';
import { type Answer, type Ask, askJson } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { sheetLifetime, signatureSheet } from './signature-sheet.ts';

/** What `GET /api/ping` says (cassproject/CASS, src/main/server/skyRepo/ping.js), as far as it is needed. */
const Ping = z.object({
  ping: z.literal('pong'),
  version: z.optional(z.union([z.string(), z.number()])),
  /** The server's clock, in milliseconds since the epoch. */
  time: z.optional(z.int().check(z.nonnegative())),
});

/** How many objects are asked for at once; one with its owners and signatures may have 10 kB. */
const objectsAtOnce = 200;

/** CASS's base address, which ends in `/api`. */
export function cassBase({ registry }: Connection): string {
  return registry.address.replace(/\/+$/, '');
}

/** Where a repository has an object: one of its own at the short id, another's under the MD5 of that. */
export function addressIn(connection: Connection, uri: string): string {
  if (!isWebAddress(uri)) throw noAddress(connection, uri);
  const id = shortId(uri);
  const data = `${cassBase(connection)}/data/`;
  return id.startsWith(data) ? id : `${data}${nameOf(id)}`;
}

/**
 * Asks CASS for something to read. Where the person has a signing key for this registry, the request proves it, so that
 * the answer has what only that key may read (`reader` of an object; kbac.js, filterResults). A sheet that is too old by
 * the server's clock is made anew; where the server knows no such sheets, what is public is read without one.
 */
export async function askCass<Schema extends z.ZodMiniType>(
  connection: Connection,
  ask: Ask,
  schema: Schema,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  const { signingKey } = connection;
  if (!signingKey) return askJson(connection, ask, schema, signal);
  const signed = async (now: number) => {
    const sheet = await signatureSheet(signingKey, cassBase(connection), now + sheetLifetime);
    return askJson(connection, { ...ask, headers: { ...ask.headers, signatureSheet: sheet } }, schema, signal);
  };
  try {
    return await signed(connection.now());
  } catch (error) {
    const code = error instanceof RegistryError ? error.problem.code : undefined;
    if (code === 'R419') return signed(await serverTime(connection, signal));
    if (code === 'R422' || code === 'R451' || code === 'R496') return askJson(connection, ask, schema, signal);
    throw error;
  }
}

/**
 * A page of what a query finds. `indexHint` names the index, such as `*competency`. CASS never says how many there are.
 * Older servers search at another path, and there only (skyRepo/search.js).
 */
export async function find(
  connection: Connection,
  { q, start = 0, size, indexHint }: { q: string; start?: number; size: number; indexHint: string },
  signal: AbortSignal,
): Promise<unknown[]> {
  const query = new URLSearchParams({ q, start: String(start), size: String(size), index_hint: indexHint });
  const searchAt = async (path: string) => {
    const address = `${cassBase(connection)}/${path}?${query}`;
    return (await askCass(connection, { address }, z.array(z.unknown()), signal)).body;
  };
  try {
    return await searchAt('data');
  } catch (error) {
    if (error instanceof RegistryError && error.reason === 'not-found') return searchAt('sky/repo/search');
    throw error;
  }
}

/**
 * Objects by their ids, as many as the repository has and shows, in no particular order (`POST /api/sky/repo/multiGet`,
 * skyRepo/multiget.js). Ids that are no http(s) addresses are left out.
 */
export async function* objectsBy(
  connection: Connection,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<unknown> {
  const base = cassBase(connection);
  const paths = ids.filter(isWebAddress).map((id) => addressIn(connection, id).slice(base.length + 1));
  for (let at = 0; at < paths.length; at += objectsAtOnce) {
    const form = new FormData();
    form.set('data', JSON.stringify(paths.slice(at, at + objectsAtOnce)));
    const ask = { method: 'POST', address: `${base}/sky/repo/multiGet`, form, patience: 3 } as const;
    yield* (await askCass(connection, ask, z.array(z.unknown()), signal)).body;
  }
}

/** Asks for CASS's greeting, which has its version and its time. */
export async function ping(connection: Connection, signal: AbortSignal): Promise<z.infer<typeof Ping>> {
  return (await askJson(connection, { address: `${cassBase(connection)}/ping` }, Ping, signal)).body;
}

/** The time by the server's clock: a sheet that is good by ours alone may be refused there. */
export async function serverTime(connection: Connection, signal: AbortSignal): Promise<number> {
  return (await ping(connection, signal)).time ?? connection.now();
}

function noAddress(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R319({ uri: uri.slice(0, 200) }),
  });
}
