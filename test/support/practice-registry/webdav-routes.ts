import { type Incoming, type Reply, text } from './reply.ts';
import type { Side } from './side.ts';

/** What the practice WebDAV server can be told. */
export type WebdavOrder = {
  /** The folders that there are, below `/dav/`. Default: `library`. */
  folders?: string[];
  /** Somebody else writes into a page's file at the very moment before it is written or deleted next. */
  meddle?: boolean;
  /** Say no ETags, as some servers do. */
  noEtags?: boolean;
};

/** The WebDAV side of the practice registry. */
export type WebdavSide = Side & {
  /** The files that stand there, by path. */
  files(): ReadonlyMap<string, { body: string; type: string }>;
};

type File = { body: string; type: string; version: number };

/** Makes a WebDAV server (RFC 4918) below `/dav/` that answers as Apache's mod_dav does: small web pages to writes. */
export function createWebdav(): WebdavSide {
  const files = new Map<string, File>();
  let folders = new Set<string>();
  let versions = 0;
  let meddle = false;
  let noEtags = false;
  reset();

  function reset(): void {
    folders = new Set(['/dav/', '/dav/library/']);
    [meddle, noEtags] = [false, false];
  }

  const etagOf = ({ version }: File) => `"v-${version}"`;

  /** Why a write may not be (RFC 9110, section 13.2.2). */
  function forbidden(path: string, { headers }: Incoming): Reply | undefined {
    const file = files.get(path);
    if (meddle && file) {
      versions += 1;
      files.set(path, { ...file, body: 'somebody else’s', version: versions });
      meddle = false;
    }
    const standing = files.get(path);
    const { 'if-match': match, 'if-none-match': none } = headers;
    const holds = (match === undefined || (standing && match === etagOf(standing))) && !(none === '*' && standing);
    return holds ? undefined : page(412, 'Precondition Failed');
  }

  function find(path: string): Reply {
    const file = files.get(path);
    const folder = folders.has(path.endsWith('/') ? path : `${path}/`);
    if (!file && !folder) return page(404, 'Not Found');
    const etag = file && !noEtags ? `<D:getetag>${etagOf(file).replaceAll('"', '&quot;')}</D:getetag>` : '';
    const status = '<D:status>HTTP/1.1 200 OK</D:status>';
    const found = `<D:response><D:href>${path}</D:href><D:propstat><D:prop>${etag}</D:prop>${status}</D:propstat></D:response>`;
    const body = `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">${found}</D:multistatus>\n`;
    return { status: 207, headers: { 'content-type': 'application/xml; charset="utf-8"' }, body };
  }

  function put(path: string, incoming: Incoming): Reply {
    if (!folders.has(path.slice(0, path.lastIndexOf('/') + 1))) return page(409, 'Conflict');
    const no = forbidden(path, incoming);
    if (no) return no;
    const isNew = !files.has(path);
    versions += 1;
    const type = incoming.headers['content-type'] ?? '';
    files.set(path, { body: incoming.body.toString('utf8'), type, version: versions });
    return isNew ? page(201, 'Created') : { status: 204 };
  }

  function make(path: string): Reply {
    if (folders.has(path)) return page(405, 'Method Not Allowed');
    if (!folders.has(path.replace(/[^/]+\/$/, ''))) return page(409, 'Conflict');
    folders.add(path);
    return page(201, 'Created');
  }

  function remove(path: string, incoming: Incoming): Reply {
    const no = forbidden(path, incoming);
    if (no) return no;
    return files.delete(path) ? { status: 204 } : page(404, 'Not Found');
  }

  return {
    route(incoming) {
      const { method, path } = incoming;
      if (!path.startsWith('/dav/')) return undefined;
      if (method === 'PROPFIND') return find(path);
      if (method === 'PUT') return put(path, incoming);
      if (method === 'MKCOL') return make(path);
      if (method === 'DELETE') return remove(path, incoming);
      const file = files.get(path);
      if (method !== 'GET' || !file) return page(404, 'Not Found');
      return { ...text(file.body), headers: { 'content-type': file.type, etag: etagOf(file) } };
    },
    order({ clear, forget, webdav = {} }) {
      if (clear) reset();
      if (forget) files.clear();
      if (webdav.folders) folders = new Set(['/dav/', ...webdav.folders.map((name) => `/dav/${name}/`)]);
      meddle = webdav.meddle ?? meddle;
      noEtags = webdav.noEtags ?? noEtags;
    },
    cors: ({ path }) => (path.startsWith('/dav/') ? {} : undefined),
    files: () => files,
  };
}

function page(status: number, words: string): Reply {
  const body = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head><title>${status} ${words}</title></head></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body };
}
