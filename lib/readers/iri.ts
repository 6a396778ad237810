/** Scheme, authority, path, query and fragment, as in RFC 3986, appendix B. */
const parts = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** What may not stand in an IRI (RFC 3987, section 2.2), where it is ASCII. */
const unfit = /[\0- <>"{}|\\^`]/g;

/** Whether a text begins with a scheme (RFC 3987, section 2.2): an IRI that stands by itself. */
export function isAbsolute(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

/**
 * Resolves a reference against a base as RFC 3986, section 5.2 does, and leaves the author's spelling alone: unlike
 * `URL` it adds no slash and encodes no letters, so that the statements of all syntaxes name a thing alike. What may
 * not stand in an IRI is percent-encoded; white space around it, line ends and tabs in it go, as in HTML.
 */
export function resolveIri(reference: string, base: string): string {
  // Most of a page's names need nothing.
  const isClean = reference.search(unfit) < 0;
  const clean = isClean
    ? reference
    : reference
        .trim()
        .replace(/[\t\n\r]+/g, '')
        .replace(unfit, encodeURIComponent);
  if (isAbsolute(clean)) return clean;
  const [, , host, path = '', query = '', fragment = ''] = parts.exec(clean) ?? [];
  const [, baseScheme = '', baseHost = '', basePath = '', baseQuery = ''] = parts.exec(base) ?? [];
  if (host) return baseScheme + host + withoutDots(path) + query + fragment;
  if (!path) return baseScheme + baseHost + basePath + (query || baseQuery) + fragment;
  const folder = basePath.slice(0, basePath.lastIndexOf('/') + 1) || (baseHost && '/');
  return baseScheme + baseHost + withoutDots(path[0] === '/' ? path : folder + path) + query + fragment;
}

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment !== '..' && segment !== '.') kept.push(segment);
    else if (segment === '..' && kept.length > 1) kept.pop();
  }
  return kept.join('/') + (/(^|\/)\.\.?$/.test(path) ? '/' : '');
}
