import { asObject, type Incoming, json, parse, type Reply, text } from './reply.ts';
import type { Side } from './side.ts';

/** What the practice node can be told. */
export type LearningRegistryOrder = {
  /** `user:password` of its one account. Default: it lets anybody publish. */
  account?: string;
  /** Sign nothing that is submitted, and so let go of nothing, as nodes without keys do. */
  signsNothing?: boolean;
};

/** The Learning Registry side of the practice registry. */
export type LearningRegistrySide = Side & {
  /** The documents that stand there, by `doc_ID`; one that was replaced is a tombstone. */
  documents(): ReadonlyMap<string, Document>;
};

type Document = Readonly<Record<string, unknown>>;

const docLimit = 1000;

/** The members that an envelope may have besides those that the node adds (lr/schema/abstract_resource_data.json). */
const known = new Set([
  ...['doc_type', 'doc_ID', 'doc_version', 'resource_data_type', 'active', 'identity', 'submitter_timestamp'],
  ...['submitter_TTL', 'TOS', 'do_not_distribute', 'weight', 'digital_signature', 'resource_locator', 'keys'],
  ...['resource_TTL', 'payload_schema', 'payload_placement', 'payload_schema_locator', 'payload_schema_format'],
  ...['resource_data', 'payload_locator', 'replaces'],
]);

/**
 * Makes a node below `/lr` that takes documents as the real one does (LR/lr/controllers/publish.py, obtain.py): status 200
 * for whatever it refuses, its schema's words, "internal error" for an id that is taken.
 */
export function createLearningRegistry(): LearningRegistrySide {
  const documents = new Map<string, Document>();
  let account: string | undefined;
  let signsNothing = false;

  function publish({ headers, body }: Incoming): Reply {
    if (account && headers.authorization !== `Basic ${Buffer.from(account).toString('base64')}`)
      return { ...text('Unauthorized', 401), headers: { 'www-authenticate': 'Basic realm="Learning Registry"' } };
    const given = asObject(parse(body.toString('utf8')))?.documents;
    if (!Array.isArray(given)) return json({ OK: false, error: "Missing field 'documents' in post body" });
    if (given.length === 0) return json({ OK: false, error: 'List of documents is empty' });
    if (given.length > docLimit)
      return json({ OK: false, error: `number of posted docs ${given.length} exceeds doc limit: ${docLimit}` });
    return json({ OK: true, document_results: given.map((one) => take(asObject(one) ?? {})) });
  }

  function take(document: Document): Document {
    const wrong = faultOf(document);
    if (wrong) return { OK: false, error: `\n'${wrong}'` };
    const id = String(document.doc_ID ?? crypto.randomUUID());
    // A database of CouchDB does not let a document be written over whose revision is not named.
    if (documents.has(id)) return { OK: false, error: 'internal error' };
    documents.set(id, { ...document, doc_ID: id, publishing_node: 'practice' });
    for (const replaced of Array.isArray(document.replaces) && !signsNothing ? document.replaces : [])
      documents.set(String(replaced), { doc_ID: replaced, doc_type: 'tombstone', replaced_by: { doc_ID: id } });
    return { OK: true, doc_ID: id };
  }

  function obtain(ids: readonly unknown[]): Reply {
    const found = ids.map((id) => documents.get(String(id))).filter((one) => one !== undefined);
    return json({ documents: found.map((one) => ({ doc_ID: one.doc_ID, document: [one] })), resumption_token: null });
  }

  return {
    route(incoming) {
      const { method, path, query, body } = incoming;
      if (path === '/lr/publish' && method === 'POST') return publish(incoming);
      const id = /^\/lr\/obtain\/([^/]+)$/.exec(path)?.[1];
      if (id && method === 'GET') return obtain(query.get('by_doc_ID') === 'true' ? [decodeURIComponent(id)] : []);
      if (path !== '/lr/obtain' || method !== 'POST') return undefined;
      const asked = asObject(parse(body.toString('utf8')));
      if (asked?.by_doc_ID === asked?.by_resource_ID) return text('by_doc_ID and by_resource_ID', 500);
      return obtain(Array.isArray(asked?.request_IDs) ? asked.request_IDs : []);
    },
    order({ clear, forget, learningRegistry = {} }) {
      if (clear) [account, signsNothing] = [undefined, false];
      if (forget) documents.clear();
      account = learningRegistry.account ?? account;
      signsNothing = learningRegistry.signsNothing ?? signsNothing;
    },
    cors: ({ path }) => (path.startsWith('/lr/') ? {} : undefined),
    documents: () => documents,
  };
}

/** What a document has against the schemas of 0.49 and 0.51, in their validator's words. */
function faultOf(document: Document): string | undefined {
  const missing = ['doc_type', 'doc_version', 'resource_data_type', 'active', 'identity', 'TOS'].find(
    (member) => !Object.hasOwn(document, member),
  );
  if (missing) return `'${missing}' is a required property`;
  const unknown = Object.keys(document).find((member) => !known.has(member) && !member.startsWith('X_'));
  if (unknown) return `Additional properties are not allowed ('${unknown}' was unexpected)`;
  const { submitter_type, submitter, ...others } = asObject(document.identity) ?? {};
  if (!['anonymous', 'user', 'agent'].includes(String(submitter_type)) || typeof submitter !== 'string')
    return `'${submitter_type}' is not one of ['anonymous', 'user', 'agent']`;
  const stranger = Object.keys(others).find((member) => !['curator', 'owner', 'signer'].includes(member));
  if (stranger) return `Additional properties are not allowed ('${stranger}' was unexpected)`;
  return payloadFault(document);
}

function payloadFault({ doc_version, payload_placement, payload_schema, resource_data, replaces }: Document) {
  if (payload_placement === 'none')
    return Array.isArray(replaces) && replaces.length > 0 ? undefined : "'replaces' is a required property";
  if (payload_placement !== 'inline') return `'${payload_placement}' is not one of ['inline', 'none']`;
  if (!Array.isArray(payload_schema) || payload_schema.length === 0) return "'payload_schema' is a required property";
  return doc_version === '0.51.0' && typeof resource_data !== 'string'
    ? `${JSON.stringify(resource_data)?.slice(0, 40)} is not of type 'string'`
    : undefined;
}
