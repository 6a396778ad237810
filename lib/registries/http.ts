import type * as z from 'zod/mini';
import type { Validators } from '../domain/framework.ts';
import { R310, R310Secure, R311, R315, R315At, R317Origin } from '../domain/problems.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { Connection } from './adapter.ts';
import { blobIn, notData, textIn } from './answer-body.ts';
import { deadline } from './deadline.ts';
import { type Explanations, failed, refused } from './failures.ts';
import { originOf, send } from './redirects.ts';
import { RegistryError } from './registry-error.ts';
import { requestOf } from './request.ts';

/** One request to a registry. */
export type Ask = {
  /** Absolute address, at the registry's own origin: every other is refused (R317). */
  address: string;
  /** Default `GET`. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'PROPFIND' | 'MKCOL';
  /** Sent as `application/json`. */
  json?: unknown;
  /** Sent as it is; what it is stands in `headers`. */
  text?: string;
  /** Sent as `multipart/form-data`, or as `application/x-www-form-urlencoded` where it is URLSearchParams. */
  form?: FormData | URLSearchParams;
  /** Further request headers. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Names a write, the same for each try of it: sent as `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header,
   * section 2.1). A background that has the host's permission asks for no preflight, so no server's CORS can refuse it.
   */
  key?: string;
  /**
   * The headers in which the connection's token is sent; false: it is not. Default: as a bearer token (RFC 6750, section
   * 2.1).
   */
  authorise?: false | ((token: string) => Readonly<Record<string, string>>);
  /** How many times as long as usual the registry has to answer in full. Default 1. */
  patience?: number;
  /** The most bytes of body that are read. Default 5,000,000. */
  limit?: number;
  /** The kind's own words for a status. */
  explanations?: Explanations;
};

/** An answer whose status is a success. */
export type Answer<Body> = { body: Body; headers: Headers };

/** Milliseconds that a registry has to answer in full, where the connection says nothing. */
export const defaultTimeout = 10_000;

/** The most bytes of an answer that are read, where the request says nothing. */
export const defaultLimit = 5_000_000;

/** The most bytes of a whole framework that are read. */
export const documentLimit = 60_000_000;

/** How many times as long as usual a whole framework may take. */
const documentPatience = 12;

/**
 * Asks a registry for JSON of a shape. Whether the answer is JSON is decided by its body, since registries send JSON as
 * text and error pages as JSON. Rejects as `askText` does, with `not-json` (R314) where it is none, and with
 * `wrong-shape` (R315), naming the place, where it does not match the schema.
 */
export async function askJson<Schema extends z.ZodMiniType>(
  connection: Connection,
  ask: Ask,
  schema: Schema,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  const headers = { accept: 'application/json', ...ask.headers };
  const answer = await askText(connection, { ...ask, headers }, signal);
  return { body: shaped(connection, parsed(connection, answer.body), schema), headers: answer.headers };
}

/** What a schema makes of a value from a registry. Throws `wrong-shape` (R315) with the path of the first misfit. */
export function shaped<Schema extends z.ZodMiniType>(
  connection: Connection,
  value: unknown,
  schema: Schema,
  path: readonly PropertyKey[] = [],
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wrongShape(connection, [...path, ...(result.error.issues[0]?.path ?? [])].map(String).join('.'));
}

/** The error of an answer of another shape (R315); `place` is where in it, where that is known. */
export function wrongShape(connection: Connection, place = ''): RegistryError {
  const { name } = connection.registry;
  return failed(connection, { reason: 'wrong-shape', ...(place ? R315At({ name, place }) : R315({ name })) });
}

/**
 * Asks a registry for text. Sends the connection's token, no cookies, and never anything to another origin than the
 * registry's own. Where access is fetched (`connection.access`) and the registry refuses it with 401, it is fetched anew
 * once. Rejects with RegistryError: `unreachable`, `timed-out`, `redirected`, `too-large`, and what a status says; on
 * abort with the signal's reason.
 */
export async function askText(connection: Connection, ask: Ask, signal: AbortSignal): Promise<Answer<string>> {
  return withAccess(connection, ask, signal, (held) =>
    exchange(held, ask, signal, async (response) => {
      const body = await textIn(held, response, ask.limit ?? defaultLimit);
      const { ok, status, headers } = response;
      if (!ok) throw refused(held, { status, headers, body }, ask.explanations);
      return { body, headers };
    }),
  );
}

/** A document as a registry answered it, with what it said by which to ask later whether it changed. */
export type DocumentAnswer = { body: Blob; validators: Validators };

/**
 * Asks a registry for a whole document of up to 60 MB; `unchanged` where it says that the document still is what `known`
 * tells of (RFC 9110, section 13.1). The body is not looked at. Rejects as `askText` does.
 */
export async function askDocument(
  connection: Connection,
  { limit = documentLimit, patience = documentPatience, ...ask }: Ask,
  known: Validators | undefined,
  signal: AbortSignal,
): Promise<DocumentAnswer | 'unchanged'> {
  const headers = { accept: 'application/json', ...ask.headers, ...conditions(known) };
  return withAccess(connection, ask, signal, (held) =>
    exchange(held, { ...ask, patience, headers }, signal, async (response) => {
      const { ok, status } = response;
      if (status === 304 && known) return 'unchanged' as const;
      if (ok) return { body: await blobIn(held, response, limit), validators: validatorsIn(response.headers) };
      const body = await textIn(held, response, defaultLimit);
      throw refused(held, { status, headers: response.headers, body }, ask.explanations);
    }),
  );
}

function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
}

function validatorsIn(headers: Headers): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** Makes a call with a token that is good; where access is fetched and the registry answers 401, anew with another. */
async function withAccess<Answered>(
  connection: Connection,
  { address }: Ask,
  signal: AbortSignal,
  call: (held: Connection) => Promise<Answered>,
): Promise<Answered> {
  signal.throwIfAborted();
  keepToOrigin(connection, address);
  const { access } = connection;
  if (!access) return call(connection);
  const token = await access.token(signal);
  try {
    return await call({ ...connection, token });
  } catch (error) {
    if (!(error instanceof RegistryError) || error.problem.code !== 'R401') throw error;
    return call({ ...connection, token: await access.renew(token, signal) });
  }
}

/** One request and its answer, in the time that the registry has for both. */
async function exchange<Answered>(
  connection: Connection,
  ask: Ask,
  signal: AbortSignal,
  read: (response: Response) => Promise<Answered>,
): Promise<Answered> {
  const init = requestOf(connection, ask);
  const timeout = (connection.timeout ?? defaultTimeout) * (ask.patience ?? 1);
  const clock = deadline(signal, timeout);
  try {
    return await read(await send(connection, ask.address, { ...init, signal: clock.signal }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RegistryError) throw error;
    throw clock.signal.aborted ? late(connection, timeout) : unreachable(connection, error);
  } finally {
    clock.stop();
  }
}

function keepToOrigin(connection: Connection, address: string): void {
  if (isWebAddress(address) && originOf(address) === originOf(connection.registry.address)) return;
  throw failed(connection, {
    reason: 'refused',
    ...R317Origin({ name: connection.registry.name }),
  });
}

function parsed(connection: Connection, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own error quotes the body, which has no place in a log.
    throw notData(connection, body);
  }
}

function late(connection: Connection, timeout: number): RegistryError {
  const { name } = connection.registry;
  return failed(connection, { reason: 'timed-out', ...R311({ name, seconds: Math.ceil(timeout / 1000) }) });
}

/** Browsers do not say why nothing came; a certificate that they do not trust looks like a line that is cut. */
function unreachable(connection: Connection, cause: unknown): RegistryError {
  const { name, address } = connection.registry;
  const problem = address.startsWith('https:') ? R310Secure({ name }) : R310({ name });
  return failed(connection, { reason: 'unreachable', ...problem, cause });
}
