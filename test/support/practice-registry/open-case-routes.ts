import type { CasePackage } from './case-packages.ts';
import { asObject, type Incoming, json, parse, type Reply } from './reply.ts';
import type { Side } from './side.ts';

/** The one tenant that is known. */
export const tenant = 'harbour';

/** What was imported, by the identifier of its document; the CASE side reads it. */
export type Imported = Map<string, CasePackage>;

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const linkTypes = /^(isChildOf|isPeerOf|isPartOf|exactMatchOf|precedes|isRelatedTo|replacedBy|exemplar|ext:[\w.-]+)$/;

/**
 * Makes the management side of an OpenCASE, `{url}/management`: a package is put in the place of the one before it, or
 * taken away for good. It wants a bearer token, of whatever words, and answers for one tenant.
 */
export function createOpenCase(imported: Imported): Side {
  return {
    route({ method, path, query, headers, body }: Incoming) {
      const [, of, rest = ''] = /^\/management\/tenants\/([^/]+)\/ims\/case\/v1p1\/(.*)$/.exec(path) ?? [];
      if (of === undefined) return undefined;
      if (!/^Bearer \S+$/.test(headers.authorization ?? ''))
        return json({ error: 'Missing or invalid Authorization header' }, 401);
      if (decodeURIComponent(of) !== tenant)
        return json({ error: 'Tenant mismatch - authenticated tenant does not match URL parameter' }, 403);
      if (method === 'POST' && rest === 'CFPackages/import') return take(imported, body);
      const [, id = ''] = /^CFDocuments\/([^/]+)$/.exec(rest) ?? [];
      if (method !== 'DELETE' || !id) return json({ error: 'Not Found' }, 404);
      if (!imported.has(id)) return json({ error: `CFDocument with sourcedId ${id} not found` }, 404);
      if (query.get('hardDelete') === 'true') imported.delete(id);
      return json({ status: query.get('hardDelete') === 'true' ? 'deleted' : 'archived' });
    },
    order: ({ forget }) => forget && imported.clear(),
  };
}

function take(imported: Imported, body: Buffer): Reply {
  const asked = asObject(parse(body.toString('utf8')));
  const given = asObject(asked?.cfPackage);
  if (!given) return json({ error: 'Either endpointUrl or cfPackage is required' }, 400);
  const fault = faultOf(given);
  if (fault) return json({ error: 'import_failed', message: fault }, 400);
  const { CFDocument, CFItems, CFAssociations } = given;
  const document = asObject(CFDocument) ?? {};
  const id = String(document.identifier);
  imported.set(id, { ...given, CFDocument: document, CFItems: rows(CFItems), CFAssociations: rows(CFAssociations) });
  return json({ status: 'imported', id, version: 1 }, 201);
}

/** The rules of CASE 1.1 that a package of alignments can break (information model, sections 6.3 and 6.7). */
function faultOf(given: Record<string, unknown>): string | undefined {
  const document = asObject(given.CFDocument);
  if (!document) return 'Invalid CFPackage data: missing CFDocument';
  const named = (one: Record<string, unknown> | undefined) =>
    one &&
    uuid.test(String(one.identifier)) &&
    typeof one.uri === 'string' &&
    !Number.isNaN(Date.parse(String(one.lastChangeDateTime)));
  if (!named(document) || !document.creator || !document.title) return 'CFDocument is not complete';
  const associations = Array.isArray(given.CFAssociations) ? given.CFAssociations.map(asObject) : [];
  for (const one of associations) {
    if (!named(one) || !linkTypes.test(String(one?.associationType))) return 'a CFAssociation is not complete';
    for (const end of [asObject(one?.originNodeURI), asObject(one?.destinationNodeURI)])
      if (!end?.title || !end.identifier || !end.uri) return 'an end of a CFAssociation is not complete';
  }
  return undefined;
}

function rows(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.map(asObject).filter((one) => one !== undefined) : [];
}
