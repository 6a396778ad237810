import 'fake-indexeddb/auto';
import { afterAll, expect, it } from 'vitest';
import { registries } from '../../lib/registries/index.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { createConfigureRegistry } from '../../lib/services/configure-registry.ts';
import { openAccessTokens } from '../../lib/store/access-tokens.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { openSecrets } from '../../lib/store/secrets.ts';
import { memoryArea, patient } from '../services/support.ts';
import { newAlignment } from '../support/samples.ts';

const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
afterAll(() => database.delete());

it('keeps, changes and forgets a token for each registry by itself', async () => {
  const area = memoryArea();
  const secrets = openSecrets(area);
  expect(await secrets.tokenOf('a')).toBeUndefined();
  await secrets.keep('a', 'one');
  await secrets.keep('b', 'two');
  await secrets.keep('a', 'three');
  expect([await secrets.tokenOf('a'), await secrets.tokenOf('b')]).toEqual(['three', 'two']);
  await secrets.forget('a');
  expect([...area.kept.keys()]).toEqual(['token:b']);
});

it('refuses what somebody else put in the place of a token', async () => {
  const area = memoryArea();
  await area.set({ 'token:a': { not: 'a token' } });
  await expect(openSecrets(area).tokenOf('a')).rejects.toThrow();
});

it('never lets a token or the private half of a key into the database in a form that can be read', async () => {
  const token = 'tok-9f8e7d6c5b4a';
  const configure = createConfigureRegistry({
    database,
    secrets: openSecrets(memoryArea()),
    tokens: openAccessTokens(memoryArea()),
    adapters: registries,
    connect: async (registry) => ({
      registry,
      token,
      fetch: async () => new Response(token, { status: 401 }),
      now: Date.now,
    }),
    write: async () => ({ text: '', mediaType: '', extension: '' }),
    permitted: async () => true,
    makeKey: makeSigningKey,
    now: () => new Date(),
  });
  const { id } = await configure.add({ kind: 'cass', address: 'https://cass.example', name: '', token });
  await configure.change({ id, name: 'Other', token: `${token}-new` });
  await configure.test(id, patient);
  await configure.makeSigningKey(id);
  await addAlignment(database, newAlignment({ publishTo: [id] }), new Date());
  const [key] = await database.keys.toArray();
  expect(key?.privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('pkcs8', key?.privateKey as CryptoKey)).rejects.toThrow();
  for (const table of database.tables) {
    expect(JSON.stringify(await table.toArray()), table.name).not.toContain(token);
  }
});
