import { filled, templateMediaType } from '../domain/body-template.ts';
import type { FormatId } from '../domain/bundle.ts';
import { titleOf } from '../domain/learning-resource.ts';
import { R340Format, R346, R349 } from '../domain/problems.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter } from './adapter.ts';
import { notData } from './answer-body.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { type Ask, askText } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';
import { basicOrBearer } from './token.ts';
import { writtenText } from './written-text.ts';

const idPlaceholder = /\{\{\s*id\s*\}\}/g;

/** Stands for an alignment's id while the connection is tested. */
const noAlignment = 'plumbline-connection-test';

/**
 * Any address that takes alignments one by one, in the format, by the method, with the headers and in the body that the
 * person says. `{{id}}` in the address is the alignment's id: each then has an address of its own, and sending it twice
 * by PUT leaves one. Nobody says how to ask such an address what it has, so nothing is looked up: each try is sent, under
 * the same `Idempotency-Key`.
 */
export const endpoint: RegistryAdapter = {
  label: 'Web address',

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    url.hash = '';
    return url.href.replace(/%7B%7B(?:%20|\s)*(\w+)(?:%20|\s)*%7D%7D/gi, '{{$1}}');
  },

  addressOf,

  preview: async (connection, publication) => previewOf(connection, await sending(connection, publication)),

  async publish(connection, publication, signal) {
    await send(connection, await sending(connection, publication), signal);
    return { uri: addressOf(connection, publication), sent: true };
  },

  async withdraw(connection, uri, signal, key) {
    if (!connection.registry.delivery?.deletes || !hasIds(connection)) throw itStays(connection);
    const { 'content-type': _, ...headers } = headersOf(connection, '');
    try {
      await send(connection, { address: uri, method: 'DELETE', headers, authorise, ...(key && { key }) }, signal);
    } catch (error) {
      if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
    }
  },

  testConnection(connection, signal) {
    return testSteps(connection, endpoint, async () => {
      await askWhatItTakes(connection, signal);
      return 'notSaid';
    });
  },
};

const authorise = basicOrBearer;

/** An alignment's own address where there is one; else the address that all share, with the alignment's id behind it. */
function addressOf(connection: Connection, { alignment }: Publication): string {
  const { address } = connection.registry;
  return hasIds(connection) ? withId(address, alignment.id) : `${address}#${alignment.id}`;
}

/** The request that publishing sends, and that its preview shows. */
async function sending(connection: Connection, publication: Publication): Promise<Ask> {
  const { alignment, resource, key } = publication;
  const { method = 'POST', template, format } = connection.registry.delivery ?? {};
  const { text, mediaType } = await writtenText(connection, format ?? noFormat(connection), resource, [alignment]);
  const headers = headersOf(connection, template ? templateMediaType : mediaType);
  const values = {
    content: text,
    address: alignment.resource,
    title: titleOf(resource),
    id: alignment.id,
    revision: String(alignment.revision),
  };
  return {
    address: withId(connection.registry.address, alignment.id),
    method,
    headers,
    text: template ? filled(template, values, headers['content-type'] ?? '') : text,
    key,
    authorise,
  };
}

/** Asks without sending anything. A server need not answer that (RFC 9110, section 9.3.7), which is no reason to fail. */
async function askWhatItTakes(connection: Connection, signal: AbortSignal): Promise<void> {
  const { method = 'POST' } = connection.registry.delivery ?? {};
  const address = withId(connection.registry.address, noAlignment);
  try {
    const { headers } = await send(connection, { address, method: 'OPTIONS', authorise }, signal);
    const allowed: string[] = headers.get('allow')?.toUpperCase().match(/\w+/g) ?? [];
    if (allowed.length > 0 && !allowed.includes(method)) throw notTaken(connection, method, allowed.join(', '));
  } catch (error) {
    if (!(error instanceof RegistryError) || !isSilence(connection, error)) throw error;
  }
}

function isSilence(connection: Connection, { problem, reason }: RegistryError): boolean {
  if (reason === 'not-found') return hasIds(connection);
  return problem.code === 'R405' || problem.code === 'R501';
}

/** Whatever is answered will do but a whole web page: that is what a network's sign-in screen answers to everything. */
async function send(connection: Connection, ask: Ask, signal: AbortSignal): Promise<{ headers: Headers }> {
  const { body, headers } = await askText(connection, ask, signal);
  if (/^\s*<(!doctype\s+html|html)\b/i.test(body)) throw notData(connection, body);
  return { headers };
}

/** The person's headers, in lower case so that none stands there twice, over the type of what is sent. */
function headersOf({ registry }: Connection, mediaType: string): Record<string, string> {
  const said = (registry.delivery?.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value] as const);
  return { 'content-type': mediaType, ...Object.fromEntries(said) };
}

function hasIds({ registry }: Connection): boolean {
  return registry.address.search(idPlaceholder) >= 0;
}

function withId(address: string, id: string): string {
  return address.replace(idPlaceholder, encodeURIComponent(id));
}

function noFormat(connection: Connection): FormatId {
  throw failed(connection, {
    reason: 'refused',
    ...R340Format({ name: connection.registry.name }),
  });
}

function notTaken(connection: Connection, method: string, allowed: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R349({ name: connection.registry.name, method, allowed }),
  });
}

function itStays(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R346({ name: connection.registry.name }),
  });
}
