import * as z from 'zod/mini';
import { quoting } from '../domain/problem.ts';
import { R347, R347Later, R348 } from '../domain/problems.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { type Ask, askJson } from './http.ts';
import { notOurs } from './not-ours.ts';
import type { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';
import { serverWords } from './server-words.ts';
import { basicOrBearer } from './token.ts';
import { writtenText } from './written-text.ts';

/** What stands below a node's address (LearningRegistry, LR/lr/controllers). */
const services = new Set(['publish', 'obtain', 'slice', 'harvest', 'services', 'description', 'status']);

/**
 * A node of the Learning Registry. Its documents never change: a node keeps what was said of a page and by whom, one beside
 * the other. So each alignment is a document of its own, each wish to publish makes a new one under the `doc_ID` that the
 * wish has as its key (a node gives out an id only where none is given, lr/lib/schema_helper.py), and one that is changed
 * or taken back is replaced by a document without a payload. One document is sent at once, which is within any
 * `doc_limit`.
 */
export const learningRegistry: RegistryAdapter = {
  label: 'Learning Registry',

  baseOf(text) {
    const url = typedAddress(text);
    return url && cutAddress(url, (segment) => services.has(segment));
  },

  addressOf: (connection, { key }) => `${nodeOf(connection)}/obtain/${encodeURIComponent(key)}?by_doc_ID=true`,

  preview: async (connection, publication) => previewOf(connection, await publishing(connection, publication)),

  async publish(connection, publication, signal) {
    const uri = learningRegistry.addressOf?.(connection, publication) ?? '';
    const standing = await documentsBy(connection, [publication.key], signal);
    if (standing.has(publication.key)) return { uri, sent: false };
    await submit(connection, await publishing(connection, publication), signal);
    return { uri, sent: true };
  },

  async withdraw(connection, uri, signal, key) {
    const id = idIn(connection, uri);
    const end = `${id}-withdrawn`;
    const standing = await documentsBy(connection, [id, end], signal);
    const document = standing.get(id);
    if (!document || document.doc_type === 'tombstone') return;
    if (!standing.has(end)) await submit(connection, submission(connection, [ending(document, id, end)], key), signal);
    const left = (await documentsBy(connection, [id], signal)).get(id);
    if (left && left.doc_type !== 'tombstone') throw itStays(connection);
  },

  testConnection(connection, signal) {
    return testSteps(connection, learningRegistry, async () => {
      // An empty list makes a node look at the key and at nothing else.
      await askJson(connection, submission(connection, []), Submitted, signal);
      await documentsBy(connection, ['plumbline-connection-test'], signal);
      return 'notSaid';
    });
  },
};

/** A document as it stands, as far as it is needed to replace it. */
const Standing = z.object({
  doc_type: z.string(),
  doc_version: z.optional(z.string()),
  resource_data_type: z.optional(z.string()),
  identity: z.optional(z.object({ submitter_type: z.string(), submitter: z.string() })),
  TOS: z.optional(z.object({ submission_TOS: z.string() })),
});
type Standing = z.infer<typeof Standing>;

/** What `obtain` answers (lr/controllers/obtain.py). */
const Obtained = z.object({ documents: z.array(z.object({ doc_ID: z.string(), document: z.array(Standing) })) });

/** What `publish` answers, with status 200 whatever became of it (lr/controllers/publish.py). */
const Submitted = z.object({
  OK: z.boolean(),
  error: z.optional(z.string()),
  document_results: z.optional(z.array(z.object({ OK: z.boolean(), error: z.optional(z.string()) }))),
});

/** What the format writes: envelopes, here one. */
const Envelopes = z.object({ documents: z.array(z.record(z.string(), z.unknown())) });

function nodeOf({ registry }: Connection): string {
  return registry.address.replace(/\/+$/, '');
}

function idIn(connection: Connection, uri: string): string {
  const start = `${nodeOf(connection)}/obtain/`;
  const id = uri.startsWith(start) ? new URL(uri).pathname.split('/').at(-1) : undefined;
  if (id) return decodeURIComponent(id);
  throw notOurs(connection, uri);
}

async function publishing(connection: Connection, { alignment, resource, key }: Publication): Promise<Ask> {
  const { text } = await writtenText(connection, 'learning-registry', resource, [alignment]);
  const { documents } = Envelopes.parse(JSON.parse(text));
  return submission(
    connection,
    documents.map((document) => ({ doc_ID: key, ...document })),
    key,
  );
}

function submission(connection: Connection, documents: readonly object[], key?: string): Ask {
  const address = `${nodeOf(connection)}/publish`;
  return { address, method: 'POST', json: { documents }, authorise: basicOrBearer, ...(key !== undefined && { key }) };
}

/** The document that takes another's place and has nothing in it (lr/schema/v_0_51/deleted_resource_data.json). */
function ending({ doc_version, resource_data_type, identity, TOS }: Standing, id: string, end: string): object {
  return {
    doc_ID: end,
    doc_type: 'resource_data',
    doc_version: doc_version ?? '0.51.0',
    resource_data_type: resource_data_type ?? 'metadata',
    active: true,
    identity: identity ?? { submitter_type: 'anonymous', submitter: 'anonymous' },
    TOS: TOS ?? { submission_TOS: 'http://www.learningregistry.org/tos' },
    payload_placement: 'none',
    replaces: [id],
  };
}

/** The documents of these ids that stand there. */
async function documentsBy(
  connection: Connection,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Standing>> {
  const json = { request_IDs: ids, by_doc_ID: true, by_resource_ID: false, ids_only: false };
  const ask: Ask = { address: `${nodeOf(connection)}/obtain`, method: 'POST', json, authorise: basicOrBearer };
  const { documents } = (await askJson(connection, ask, Obtained, signal)).body;
  return new Map(documents.flatMap(({ doc_ID, document: [first] }) => (first ? [[doc_ID, first] as const] : [])));
}

async function submit(connection: Connection, ask: Ask, signal: AbortSignal): Promise<void> {
  const { body } = await askJson(connection, ask, Submitted, signal);
  const refusal = body.document_results?.find(({ OK }) => !OK) ?? (body.OK ? undefined : body);
  if (refusal) throw notTaken(connection, refusal.error ?? '');
}

/** "internal error" is all that a node says where its database does not let it, which may pass. */
function notTaken(connection: Connection, error: string): RegistryError {
  const { name } = connection.registry;
  const said = serverWords(connection, error.replace(/^[\s'"]+|[\s'"]+$/g, ''));
  const mayPass = /^\s*internal error\s*$/i.test(error);
  return failed(connection, {
    reason: mayPass ? 'server-error' : 'refused',
    ...quoting(mayPass ? R347Later({ name }) : R347({ name }), said),
  });
}

function itStays(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R348({ name: connection.registry.name }),
  });
}
