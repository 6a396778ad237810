import type { IncomingHttpHeaders } from 'node:http';

/** A request as the routes see it: read in full, address split. */
export type Incoming = {
  method: string;
  /** Path without query, as sent. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** An answer, made before anything is sent, so that a fault can take its place. */
export type Reply = { status: number; headers?: Record<string, string>; body?: string };

/** An answer of JSON; status 200 by default. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An answer of plain text. */
export function text(body: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** A value parsed from JSON as an object whose members can be asked for; undefined where it is none. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The JSON of a body; undefined where it is none. */
export function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
