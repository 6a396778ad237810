import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import { createFetchDocument, type FetchNeeds } from '../../lib/services/fetch-document.ts';
import { patient } from './support.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on 127.0.0.1 that keeps what it was asked. */
async function startSite(answer: Answer) {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

type Site = Awaited<ReturnType<typeof startSite>>;
let site: Site;
let other: Site;
const redirectTo = (where: string) => (_: IncomingMessage, response: ServerResponse) =>
  response.writeHead(302, { location: where }).end();
let answer: Answer;
beforeEach(async () => {
  answer = (_, response) => response.end('{}');
  site = await startSite((request, response) => answer(request, response));
  other = await startSite((_, response) => response.end('from elsewhere'));
});
afterEach(() => Promise.all([site.stop(), other.stop()]));

function fetching(more: Partial<FetchNeeds> = {}) {
  return createFetchDocument({ fetch: globalThis.fetch, permitted: async () => true, ...more });
}
async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw error;
  return error.problem;
}

describe('a document', () => {
  it('is fetched as bytes with its name and validators, without cookies and referrer', async () => {
    const modified = 'Sat, 21 Nov 2026 12:00:00 GMT';
    answer = (_, response) =>
      response
        .writeHead(200, { etag: '"1"', 'last-modified': modified, 'content-type': 'text/csv' })
        .end('\ufeffRSD Name');
    const found = await fetching()(`${site.url}/files/skills?release=3#top`, undefined, patient);
    expect(found).toMatchObject({
      ...{ state: 'fetched', name: 'skills.csv', address: `${site.url}/files/skills?release=3` },
      validators: { etag: '"1"', lastModified: modified },
    });
    const bytes = found.state === 'fetched' ? new Uint8Array(await found.body.arrayBuffer()) : [];
    expect([...bytes.slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x52]);
    const headers = site.asked[0]?.headers;
    expect(headers?.accept).toMatch(/^application\/ld\+json, application\/json;q=0\.9, text\/csv/);
    for (const header of ['cookie', 'referer', 'authorization', 'if-none-match', 'if-modified-since'])
      expect(headers).not.toHaveProperty(header);
  });

  it('is not fetched again where it still is what is known', async () => {
    answer = ({ headers }, response) => response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200).end('new');
    const lastModified = 'Sat, 21 Nov 2026 12:00:00 GMT';
    expect(await fetching()(site.url, { etag: '"1"', lastModified }, patient)).toEqual({ state: 'unchanged' });
    expect(site.asked[0]?.headers['if-modified-since']).toBe(lastModified);
    expect(await fetching()(site.url, { etag: '"0"' }, patient)).toMatchObject({ state: 'fetched' });
  });

  it('is followed within its site', async () => {
    answer = (request, response) =>
      request.url === '/old' ? redirectTo('/new.json')(request, response) : void response.end('here');
    const found = await fetching()(`${site.url}/old`, undefined, patient);
    expect(found).toMatchObject({ state: 'fetched', address: `${site.url}/new.json`, name: 'new.json' });
  });

  it('that another site has is shown first, and nothing is taken from there', async () => {
    const there = `${other.url}/skills.json`;
    answer = redirectTo(there);
    expect(await fetching()(site.url, { etag: '"1"' }, patient)).toEqual({ state: 'moved', to: there });
    for (const { headers } of other.asked)
      for (const header of ['cookie', 'referer', 'authorization', 'if-none-match'])
        expect(headers).not.toHaveProperty(header);
  });

  it('is refused where nobody can tell where it went', async () => {
    answer = redirectTo('/');
    expect(await problemOf(fetching()(`${site.url}/`, undefined, patient))).toMatchObject({ code: 'I452' });
    // What a browser does with a site that it may not read.
    const closed: typeof fetch = async (_, init) => {
      if (init?.redirect === 'follow') throw new TypeError('Failed to fetch');
      return new Response(null, { status: 302 });
    };
    expect(await problemOf(fetching({ fetch: closed })('https://a.example', undefined, patient))).toMatchObject({
      code: 'I452',
      message: expect.stringContaining('a.example'),
    });
  });

  it('is not asked for without the permission', async () => {
    const patterns: string[] = [];
    const refusing = fetching({ permitted: async (pattern) => patterns.push(pattern) < 0 });
    expect(await problemOf(refusing(`${site.url}/x`, undefined, patient))).toMatchObject({ code: 'I455' });
    expect(patterns).toEqual(['http://127.0.0.1/*']);
    expect(site.asked).toEqual([]);
  });

  it.each([401, 404, 500])('that is refused with %d says so', async (status) => {
    answer = (_, response) => response.writeHead(status).end('<html>');
    const problem = await problemOf(fetching()(site.url, undefined, patient));
    expect(problem).toMatchObject({ code: 'I454', message: expect.stringContaining(String(status)) });
    expect(problem.advice?.includes('login')).toBe(status === 401);
  });

  it('that was asked for without conditions is not unchanged', async () => {
    answer = (_, response) => response.writeHead(304).end();
    expect(await problemOf(fetching()(site.url, undefined, patient))).toMatchObject({ code: 'I454' });
  });

  it('is dropped where it grows too large', async () => {
    answer = (_, response) => {
      const piece = Buffer.alloc(65_536, 'x');
      const pour = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    const problem = await problemOf(fetching({ limit: 2_000_000 })(site.url, undefined, patient));
    expect(problem).toMatchObject({ code: 'I453', message: expect.stringContaining('2 MB') });
  });

  it('that does not come in time is given up', async () => {
    answer = (_, response) => void response.write('[');
    expect(await problemOf(fetching({ timeout: 40 })(site.url, undefined, patient))).toMatchObject({ code: 'I451' });
  });

  it('that nobody serves is told so', async () => {
    await site.stop();
    expect(await problemOf(fetching()(site.url, undefined, patient))).toMatchObject({ code: 'I450' });
  });

  it('ends with an abort, before and while it comes', async () => {
    const early = AbortSignal.abort(new Error('too late'));
    await expect(fetching()(site.url, undefined, early)).rejects.toBe(early.reason);
    expect(site.asked).toEqual([]);
    const controller = new AbortController();
    answer = () => controller.abort('changed my mind');
    await expect(fetching()(site.url, undefined, controller.signal)).rejects.toBe('changed my mind');
  });
});
