import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createCase } from './case-routes.ts';
import { createCass, type PublishedObject } from './cass-routes.ts';
import { createCredentialRegistry } from './credential-registry-routes.ts';
import { createDocuments } from './document-routes.ts';
import { createEndpoint, type EndpointSide } from './endpoint-routes.ts';
import { createEsco } from './esco-routes.ts';
import { carriesOut, type Fault, readFault, spoil, takeFault } from './faults.ts';
import { createIdempotency, keyOf } from './idempotency.ts';
import { createLearningRegistry, type LearningRegistrySide } from './learning-registry-routes.ts';
import { createLightcast } from './lightcast-routes.ts';
import { createOauth } from './oauth-routes.ts';
import { createOnet } from './onet-routes.ts';
import { createOpenCase, type Imported } from './open-case-routes.ts';
import { createOsmt } from './osmt-routes.ts';
import { asObject, type Incoming, json, parse, type Reply, text } from './reply.ts';
import type { Order, Side } from './side.ts';
import { readSkillFile } from './skill-files.ts';
import { createWebdav, type WebdavSide } from './webdav-routes.ts';

/** One request as the log keeps it. */
export type LoggedRequest = {
  method: string;
  /** Path and query. */
  path: string;
  /** Status answered; 0 where the line was cut. */
  status: number;
  /** Whether it came with a key, in the Authorization header or in one of its own. */
  authorised: boolean;
  /** Whether it came with a signature sheet, as header or part. */
  signed: boolean;
  /** Its `Idempotency-Key`, where it came with one. */
  key?: string;
};

/** A running practice registry. */
export type PracticeRegistry = {
  /** `http://127.0.0.1:<port>`: the base of the OSMT; the other kinds have theirs below, as their files say. */
  url: string;
  order(order: Order): void;
  /** What was published and stands, each object once with every accepted write of it. */
  published(): PublishedObject[];
  /** The files that stand in its WebDAV folders, by path. */
  webdav(): ReturnType<WebdavSide['files']>;
  /** The documents of its Learning Registry node, by `doc_ID`. */
  learningRegistry(): ReturnType<LearningRegistrySide['documents']>;
  /** What stands at the endpoint. */
  endpoint(): ReturnType<EndpointSide['kept']>;
  /** How many versions of objects were accepted, those of objects that are gone included. */
  accepted(): number;
  requests(): readonly LoggedRequest[];
  /** The last hundred requests, whole, as they arrived. */
  received(): readonly Incoming[];
  close(): Promise<void>;
};

/** How many requests are kept whole. */
const mostReceived = 100;

/** The most of a request that is read, in bytes. */
const longestBody = 20_000_000;

/**
 * Starts a practice registry on 127.0.0.1: one that speaks every kind at once, loaded with the skills of the files. A registry to
 * practise on, for tests and the demo, never part of the extension. `port` 0, the default, takes any that is free.
 * `GET /_published` answers what was published and the log of requests, `POST /_control` takes an Order.
 */
export async function startPracticeRegistry(
  options: { skillFiles?: readonly string[]; port?: number } = {},
): Promise<PracticeRegistry> {
  const skills = (options.skillFiles ?? []).flatMap(readSkillFile);
  const server = createServer((request, response) => void serve(request, response));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : options.port}`;

  const cass = createCass(url, skills);
  const oauth = createOauth();
  const endpoint = createEndpoint();
  const webdav = createWebdav();
  const learningRegistry = createLearningRegistry();
  const imported: Imported = new Map();
  // Asked in this order; OSMT's headers stand for whatever is nobody's, so it comes last.
  const sides: readonly Side[] = [
    oauth,
    cass,
    createCase(url, skills, oauth, imported),
    createOpenCase(imported),
    createLightcast(skills, oauth),
    createEsco(url, skills),
    createCredentialRegistry(url, skills),
    createOnet(url, skills),
    createDocuments(url, skills),
    endpoint,
    learningRegistry,
    webdav,
    createOsmt(url, skills),
  ];
  const faults: Fault[] = [];
  const idempotency = createIdempotency();
  const requests: LoggedRequest[] = [];
  const received: Incoming[] = [];

  function order(given: Order): void {
    if (given.clear) faults.length = 0;
    faults.push(...(given.faults ?? []).map(readFault));
    if (given.forget) idempotency.forget();
    for (const side of sides) side.order?.(given);
  }

  function usual(incoming: Incoming): Reply {
    const route = () => firstOf(sides, (side) => side.route(incoming)) ?? json({ message: 'Not Found' }, 404);
    return idempotency.once(incoming, route);
  }

  function cors(incoming: Incoming): Record<string, string> {
    return firstOf(sides, (side) => side.cors?.(incoming)) ?? {};
  }

  async function answer(incoming: Incoming, response: ServerResponse): Promise<Reply | undefined> {
    if (incoming.path.startsWith('/_')) return steer(incoming);
    // A browser's question beforehand, not a request of anybody's.
    const { method, headers } = incoming;
    if (method === 'OPTIONS' && headers['access-control-request-method'])
      return { status: 204, headers: cors(incoming) };
    const fault = takeFault(faults, incoming);
    if (!fault) return usual(incoming);
    return spoil(fault, carriesOut(fault) ? usual(incoming) : undefined, incoming, response);
  }

  function steer({ method, path, body }: Incoming): Reply {
    if (method === 'GET' && path === '/_published')
      return json({ objects: cass.published(), accepted: cass.accepted(), requests });
    const given = asObject(parse(body.toString('utf8')));
    if (method !== 'POST' || path !== '/_control' || !given) return text('Not Found', 404);
    try {
      order(given as Order);
      return json({ ok: true });
    } catch (error) {
      return text(String(error), 400);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const incoming = await read(request);
      if (!incoming.path.startsWith('/_')) received.splice(0, received.push(incoming) - mostReceived);
      const reply = await answer(incoming, response);
      if (!incoming.path.startsWith('/_')) requests.push(logged(incoming, request.url, reply, response));
      if (reply) send(response, { ...reply, headers: { ...cors(incoming), ...reply.headers } });
    } catch (error) {
      console.error('practice registry:', error);
      response.destroy();
    }
  }

  return {
    url,
    order,
    published: () => cass.published(),
    endpoint: () => endpoint.kept(),
    learningRegistry: () => learningRegistry.documents(),
    webdav: () => webdav.files(),
    accepted: () => cass.accepted(),
    requests: () => requests,
    received: () => received,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > longestBody) throw new Error('request too long');
    pieces.push(piece);
  }
  const { method = 'GET', headers, url = '/' } = request;
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  return { method, path: pathname, query: searchParams, headers, body: Buffer.concat(pieces) };
}

function send(response: ServerResponse, { status, headers, body = '' }: Reply): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function logged(incoming: Incoming, path = '/', reply: Reply | undefined, response: ServerResponse): LoggedRequest {
  const { method, headers, body } = incoming;
  const key = keyOf(incoming);
  return {
    ...(key !== undefined && { key }),
    method,
    path,
    status: reply?.status ?? (response.headersSent ? response.statusCode : 0),
    authorised: headers.authorization !== undefined || headers['x-api-key'] !== undefined,
    signed: headers.signaturesheet !== undefined || body.includes('name="signatureSheet"'),
  };
}

/** What the first side answers that answers anything. */
function firstOf<Found>(sides: readonly Side[], ask: (side: Side) => Found | undefined): Found | undefined {
  for (const side of sides) {
    const found = ask(side);
    if (found !== undefined) return found;
  }
  return undefined;
}
