import type { Connection } from './adapter.ts';
import { notData } from './answer-body.ts';
import { wrongShape } from './http.ts';

/** How much of either end of a document is looked at, in bytes. */
const looked = 65_536;

/**
 * Makes sure that a document is one JSON object with one of the members near its beginning. Only its ends are looked at,
 * since the whole may have 60 MB and is read where it is imported. Rejects with `not-json` (R314) for a web page, for
 * nothing and for what breaks off, with `wrong-shape` (R315) for other JSON.
 */
export async function expectObject(connection: Connection, body: Blob, members: readonly string[]): Promise<void> {
  const [start, end] = await Promise.all([body.slice(0, looked).text(), body.slice(-looked).text()]);
  if (!/^\s*[[{]/.test(start) || !/[\]}]\s*$/.test(end)) throw notData(connection, start);
  if (/^\s*\{/.test(start) && members.some((member) => start.includes(`"${member}"`))) return;
  throw wrongShape(connection, members[0]);
}
