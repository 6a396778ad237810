/** A header of a request, as a person names it. */
export type RequestHeader = { name: string; value: string };

/** Headers that a browser sets itself and takes from nobody (Fetch, "forbidden request-header"), in lower case. */
const browsersOwn: ReadonlySet<string> = new Set([
  ...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method'],
  ...['access-control-request-private-network', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt'],
  ...['expect', 'host', 'keep-alive', 'origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'via', 'x-http-method', 'x-http-method-override', 'x-method-override', 'user-agent'],
]);

/** Headers that we set, each by another field. */
const ours: Readonly<Record<string, string>> = {
  authorization: 'It is made of the token: enter that instead.',
  'idempotency-key': 'Plumbline sets it itself, another one for each delivery.',
};

/** The most characters of a header's value. */
const longestValue = 2000;

/**
 * Why a header cannot be sent, as a sentence; undefined where it can. A name is a token, a value has no line breaks (RFC
 * 9110, sections 5.1 and 5.5) and none but Latin-1 characters, since a browser takes no others.
 */
export function headerFault({ name, value }: RequestHeader): string | undefined {
  const lower = name.toLowerCase();
  if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name))
    return `“${name.slice(0, 100)}” is no name of a header: one is a word such as X-Collection, followed by a colon.`;
  if (browsersOwn.has(lower) || /^(proxy|sec)-/.test(lower)) return `Your browser sets the header ${name} itself.`;
  if (Object.hasOwn(ours, lower)) return `The header ${name} cannot be set here. ${ours[lower]}`;
  if (value.length > longestValue || !/^[\t\x20-\x7e\xa0-\xff]*$/.test(value))
    return `The value of the header ${name} has characters that cannot be sent, or too many.`;
  return undefined;
}
