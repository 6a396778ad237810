import { statusChangedMeanwhile, statusLocked, statusNoRoom } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { notData } from './answer-body.ts';
import type { Explanations, StatusWords } from './failures.ts';
import { type Ask, askText, wrongShape } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { basicOrBearer } from './token.ts';

/** What stands at an address of a WebDAV server. */
export type DavResource = {
  /** What tells this version from any other (RFC 9110, section 8.8.3), where the server says it and it is a strong one. */
  etag?: string;
};

const question = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>';

/**
 * What stands at an address (PROPFIND of depth 0, RFC 4918, section 9.1); undefined where nothing does. Rejects with
 * `not-json` (R314) or `wrong-shape` (R315) where the answer is not WebDAV's.
 */
export async function davResource(
  connection: Connection,
  address: string,
  signal: AbortSignal,
): Promise<DavResource | undefined> {
  const headers = { depth: '0', 'content-type': 'application/xml; charset=utf-8', accept: 'application/xml, text/xml' };
  try {
    const ask = { address, method: 'PROPFIND', text: question, headers } as const;
    const { body } = await askDav(connection, ask, signal);
    // A background worker has no parser of XML; one property of one resource can be found without.
    const text = /<(?:[\w.-]+:)?getetag(?:\s[^>]*)?>([^<]*)<\//i.exec(body)?.[1] ?? '';
    const etag = text.replaceAll('&quot;', '"').trim();
    return /^"[^"]*"$/.test(etag) ? { etag } : {};
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function askDav(connection: Connection, ask: Ask, signal: AbortSignal): Promise<{ body: string }> {
  const answer = await askText(connection, { ...ask, ...dav }, signal);
  if (/<\/(?:[\w.-]+:)?multistatus\s*>\s*$/i.test(answer.body)) return answer;
  throw /^\s*[[{]/.test(answer.body) ? wrongShape(connection) : notData(connection, answer.body);
}

/** Whether an error says that nothing stands at the address. */
export function isNotFound(error: unknown): boolean {
  return error instanceof RegistryError && error.reason === 'not-found';
}

/** RFC 4918, section 11, and RFC 9110, section 15.5.13. */
const explanations: Explanations = new Map<number, StatusWords>([
  [
    412,
    (name) => ({
      reason: 'refused',
      ...statusChangedMeanwhile({ name }),
    }),
  ],
  [
    423,
    (name) => ({
      reason: 'server-error',
      ...statusLocked({ name }),
    }),
  ],
  [
    507,
    (name) => ({
      reason: 'refused',
      ...statusNoRoom({ name }),
    }),
  ],
]);

/** What every request to a WebDAV server has in common. */
export const dav: Pick<Ask, 'authorise' | 'explanations'> = { authorise: basicOrBearer, explanations };
