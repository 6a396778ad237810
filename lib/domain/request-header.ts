import type { Problem } from './problem.ts';
import { R305Browser, R305Name, R305Ours, R305Token, R305Value } from './problems.ts';
/** A header of a request, as a person names it. */
export type RequestHeader = { name: string; value: string };

/** Headers that a browser sets itself and takes from nobody (Fetch, "forbidden request-header"), in lower case. */
const browsersOwn: ReadonlySet<string> = new Set([
  ...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method'],
  ...['access-control-request-private-network', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt'],
  ...['expect', 'host', 'keep-alive', 'origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'via', 'x-http-method', 'x-http-method-override', 'x-method-override', 'user-agent'],
]);

/** Headers that we set, each from something else, with why it cannot be set here. */
const ours = new Map([
  ['authorization', R305Token],
  ['idempotency-key', R305Ours],
]);

/** The most characters of a header's value. */
const longestValue = 2000;

/**
 * Why a header cannot be sent (R305); undefined where it can. A name is a token, a value has no line breaks (RFC
 * 9110, sections 5.1 and 5.5) and none but Latin-1 characters, since a browser takes no others.
 */
export function headerFault({ name, value }: RequestHeader): Problem | undefined {
  const lower = name.toLowerCase();
  if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name)) return R305Name({ header: name.slice(0, 100) });
  if (browsersOwn.has(lower) || /^(proxy|sec)-/.test(lower)) return R305Browser({ header: name });
  const own = ours.get(lower);
  if (own) return own({ header: name });
  const isSendable = value.length <= longestValue && /^[\t\x20-\x7e\xa0-\xff]*$/.test(value);
  return isSendable ? undefined : R305Value({ header: name });
}
