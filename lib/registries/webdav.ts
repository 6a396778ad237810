import { R404Folder } from '../domain/problems.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { type DavResource, dav, davResource, isNotFound } from './dav.ts';
import { failed } from './failures.ts';
import { type Ask, askText } from './http.ts';
import { pageFile, pageFileName } from './page-file.ts';
import { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';

/**
 * A folder of a WebDAV server (RFC 4918; Nextcloud, ownCloud, Apache, IIS): a file for each page, with all of its
 * alignments, in the format that the person chose.
 */
export const webdav: RegistryAdapter = {
  label: 'WebDAV folder',

  baseOf(text) {
    const url = typedAddress(text);
    return url && cutAddress(url, () => false);
  },

  objectIs: 'page',

  addressOf,

  async preview(connection, publication, signal) {
    const standing = await davResource(connection, addressOf(connection, publication), signal);
    return previewOf(connection, await writing(connection, publication, standing));
  },

  async publish(connection, publication, signal) {
    const uri = addressOf(connection, publication);
    const standing = await davResource(connection, uri, signal);
    const ask = await writing(connection, publication, standing);
    const isWritten = standing && (await textAt(connection, uri, signal)) === ask.text?.replace(byteOrderMark, '');
    if (isWritten) return { uri, sent: false };
    await put(connection, ask, signal);
    return { uri, sent: true };
  },

  async withdraw(connection, uri, signal, key) {
    const standing = await davResource(connection, uri, signal);
    if (!standing) return;
    const ask: Ask = { address: uri, method: 'DELETE', headers: condition(standing), ...dav, ...(key && { key }) };
    await askText(connection, ask, signal).catch(unlessGone);
  },

  testConnection(connection, signal) {
    return testSteps(connection, webdav, async () => {
      if (await davResource(connection, folderOf(connection), signal)) return 'notSaid';
      const above = new URL('..', folderOf(connection)).href;
      if (above !== folderOf(connection) && (await davResource(connection, above, signal))) return 'folderIsMade';
      throw noFolder(connection);
    });
  },
};

/** With which a table begins, and which is no part of its text once it was read. */
const byteOrderMark = /^\ufeff/;

function folderOf({ registry }: Connection): string {
  return `${registry.address.replace(/\/+$/, '')}/`;
}

function addressOf(connection: Connection, publication: Publication): string {
  return folderOf(connection) + pageFileName(connection, publication);
}

/** The request that writes a page's file, only over what was seen there just now. */
async function writing(
  connection: Connection,
  publication: Publication,
  standing: DavResource | undefined,
): Promise<Ask> {
  const { text, mediaType } = await pageFile(connection, publication);
  return {
    address: addressOf(connection, publication),
    method: 'PUT',
    headers: { 'content-type': mediaType, ...condition(standing) },
    text,
    key: publication.key,
    ...dav,
  };
}

/** That what stands there is still the same (RFC 9110, sections 13.1.1 and 13.1.2); nothing where it cannot be told. */
function condition(standing: DavResource | undefined): Record<string, string> {
  if (!standing) return { 'if-none-match': '*' };
  return standing.etag ? { 'if-match': standing.etag } : {};
}

async function textAt(connection: Connection, address: string, signal: AbortSignal): Promise<string | undefined> {
  return (await askText(connection, { address, ...dav }, signal).catch(unlessGone))?.body;
}

/** Where the folder is missing, a server says so by 409, some by 404 (RFC 4918, section 9.7.1); it is made then. */
async function put(connection: Connection, ask: Ask, signal: AbortSignal): Promise<void> {
  try {
    await askText(connection, ask, signal);
  } catch (error) {
    if (!isNotFound(error) && !(error instanceof RegistryError && error.problem.code === 'R409')) throw error;
    await askText(connection, { address: folderOf(connection), method: 'MKCOL', ...dav }, signal);
    await askText(connection, ask, signal);
  }
}

function unlessGone(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}

function noFolder(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'not-found',
    ...R404Folder({ name: connection.registry.name }),
  });
}
