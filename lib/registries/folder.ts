import { type DiskFolder, mayWrite } from '../domain/disk-folder.ts';
import { R350, R351, R352, R353, R354 } from '../domain/problems.ts';
import type { Connection, RegistryAdapter } from './adapter.ts';
import { testSteps } from './connection-test.ts';
import { type Failure, failed } from './failures.ts';
import { pageFile, pageFileName } from './page-file.ts';

/**
 * A folder of the person's disk (File System Access; browsers made of Chromium): a file for each page, with all of its
 * alignments, in the format that the person chose. Nothing of it goes over a network, and it has no address.
 */
export const folder: RegistryAdapter = {
  label: 'Folder on this disk',

  baseOf: () => '',

  objectIs: 'page',

  addressOf: pageFileName,

  async preview(connection, publication, signal) {
    signal.throwIfAborted();
    const { text } = await pageFile(connection, publication);
    const address = `${connection.folder?.name ?? '…'}/${pageFileName(connection, publication)}`;
    return { method: 'Write', address, headers: [], body: text };
  },

  publish: (connection, publication, signal) =>
    within(connection, signal, async (directory) => {
      const uri = pageFileName(connection, publication);
      const { text } = await pageFile(connection, publication);
      if ((await textIn(directory, uri)) === bytesAsText(text)) return { uri, sent: false };
      await write(directory, uri, text);
      return { uri, sent: true };
    }),

  withdraw: (connection, uri, signal) =>
    within(connection, signal, async (directory) => {
      if ((await textIn(directory, uri)) !== undefined) await directory.removeEntry(uri);
    }),

  testConnection: (connection, signal) =>
    testSteps(connection, folder, () =>
      within(connection, signal, async (directory) => {
        // A folder that was taken away is noticed where it is looked into.
        await directory.keys().next();
        return 'notSaid';
      }),
    ),
};

/** Does something in the folder. Rejects with RegistryError R350 to R354, and with the signal's reason on abort. */
async function within<Done>(
  connection: Connection,
  signal: AbortSignal,
  work: (directory: DiskFolder) => Promise<Done>,
): Promise<Done> {
  signal.throwIfAborted();
  const { folder: directory } = connection;
  if (!directory) throw failed(connection, notChosen(connection));
  try {
    if (!(await mayWrite(directory))) throw failed(connection, notAllowed(connection));
    return await work(directory);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof DOMException ? failed(connection, { ...whyNot(connection, error), cause: error }) : error;
  }
}

/** What stands in a file; undefined where there is none. */
async function textIn(directory: DiskFolder, name: string): Promise<string | undefined> {
  try {
    return await (await (await directory.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

/** All of it or nothing: the browser puts the new file in the place of the old one when it is closed. */
async function write(directory: DiskFolder, name: string, text: string): Promise<void> {
  const file = await directory.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  try {
    await writable.write(text);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

/** A text as it is read again: without a byte order mark, and without halves of surrogate pairs. */
function bytesAsText(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function whyNot(connection: Connection, { name }: DOMException): Failure {
  if (name === 'NotAllowedError' || name === 'SecurityError') return notAllowed(connection);
  if (name === 'NotFoundError') return gone(connection);
  return name === 'QuotaExceededError' ? full(connection) : busy(connection);
}

function notChosen({ registry }: Connection): Failure {
  return {
    reason: 'not-permitted',
    ...R350({ name: registry.name }),
  };
}

function notAllowed({ registry }: Connection): Failure {
  return {
    reason: 'not-permitted',
    ...R351({ name: registry.name }),
  };
}

function gone({ registry }: Connection): Failure {
  return {
    reason: 'not-found',
    ...R352({ name: registry.name }),
  };
}

function full({ registry }: Connection): Failure {
  return {
    reason: 'refused',
    ...R353({ name: registry.name }),
  };
}

function busy({ registry }: Connection): Failure {
  return {
    reason: 'server-error',
    ...R354({ name: registry.name }),
  };
}
