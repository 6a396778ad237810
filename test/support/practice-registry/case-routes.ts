import { type CaseLeaf, type CasePackage, type CaseRecord, changed, packagesOf, uuidOf } from './case-packages.ts';
import type { Oauth } from './oauth-routes.ts';
import type { Imported } from './open-case-routes.ts';
import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** How the CASE half behaves; what is absent is as it was at the start. */
export type CaseOrder = {
  /** The versions that it speaks. Default both. */
  versions?: readonly CaseLeaf[];
  /**
   * How it pages its documents. Default `counted`: by limit and offset, with X-Total-Count. `linked`: no count, a Link.
   * `silent`: neither. `whole`: everything at once, whatever is asked. `stuck`: always the first page. `endless`: a full
   * page of documents that nobody has seen before, each time.
   */
  paging?: 'counted' | 'linked' | 'silent' | 'whole' | 'stuck' | 'endless';
  /** How many documents it has besides those of its skills, so that there is something to page. Default none. */
  documents?: number;
};

const start = { versions: ['v1p0', 'v1p1'], paging: 'counted', documents: 0 } as const satisfies Required<CaseOrder>;

const lastModified = new Date(changed).toUTCString();
const etag = 'W/"practice-1"';

/**
 * Makes a CASE service, versions 1.0 and 1.1, that answers under `{url}/ims/case` (OpenSALT's shapes and headers), with what
 * was imported on the management side.
 */
export function createCase(url: string, skills: readonly HeldSkill[], oauth: Oauth, imported: Imported): Side {
  let now: Required<CaseOrder> = start;
  const packages = new Map<CaseLeaf, CasePackage[]>();

  function packagesIn(leaf: CaseLeaf): CasePackage[] {
    const made = packages.get(leaf) ?? packagesOf(`${url}/ims/case/${leaf}`, skills, leaf);
    packages.set(leaf, made);
    return made;
  }

  function documents(leaf: CaseLeaf): CaseRecord[] {
    const own = packagesIn(leaf).map(({ CFDocument }) => CFDocument);
    return [...own, ...Array.from({ length: now.documents }, (_, index) => emptyDocument(url, leaf, index))];
  }

  function list(leaf: CaseLeaf, query: URLSearchParams): Reply {
    const limit = Number(query.get('limit') ?? 100);
    const offset = Number(query.get('offset') ?? 0);
    if (now.paging === 'endless') {
      const rows = Array.from({ length: limit }, (_, index) => emptyDocument(url, leaf, offset + index));
      return json({ CFDocuments: rows });
    }
    const all = documents(leaf);
    if (now.paging === 'whole') return json({ CFDocuments: all });
    if (now.paging === 'stuck') return json({ CFDocuments: all.slice(0, limit) });
    const headers = pageHeaders(now.paging, all.length, offset + limit, `${url}/ims/case/${leaf}/CFDocuments`);
    return json({ CFDocuments: all.slice(offset, offset + limit) }, 200, headers);
  }

  function record(leaf: CaseLeaf, collection: string, id: string): CaseRecord | undefined {
    const named = (one: CaseRecord) => one.identifier === id;
    const all = [...packagesIn(leaf), ...imported.values()];
    if (collection === 'CFPackages') return all.find(({ CFDocument }) => named(CFDocument));
    if (collection === 'CFDocuments') return documents(leaf).find(named);
    const home = all.find(({ CFItems }) => CFItems.some(named));
    const item = home?.CFItems.find(named);
    if (!home || !item) return undefined;
    const { identifier, uri, title } = home.CFDocument;
    const whole = { ...item, CFDocumentURI: { title, identifier, uri } };
    if (collection === 'CFItems') return whole;
    if (collection !== 'CFItemAssociations') return undefined;
    return { CFItem: whole, CFAssociations: home.CFAssociations.filter((one) => JSON.stringify(one).includes(id)) };
  }

  return {
    route({ method, path, query, headers }: Incoming) {
      const [, version, rest = ''] = /^\/ims\/case\/([^/]+)\/(.*?)(?:\.json)?$/.exec(path) ?? [];
      if (!version) return undefined;
      const leaf = now.versions.find((one) => one === version);
      if (!leaf) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<!doctype html>Not found' };
      if (method !== 'GET') return status(405, 'unsupported', 'Method not allowed', 'invalid_selection_field');
      if (!oauth.admits(headers))
        return status(401, 'failure', 'Not authorised', `unauthorised${leaf === 'v1p1' ? '_' : ''}request`);
      if (rest === 'CFDocuments') return list(leaf, query);
      const [collection = '', id = ''] = rest.split('/');
      const found = record(leaf, collection, id);
      if (!found) return status(404, 'failure', `The ${collection} ${id} was not found`, 'unknownobject');
      if (headers['if-none-match'] === etag || headers['if-modified-since'] === lastModified) return { status: 304 };
      return json(found, 200, { etag, 'last-modified': lastModified, 'cache-control': 'max-age=60, public' });
    },
    order({ clear, case: given }) {
      now = { ...(clear ? start : now), ...given };
    },
    cors({ path }) {
      if (!path.startsWith('/ims/case/')) return undefined;
      return {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET',
        'access-control-allow-headers': 'Accept, Authorization, If-Modified-Since, X-OpenSALT',
        'access-control-expose-headers': 'X-Total-Count',
      };
    },
  };
}

function pageHeaders(paging: string, total: number, next: number, address: string): Record<string, string> {
  if (paging === 'counted') return { 'x-total-count': String(total) };
  return paging === 'linked' && next < total ? { link: `<${address}?offset=${next}>; rel="next"` } : {};
}

/** What CASE says instead of an answer (imsx_StatusInfo). */
function status(code: number, major: string, description: string, minor: string): Reply {
  return json(
    {
      imsx_codeMajor: major,
      imsx_severity: 'error',
      imsx_description: description,
      imsx_codeMinor: {
        imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: minor }],
      },
    },
    code,
  );
}

function emptyDocument(url: string, leaf: CaseLeaf, index: number): CaseRecord {
  const identifier = uuidOf(`empty ${index}`);
  return {
    identifier,
    uri: `${url}/ims/case/${leaf}/CFDocuments/${identifier}`,
    creator: 'Harbour College',
    title: `Framework ${index + 1}`,
    lastChangeDateTime: changed,
    adoptionStatus: 'Draft',
  };
}
