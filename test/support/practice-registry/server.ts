import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type CassSide, createCass, type PublishedObject } from './cass-routes.ts';
import { carriesOut, type Fault, readFault, spoil, takeFault } from './faults.ts';
import { type OsmtSide, osmtRoute } from './osmt-routes.ts';
import { asObject, type Incoming, json, parse, type Reply, text } from './reply.ts';
import { readSkillFile } from './skill-files.ts';

/** One request as the log keeps it. */
export type LoggedRequest = {
  method: string;
  /** Path and query. */
  path: string;
  /** Status answered; 0 where the line was cut. */
  status: number;
  /** Whether it came with an Authorization header. */
  authorised: boolean;
  /** Whether it came with a signature sheet, as header or part. */
  signed: boolean;
};

/** What the practice registry can be told, in process or by `POST /_control`. All of it is optional. */
export type Order = {
  /** Takes back everything told before; what was published stays. Comes before the rest of the order. */
  clear?: boolean;
  /** Faults to add; the first that fits a request falls upon it. */
  faults?: Fault[];
  /** OSMT: be a server of before 3.0. */
  oldServer?: boolean;
  /** OSMT: refuse requests from other origins, as it does unless told otherwise by those who keep it. */
  strictOrigins?: boolean;
  /** CASS: milliseconds by which its clock is ahead. */
  clockOffset?: number;
  /** CASS: drop what was published. */
  forget?: boolean;
};

/** A running practice registry. */
export type PracticeRegistry = {
  /** `http://127.0.0.1:<port>`: the base of the OSMT; the CASS has its base at `/api` below. */
  url: string;
  order(order: Order): void;
  /** What was published and stands, each object once with every accepted write of it. */
  published(): PublishedObject[];
  /** How many versions of objects were accepted, those of objects that are gone included. */
  accepted(): number;
  requests(): readonly LoggedRequest[];
  close(): Promise<void>;
};

/** The most of a request that is read, in bytes. */
const longestBody = 20_000_000;

/**
 * Starts a practice registry on 127.0.0.1: an OSMT and a CASS, loaded with the skills of the files. A registry to
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

  const osmt: OsmtSide = { url, oldServer: false, strictOrigins: false, skills };
  const cass: CassSide = createCass(url, skills);
  const faults: Fault[] = [];
  const requests: LoggedRequest[] = [];

  function order(given: Order): void {
    if (given.clear) {
      faults.length = 0;
      osmt.oldServer = false;
      osmt.strictOrigins = false;
      cass.clockOffset = 0;
    }
    if (given.forget) cass.forget();
    faults.push(...(given.faults ?? []).map(readFault));
    if (given.oldServer !== undefined) osmt.oldServer = given.oldServer;
    if (given.strictOrigins !== undefined) osmt.strictOrigins = given.strictOrigins;
    if (given.clockOffset !== undefined) cass.clockOffset = given.clockOffset;
  }

  function usual(incoming: Incoming): Reply {
    return osmtRoute(osmt, incoming) ?? cass.route(incoming) ?? json({ message: 'Not Found' }, 404);
  }

  async function answer(incoming: Incoming, response: ServerResponse): Promise<Reply | undefined> {
    if (incoming.path.startsWith('/_')) return steer(incoming);
    if (incoming.method === 'OPTIONS') return { status: 204, headers: cors(url, incoming) };
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
      const reply = await answer(incoming, response);
      if (!incoming.path.startsWith('/_')) requests.push(logged(incoming, request.url, reply, response));
      if (reply) send(response, { ...reply, headers: { ...cors(url, incoming), ...reply.headers } });
    } catch (error) {
      console.error('practice registry:', error);
      response.destroy();
    }
  }

  return {
    url,
    order,
    published: () => cass.published(),
    accepted: () => cass.accepted(),
    requests: () => requests,
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

function logged(
  { method, headers, body }: Incoming,
  path = '/',
  reply: Reply | undefined,
  response: ServerResponse,
): LoggedRequest {
  return {
    method,
    path,
    status: reply?.status ?? (response.headersSent ? response.statusCode : 0),
    authorised: headers.authorization !== undefined,
    signed: headers.signaturesheet !== undefined || body.includes('name="signatureSheet"'),
  };
}

/** CASS lets every page read it; OSMT those of its own address alone, and shows them one header of its own. */
function cors(url: string, { path, headers }: Incoming): Record<string, string> {
  if (/^\/api\/(ping|data)\b/.test(path))
    return {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
      'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
    };
  if (headers.origin !== url) return {};
  return {
    'access-control-allow-origin': url,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'Authorization, Cache-Control, Content-Type',
    'access-control-allow-methods': 'HEAD, GET, POST, PUT, DELETE, PATCH',
    'access-control-expose-headers': 'X-Total-Count',
  };
}
