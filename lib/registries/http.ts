import type * as z from 'zod/mini';
import { isWebAddress } from '../domain/web-address.ts';
import type { Connection } from './adapter.ts';
import { type Explanations, failed, refused } from './failures.ts';
import { RegistryError } from './registry-error.ts';

/** One request to a registry. */
export type Ask = {
  /** Absolute address, at the registry's own origin: every other is refused (R317). */
  address: string;
  /** Default `GET`. */
  method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as `application/json`. */
  json?: unknown;
  /** Sent as `multipart/form-data`. */
  form?: FormData;
  /** Further request headers. */
  headers?: Readonly<Record<string, string>>;
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
  const place = [...path, ...(result.error.issues[0]?.path ?? [])].map(String).join('.');
  throw failed(connection, {
    reason: 'wrong-shape',
    code: 'R315',
    message: `${connection.registry.name} answered in a form that Plumbline does not know${place && ` (at “${place}”)`}.`,
    advice: 'Nothing of it was taken over. Check that the address and the kind of the registry belong together.',
  });
}

/**
 * Asks a registry for text. Sends the connection's token as a bearer token (RFC 6750, section 2.1), no cookies, and
 * never anything to another origin than the registry's own. Rejects with RegistryError: `unreachable`, `timed-out`,
 * `redirected`, `too-large`, and what a status says; on abort with the signal's reason.
 */
export async function askText(connection: Connection, ask: Ask, signal: AbortSignal): Promise<Answer<string>> {
  signal.throwIfAborted();
  keepToOrigin(connection, ask.address);
  const init = requestOf(connection, ask);
  const clock = deadline(signal, connection.timeout ?? defaultTimeout);
  try {
    const response = await send(connection, ask.address, { ...init, signal: clock.signal });
    const body = await bodyOf(connection, response, ask.limit ?? defaultLimit);
    const { status, headers } = response;
    if (!response.ok) throw refused(connection, { status, headers, body }, ask.explanations);
    return { body, headers };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RegistryError) throw error;
    throw clock.signal.aborted ? late(connection) : unreachable(connection, error);
  } finally {
    clock.stop();
  }
}

function keepToOrigin(connection: Connection, address: string): void {
  if (isWebAddress(address) && originOf(address) === originOf(connection.registry.address)) return;
  throw failed(connection, {
    reason: 'refused',
    code: 'R317',
    message: `The address asked for does not belong to ${connection.registry.name}.`,
    advice: 'Nothing was sent. Add the registry that it belongs to in the options.',
  });
}

function requestOf(connection: Connection, { method = 'GET', json, form, headers }: Ask): RequestInit {
  const body = json === undefined ? form : JSON.stringify(json);
  return {
    method,
    headers: {
      ...headers,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(connection.token && { authorization: `Bearer ${sendable(connection, connection.token)}` }),
    },
    ...(body !== undefined && { body }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  };
}

function sendable(connection: Connection, token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw failed(connection, {
    reason: 'unauthorised',
    code: 'R318',
    message: `The key for ${connection.registry.name} has characters that no key has, such as spaces.`,
    advice: 'Nothing was sent; what you saved is kept here. Enter the key again in the options.',
  });
}

/**
 * Sends a request and follows a redirect where it stays within the origin and only reads. A browser hides where a
 * redirect leads unless it follows it itself, so that is tried first without body, key and cookies, and only the address
 * at which it ends is looked at.
 */
async function send(connection: Connection, address: string, init: RequestInit): Promise<Response> {
  // Called as a method of the connection, the browser's fetch would throw "Illegal invocation".
  const { fetch } = connection;
  const response = await fetch(address, init);
  if (!isRedirect(response)) return response;
  const end = await endOf(fetch, address, init.signal);
  if (init.method === 'GET' && end && originOf(end) === originOf(address)) {
    const second = await fetch(end, init);
    if (!isRedirect(second)) return second;
  }
  const where = end ? originOf(end) : 'another address';
  throw failed(connection, {
    reason: 'redirected',
    code: 'R312',
    message: `${connection.registry.name} sends its visitors on to ${where}.`,
    advice: 'Your key was not sent there and what you saved is kept here. Enter the new address in the options.',
  });
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
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

/** Reads a body piece by piece, so that one that is too large is dropped at the limit and never stands in memory. */
async function bodyOf(connection: Connection, response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(connection, limit);
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(connection: Connection, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own error quotes the body, which has no place in a log.
    throw notData(connection, body);
  }
}

/** The error of an answer that is not what an interface of this kind answers (R314), saying what it is instead. */
export function notData(connection: Connection, body: string): RegistryError {
  return failed(connection, {
    reason: 'not-json',
    code: 'R314',
    message: `${connection.registry.name} answered with ${kindOfBody(body.trimStart())}.`,
    advice: 'Nothing of it was taken over. Check the address and the kind of the registry, or try again later.',
  });
}

function kindOfBody(text: string): string {
  if (!text) return 'nothing';
  if (text.startsWith('<')) return 'a web page instead of data';
  return /^[[{]/.test(text) ? 'data that breaks off or is damaged' : 'something else than data';
}

/** A signal that aborts with the caller's or when the time is up, whichever comes first. `stop` lets go of both. */
function deadline(signal: AbortSignal, timeout: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeout);
  signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}

function late(connection: Connection) {
  const seconds = Math.ceil((connection.timeout ?? defaultTimeout) / 1000);
  return failed(connection, {
    reason: 'timed-out',
    code: 'R311',
    message: `${connection.registry.name} did not answer within ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
    advice: 'What you saved is kept here. Try again in a moment.',
  });
}

function unreachable(connection: Connection, cause: unknown) {
  return failed(connection, {
    reason: 'unreachable',
    code: 'R310',
    message: `${connection.registry.name} could not be reached.`,
    advice: 'What you saved is kept here. Check your connection and the address of the registry, then try again.',
    cause,
  });
}

function tooLarge(connection: Connection, limit: number) {
  return failed(connection, {
    reason: 'too-large',
    code: 'R313',
    message: `${connection.registry.name} answered with more than ${Math.round(limit / 1_000_000)} MB.`,
    advice: 'Reading was broken off and nothing of it was taken over. Ask for something narrower.',
  });
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
