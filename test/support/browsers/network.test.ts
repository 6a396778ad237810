import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './network.ts';

describe('the network of a browser under test', () => {
  let network: Network;
  beforeEach(async () => {
    network = await startNetwork();
  });
  afterEach(() => network.close());

  /** Asks through the proxy, as a browser does. */
  const ask = (url: string, body = '') =>
    new Promise<[number | undefined, string]>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: network.port, method: body ? 'POST' : 'GET', path: url };
      const headers = { host: new URL(url).host };
      request({ ...options, headers, agent: false }, async (answer) => resolve([answer.statusCode, await text(answer)]))
        .on('error', reject)
        .end(body);
    });

  it('answers what is served, the last one first, and 502 for the rest', async () => {
    network.serve('http://a.example/*', { body: 'any' });
    network.serve('http://a.example', { status: 201, body: 'home' });
    network.serve('http://b.example/echo', ({ method, body }) => ({ body: `${method} ${body}` }));
    expect(await ask('http://a.example/')).toEqual([201, 'home']);
    expect(await ask('http://a.example/x?y=1')).toEqual([200, 'any']);
    expect(await ask('http://b.example/echo', 'ping')).toEqual([200, 'POST ping']);
    network.serve('http://a.example/*', { body: 'newer' });
    expect(await ask('http://a.example/')).toEqual([200, 'newer']);
    expect((await ask('http://c.example/'))[0]).toBe(502);
    expect(network.asked.at(-1)).toBe('GET http://c.example/');
  });

  it('lets loopback through, until it is offline', async () => {
    const server = createServer((_request, response) => response.end('loopback')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await ask(url)).toEqual([200, 'loopback']);
    network.setOffline(true);
    await expect(ask(url)).rejects.toThrow();
    network.setOffline(false);
    expect(await ask(url)).toEqual([200, 'loopback']);
    server.close();
  });
});
