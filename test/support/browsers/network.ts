import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answer, Asked, Browser } from './browser.ts';
import { makeCertificate } from './certificate.ts';

/** All the network that a browser under test has: a proxy that answers by itself, and lets only loopback through. */
export type Network = {
  /** The proxy's port on 127.0.0.1. */
  port: number;
  /** Of the certificate that answers for every https address. */
  fingerprint: string;
  serve: Browser['serve'];
  asked: string[];
  setOffline(offline: boolean): void;
  close(): Promise<void>;
};

type Answerer = (asked: Asked) => Answer | Promise<Answer>;

/** Starts the network. Addresses that nobody serves answer 502; offline, connections break off. */
export async function startNetwork(): Promise<Network> {
  const served = new Map<string, Answerer>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let offline = false;

  const handle = async (incoming: IncomingMessage, response: ServerResponse, url: string) => {
    asked.push(`${incoming.method} ${url}`);
    const answerer = answererOf(served, url);
    if (answerer) return send(response, await answerer(await askedOf(incoming, url)));
    if (isLoopback(new URL(url).hostname)) return forward(incoming, response, url);
    send(response, {
      status: 502,
      headers: { 'content-type': 'text/plain' },
      body: `${url} is not served in this test`,
    });
  };
  const listener =
    (origin: (incoming: IncomingMessage) => string) => (incoming: IncomingMessage, response: ServerResponse) =>
      void handle(incoming, response, `${origin(incoming)}${incoming.url}`).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );

  const { fingerprint, ...certificate } = makeCertificate();
  const secure = createSecureServer(
    certificate,
    listener(({ headers }) => `https://${headers.host}`),
  );
  const proxy = createServer(listener(() => ''));
  proxy.on('connection', (socket) => {
    if (offline) return socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const { hostname, port } = new URL(`http://${url}`);
    if (!isLoopback(hostname)) return secure.emit('connection', socket);
    const onward = connect(Number(port || 80), hostname);
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    socket.pipe(onward).pipe(socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (proxy.address() as AddressInfo).port,
    fingerprint,
    serve: (address, answer) => {
      const key = address.endsWith('*') ? address : new URL(address).href;
      served.delete(key);
      served.set(key, typeof answer === 'function' ? answer : () => answer);
    },
    asked,
    setOffline: (value) => {
      offline = value;
      if (offline) cut();
    },
    close: async () => {
      cut();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** The answer served last for an address or for what it begins with. */
function answererOf(served: Map<string, Answerer>, url: string): Answerer | undefined {
  const fits = (key: string) => (key.endsWith('*') ? url.startsWith(key.slice(0, -1)) : url === key);
  const key = [...served.keys()].reverse().find(fits);
  return key === undefined ? undefined : served.get(key);
}

function isLoopback(hostname: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
}

async function askedOf(incoming: IncomingMessage, url: string): Promise<Asked> {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()] as const);
  return { method: incoming.method ?? 'GET', url, headers: Object.fromEntries(headers), body: await text(incoming) };
}

function send(response: ServerResponse, { status = 200, headers, body = '' }: Answer): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

function forward(incoming: IncomingMessage, response: ServerResponse, url: string): void {
  const onward = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
