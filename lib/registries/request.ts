import { type DeliveryPreview, hidden } from '../domain/delivery-preview.ts';
import { R318 } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { failed } from './failures.ts';
import type { Ask } from './http.ts';

/** A request as `fetch` takes it, with the connection's token where it has one. Throws R318 for one that cannot be sent. */
export function requestOf(connection: Connection, ask: Ask): RequestInit {
  const { method, headers, body } = partsOf(ask, connection.token, (named) => sendable(connection, named));
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
function partsOf(
  { method = 'GET', json, text, form, headers, key, authorise = bearer }: Ask,
  token: string | undefined,
  check: (named: Headers) => Headers = (named) => named,
) {
  return {
    method,
    headers: {
      ...headers,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      // A string of structured fields (RFC 9651, section 3.3.3): with its quotation marks.
      ...(key !== undefined && { 'idempotency-key': `"${key}"` }),
      ...(token && authorise ? check(authorise(token)) : {}),
    },
    body: json === undefined ? (text ?? form) : JSON.stringify(json),
  };
}

/** A token's own headers. */
type Headers = Readonly<Record<string, string>>;

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

/** A token as it goes out: with the name of its scheme in the header of schemes (RFC 9110, section 11.4), else alone. */
function sendable(connection: Connection, named: Headers): Headers {
  const isSendable = ([name, value]: [string, string]) =>
    /^[\x21-\x7e]+$/.test(name === 'authorization' ? value.replace(/^[A-Za-z]+ /, '') : value);
  if (Object.entries(named).every(isSendable)) return named;
  throw failed(connection, {
    reason: 'unauthorised',
    ...R318({ name: connection.registry.name }),
  });
}
