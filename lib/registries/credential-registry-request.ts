import * as z from 'zod/mini';
import { assistantOf, ctidIn } from '../domain/credential-registry.ts';
import type { Connection } from './adapter.ts';
import { refused } from './failures.ts';
import { type Answer, type Ask, askJson } from './http.ts';
import { notOurs } from './not-ours.ts';

/** What the assistant's search answers (Registry_Assistant, SearchAPI). */
const Found = z.object({
  data: z.nullish(z.array(z.unknown())),
  valid: z.catch(z.optional(z.boolean()), undefined),
  status: z.catch(z.optional(z.string()), undefined),
  extra: z.nullish(z.object({ TotalResults: z.catch(z.optional(z.int()), undefined) })),
});

/** A page of nodes, and how many there are in all where that is said. */
export type Nodes = { nodes: unknown[]; total?: number };

/**
 * Asks the registry itself, which is open: the key is the assistant's and is not sent there. `path` begins after the
 * base.
 */
export function askRegistry<Schema extends z.ZodMiniType>(
  connection: Connection,
  path: string,
  schema: Schema,
  signal: AbortSignal,
  ask: Omit<Ask, 'address' | 'authorise'> = {},
): Promise<Answer<z.infer<Schema>>> {
  return askJson(connection, { ...ask, address: addressOf(connection, path), authorise: false }, schema, signal);
}

/** An address below the registry's base. */
export function addressOf({ registry }: Connection, path: string): string {
  return `${registry.address.replace(/\/+$/, '')}/${path}`;
}

/** Asks the assistant by a query in CTDL (credreg.net/registry/searchapi), with the key as it wants it. */
export async function askAssistant(
  connection: Connection,
  query: Record<string, unknown>,
  { skip, take }: { skip: number; take: number },
  signal: AbortSignal,
): Promise<Nodes> {
  // A place of its own, at another origin: the key is sent there, and nothing else is asked of it.
  const assistant = assistantOf(connection.registry.address);
  const desk: Connection = { ...connection, registry: { ...connection.registry, address: assistant } };
  const ask: Ask = {
    address: `${assistant}/search/ctdl`,
    method: 'POST',
    json: { Query: query, Skip: skip, Take: take, DescriptionSetType: 'Resource' },
    authorise: (token) => ({ authorization: `ApiToken ${token}` }),
  };
  const { body, headers } = await askJson(desk, ask, Found, signal);
  const { data, valid, status, extra } = body;
  // It may say no with status 200.
  if (!data || valid === false) throw refused(desk, { status: 400, headers, body: JSON.stringify(status ?? '') });
  const total = extra?.TotalResults;
  return { nodes: data, ...(total !== undefined && { total }) };
}

/** The CTID of an address, or the address itself where it is one. Throws before anything is sent where it has none. */
export function ctidOf(connection: Connection, uri: string): string {
  const ctid = ctidIn(uri);
  if (ctid) return ctid;
  throw notOurs(connection, uri);
}
