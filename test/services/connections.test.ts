import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formats } from '../../lib/formats/index.ts';
import { registries } from '../../lib/registries/index.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { createConnect } from '../../lib/services/connections.ts';
import { createWriteFormat } from '../../lib/services/write-format.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putKey } from '../../lib/store/registries.ts';
import { openSecrets } from '../../lib/store/secrets.ts';
import { memoryArea, registryNamed } from './support.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

function connectWith(permitted: (pattern: string) => boolean) {
  const secrets = openSecrets(memoryArea());
  const hidden: string[] = [];
  const connect = createConnect({
    database,
    secrets,
    adapters: registries,
    giveAccess: ({ registry }, { clientId }, secret) => ({
      token: async () => `${registry.name} ${clientId} ${secret}`,
      renew: async () => '',
    }),
    write: createWriteFormat(formats),
    fetch,
    now: () => 5,
    permitted: async (pattern) => permitted(pattern),
    hideOrigin: async (host) => {
      hidden.push(host);
    },
  });
  return { connect, secrets, hidden };
}

it('brings a registry together with its own token and key, and nobody else’s', async () => {
  const [mine, other] = [registryNamed('Mine'), registryNamed('Other')];
  const { connect, secrets, hidden } = connectWith(() => true);
  const key = await makeSigningKey();
  await secrets.keep(mine.id, 'secret');
  await putKey(database, { registry: mine.id, ...key, made: mine.created });
  const connection = await connect(mine);
  expect(connection).toMatchObject({ registry: mine, token: 'secret' });
  expect(connection.signingKey?.publicKeyPem).toBe(key.publicKeyPem);
  expect(connection.now()).toBe(5);
  expect(hidden).toEqual(['mine.example']);
  expect(await connect(other)).not.toHaveProperty('token');
  expect(await connect(other)).not.toHaveProperty('signingKey');
});

it('asks for the host without its port, which match patterns do not know', async () => {
  const asked: string[] = [];
  const { connect } = connectWith((pattern) => asked.push(pattern) > 0);
  await connect(registryNamed('Local', { address: 'http://127.0.0.1:8080/api' }));
  expect(asked).toEqual(['http://127.0.0.1/*']);
});

it('refuses, and touches nothing, where the permission was taken back', async () => {
  const { connect, hidden } = connectWith(() => false);
  await expect(connect(registryNamed('Mine'))).rejects.toMatchObject({
    reason: 'not-permitted',
    problem: { code: 'R320', message: expect.stringContaining('Mine') },
  });
  expect(hidden).toEqual([]);
});

const credentials = { tokenAddress: 'https://auth.example:8443/token', clientId: 'harbour' };

it('fetches access for a client and sends its secret nowhere', async () => {
  const mine = registryNamed('Mine', { kind: 'case', credentials });
  const asked: string[] = [];
  const { connect, secrets, hidden } = connectWith((pattern) => asked.push(pattern) > 0);
  await secrets.keep(mine.id, 'tide');
  const connection = await connect(mine);
  expect(connection).not.toHaveProperty('token');
  expect(await connection.access?.token(new AbortController().signal)).toBe('Mine harbour tide');
  expect(asked).toEqual(['https://mine.example/*', 'https://auth.example/*']);
  expect(hidden).toEqual(['mine.example', 'auth.example']);
});

it('refuses where the permission for the token address alone is missing', async () => {
  const { connect } = connectWith((pattern) => pattern.includes('mine'));
  await expect(connect(registryNamed('Mine', { kind: 'case', credentials }))).rejects.toMatchObject({
    problem: { code: 'R320' },
  });
});

it('keeps one pace over all connections to a registry that has one, and none elsewhere', async () => {
  const { connect } = connectWith(() => true);
  const paced = registryNamed('Mine', { kind: 'lightcast' });
  const first = (await connect(paced)).fetch;
  expect((await connect(paced)).fetch).toBe(first);
  expect(first).not.toBe(fetch);
  expect((await connect(registryNamed('Other', { kind: 'lightcast' }))).fetch).not.toBe(first);
  expect((await connect(registryNamed('Free'))).fetch).toBe(fetch);
});
