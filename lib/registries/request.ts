import { type DeliveryPreview, hidden } from '../domain/delivery-preview.ts';
import type { Connection } from './adapter.ts';
import { failed } from './failures.ts';
import type { Ask } from './http.ts';

/** A request as `fetch` takes it, with the connection's token where it has one. Throws R318 for one that cannot be sent. */
export function requestOf(connection: Connection, ask: Ask): RequestInit {
  const { method, headers, body } = partsOf(ask, connection.token && sendable(connection, connection.token));
  return {
    method,
    headers,
    ...(body !== undefined && { body }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  };
}

/** The same request as a person is shown it before it is sent: made by the same code, with the token as dots. */
export function previewOf(connection: Connection, ask: Ask): DeliveryPreview {
  const given = connection.token !== undefined || connection.access !== undefined;
  const { method, headers, body } = partsOf(ask, given ? hidden : undefined);
  const named = Object.entries({ ...headers, ...formHeaders(body) }).map(([name, value]) => ({ name, value }));
  return { method, address: ask.address, headers: named, body: textOf(body) };
}

/** What a request says, as it goes out and as it is shown. */
function partsOf({ method = 'GET', json, form, headers, key, authorise = bearer }: Ask, token: string | undefined) {
  return {
    method,
    headers: {
      ...headers,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      // A string of structured fields (RFC 9651, section 3.3.3): with its quotation marks.
      ...(key !== undefined && { 'idempotency-key': `"${key}"` }),
      ...(token && authorise ? authorise(token) : {}),
    },
    body: json === undefined ? form : JSON.stringify(json),
  };
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The browser itself adds this header to a form, with a boundary of its own making. */
function formHeaders(body: string | FormData | URLSearchParams | undefined): Record<string, string> {
  if (body instanceof FormData) return { 'content-type': 'multipart/form-data' };
  return body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
}

function textOf(body: string | FormData | URLSearchParams | undefined): string {
  if (body instanceof FormData) return [...body].map(([name, value]) => `${name}\n${value}`).join('\n\n');
  return body === undefined ? '' : String(body);
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
