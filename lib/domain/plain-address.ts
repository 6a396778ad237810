/**
 * Parameters by which campaigns and mailings follow a click; no page looks different for them. Each is one that its
 * maker documents for that alone: a name such as `ref` or `source` may as well choose what a page shows.
 */
const tracking =
  /^(utm_.*|gclid|gclsrc|dclid|gbraid|wbraid|_ga|_gl|fbclid|msclkid|mc_cid|mc_eid|mkt_tok|igshid|yclid|twclid|ttclid|li_fat_id|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id)$/i;

/**
 * An address without what seldom makes it another page, to find pages that were kept twice: `http` or `https`, a leading
 * `www.`, the port that goes without saying, a slash at the end of the path, parameters that only follow a click
 * (`utm_*`, `gclid` and their like), the order of parameters, the fragment. Percent-encoding is written in one way
 * (RFC 3986, section 6.2.2). What is no address comes back as it is.
 *
 * Two addresses that come to the same are proposed as duplicates and never merged unasked. Kept apart are: another case in
 * the path, `index.html`, other hosts such as `m.` or `de.`, session ids, every parameter not known to follow clicks, and
 * a fragment by which an application names its page (`#/lesson/3`, `#!lesson`).
 */
export function plainAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return text;
  const host = url.hostname.replace(/\.$/, '').replace(/^(www\.)+(?=[^.]+\..)/, '');
  const path = evenEncoding(url.pathname).replace(/\/+$/, '');
  const query = plainQuery(url.search.slice(1));
  return `${host}${url.port && `:${url.port}`}${path}${query && `?${query}`}${plainFragment(url.hash)}`;
}

function plainQuery(query: string): string {
  const nameOf = (part: string) => part.split('=', 1)[0] ?? '';
  return evenEncoding(query)
    .split('&')
    .filter((part) => part && !tracking.test(nameOf(part)))
    .sort((one, other) => compare(nameOf(one), nameOf(other)))
    .join('&');
}

/** A fragment that names a page of an application, without the browser's own directive to find a text there. */
function plainFragment(fragment: string): string {
  const named = fragment.replace(/:~:.*$/, '');
  return /^#(!.*[^/]|\/.+)/.test(named) ? named : '';
}

/** Letters, digits and `-._~` as themselves, all else in capital hexadecimal. What is not well encoded stays as it is. */
function evenEncoding(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
