/** `ce-` and a UUID: the Credential Registry's own identifier (CTDL, ceterms:ctid). */
const ctid = /^ce-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Rules for addresses that stand for one skill in several ways; the first that answers a key decides. */
const rules: readonly ((url: URL) => string | undefined)[] = [registered, achievementStandard, lightcast];

/**
 * One key for the same skill under different uris: two skills are one where their keys are equal. A key is for comparing
 * alone; it is no address, and a uri is never replaced by it. Answers the same for a key as for the uri it was made from.
 *
 * - Addresses: http and https are one (publishers moved); host in lower case, no default port, dot segments resolved
 *   (RFC 3986, section 6.2.2); no slash at the end; UUIDs in lower case (RFC 9562, section 4).
 * - URNs: `urn`, its namespace, and UUIDs in lower case (RFC 8141, section 3.1; RFC 9562, section 4).
 * - Credential Registry: a bare CTID, `/resources/{ctid}` and `/graph/{ctid}` at any host, with or without the registry's
 *   community in between, are one: a CTID is unique in the world (CTDL, ceterms:ctid).
 * - ASN: `asn.jesandco.org/resources/S…`, `purl.org/ASN/resources/S…` and `asn.desire2learn.com/resources/S…` are one, as
 *   its export says with each statement (asn_identifier).
 * - Lightcast: `skills.emsidata.com/skills/{id}` and `lightcast.io/open-skills/skills/{id}` are one; a title may follow.
 * - CASS: a version, the digits after an object's address under `/api/data/` or `/api/custom/data/`, does not count (its
 *   own short id).
 * - OSMT: `/api/v2/skills/` and `/api/v3/skills/` are `/api/skills/`, the canonical address; the dash that development
 *   servers before 3.0 put before an id does not count.
 * - CASE: `/ims/case/v1p0/` and `/ims/case/v1p1/` of one server are one: the same item by two versions of the service.
 *
 * Anything else stands for itself, without white space around it.
 */
export function skillIdentity(uri: string): string {
  const text = uri.trim().replace(/^-+(?=https?:)/i, '');
  if (ctid.test(text)) return `ctid:${text.toLowerCase()}`;
  if (/^urn:/i.test(text)) return urnKey(text);
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  for (const rule of rules) {
    const key = rule(url);
    if (key !== undefined) return key;
  }
  return addressKey(url);
}

function urnKey(text: string): string {
  const [, namespace = '', name = ''] = /^urn:([^:]*)(.*)$/is.exec(text) ?? [];
  return `urn:${namespace.toLowerCase()}${withPlainUuids(name)}`;
}

function addressKey({ host, port, protocol, pathname, search, hash }: URL): string {
  // Port 443 under http names the same server as https does without one, and the other way round.
  const plainHost =
    (protocol === 'http:' && port === '443') || (protocol === 'https:' && port === '80')
      ? host.replace(/:\d+$/, '')
      : host;
  const path = withPlainUuids(pathname)
    .replace(/\/+$/, '')
    .replace(/(\/api\/(?:custom\/)?data\/.+)\/\d+$/, '$1')
    .replace(/\/api\/v[23]\/skills\//, '/api/skills/')
    .replace(/\/ims\/case\/v1p[01]\//, '/ims/case/');
  return `//${plainHost}${path}${search}${hash}`;
}

function registered({ pathname }: URL): string | undefined {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [folder, last = ''] = parts.slice(-2);
  return (folder === 'resources' || folder === 'graph') && ctid.test(last) ? `ctid:${last.toLowerCase()}` : undefined;
}

function achievementStandard({ hostname, pathname }: URL): string | undefined {
  const path = hostname === 'purl.org' ? pathname.replace(/^\/asn(?=\/)/i, '') : pathname;
  const isTwin = /^asn\.(jesandco\.org|desire2learn\.com)$/.test(hostname) || path !== pathname;
  const [, local] = (isTwin && /^\/resources\/([SD][\dA-F]+)\/?$/i.exec(path)) || [];
  return local && `asn:${local.toUpperCase()}`;
}

function lightcast({ hostname, pathname }: URL): string | undefined {
  const host = hostname.replace(/^www\./, '');
  const place = host === 'skills.emsidata.com' ? /^\/skills\/([^/]+)/ : /^\/open-skills\/skills\/([^/]+)/;
  const [, id] = (/^(skills\.emsidata\.com|lightcast\.io)$/.test(host) && place.exec(pathname)) || [];
  return id && `lightcast:${id.toUpperCase()}`;
}

function withPlainUuids(text: string): string {
  return text.replace(uuid, (one) => one.toLowerCase());
}
