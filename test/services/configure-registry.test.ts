import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../lib/domain/registry.ts';
import { formats } from '../../lib/formats/index.ts';
import { registries } from '../../lib/registries/index.ts';
import { createConfigureRegistry } from '../../lib/services/configure-registry.ts';
import { createWriteFormat } from '../../lib/services/write-format.ts';
import { openAccessTokens } from '../../lib/store/access-tokens.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { keepAnswer } from '../../lib/store/answers.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { openSecrets } from '../../lib/store/secrets.ts';
import { settleFailed } from '../../lib/store/settle-deliveries.ts';
import { newAlignment } from '../support/samples.ts';
import { memoryArea, patient } from './support.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
let database: PlumblineDatabase;
let area: ReturnType<typeof memoryArea>;
let session: ReturnType<typeof memoryArea>;
let permitted: boolean;
const refused = new Set<string>();
let keysMade: number;
let configure: ReturnType<typeof createConfigureRegistry>;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  area = memoryArea();
  session = memoryArea();
  permitted = true;
  refused.clear();
  keysMade = 0;
  configure = createConfigureRegistry({
    database,
    secrets: openSecrets(area),
    tokens: openAccessTokens(session),
    adapters: registries,
    connect: async (registry) => ({
      registry,
      fetch: async () => new Response(JSON.stringify({ ping: 'pong', version: '1.6' })),
      now: () => now.getTime(),
    }),
    write: createWriteFormat(formats),
    permitted: async (pattern) => permitted && !refused.has(pattern),
    makeKey: async () => ({ privateKey: {} as CryptoKey, publicKeyPem: `key ${++keysMade}` }),
    now: () => now,
  });
});
afterEach(() => database.delete());

const add = (over = {}) =>
  configure.add({ kind: 'cass', address: 'https://cass.example/api/data/x/1?y#z', name: ' My CASS ', ...over });

describe('adding a registry', () => {
  it('keeps its base address, whatever address of it was pasted', async () => {
    const registry = await add({ token: 'tok-123' });
    expect(registry).toMatchObject({ name: 'My CASS', address: 'https://cass.example/api', enabled: true });
    expect(await database.registries.toArray()).toEqual([registry]);
  });

  it('calls it by its host where the person gave no name', async () => {
    expect(await add({ name: '  ' })).toMatchObject({ name: 'cass.example' });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://a.example', 'https://me:pw@a.example', '', 'two words'])(
    'refuses %j with the reason, and keeps nothing',
    async (address) => {
      await expect(add({ address, token: 'tok' })).rejects.toMatchObject({ problem: { code: 'R301' } });
      expect(await database.registries.count()).toBe(0);
      expect(area.kept.size).toBe(0);
    },
  );

  it('keeps no token of a registry that could not be kept', async () => {
    database.registries.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(add({ token: 'tok' })).rejects.toMatchObject({ problem: { code: 'S201' } });
    expect(area.kept.size).toBe(0);
  });

  it('keeps the token apart from the record', async () => {
    const registry = await add({ token: 'tok-123' });
    expect([...area.kept]).toEqual([[`token:${registry.id}`, 'tok-123']]);
    expect(JSON.stringify(await database.registries.toArray())).not.toContain('tok-123');
  });
});

describe('how alignments are sent to a registry', () => {
  const sending = {
    format: 'csv',
    headers: [
      { name: ' X-Collection ', value: ' charts ' },
      { name: '', value: ' ' },
    ],
    template: '{"rows": "{{contentJson}}"}',
    tenant: '  ',
  } as const;
  const delivery = { ...sending, headers: [...sending.headers] };

  it('is kept without what is blank, stays with other changes, and is replaced as a whole', async () => {
    const registry = await add({ delivery });
    const kept = { format: 'csv', headers: [{ name: 'X-Collection', value: 'charts' }], template: delivery.template };
    expect(registry.delivery).toEqual(kept);
    await configure.change({ id: registry.id, enabled: false });
    expect((await database.registries.get(registry.id))?.delivery).toEqual(kept);
    await configure.change({ id: registry.id, delivery: { method: 'PUT' } });
    expect((await database.registries.get(registry.id))?.delivery).toEqual({ method: 'PUT' });
    await configure.change({ id: registry.id, delivery: {} });
    expect(await database.registries.get(registry.id)).not.toHaveProperty('delivery');
  });

  it.each([
    ['R305', { headers: [{ name: 'Authorization', value: 'Bearer x' }] }, 'token'],
    ['R305', { headers: [{ name: 'two words', value: 'x' }] }, 'two words'],
    ['R306', { format: 'csv', template: '{"rows": {{content}}}' }, 'line 1, character 10'],
    ['R306', { format: 'plumbline', template: '{{content}}{{secret}}' }, '{{secret}}'],
  ] as const)('is refused with %s where it could not be sent, and nothing is kept', async (code, wrong, saying) => {
    await expect(add({ delivery: wrong, token: 'tok' })).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(saying) },
    });
    expect([await database.registries.count(), area.kept.size]).toEqual([0, 0]);
    const registry = await add();
    const change = { id: registry.id, name: 'x', delivery: wrong as Delivery, token: 'new' };
    await expect(configure.change(change)).rejects.toMatchObject({ problem: { code } });
    expect([await database.registries.toArray(), area.kept.size]).toEqual([[registry], 0]);
  });
});

describe('changing a registry', () => {
  it('changes what is named and leaves the rest', async () => {
    const registry = await add({ token: 'tok-123' });
    await configure.change({ id: registry.id, enabled: false });
    expect(await database.registries.get(registry.id)).toEqual({ ...registry, enabled: false });
    expect(area.kept.size).toBe(1);
    await configure.change({ id: registry.id, token: 'new' });
    expect([...area.kept.values()]).toEqual(['new']);
    await configure.change({ id: registry.id, token: '' });
    expect(area.kept.size).toBe(0);
    expect(await database.registries.get(registry.id)).toEqual({ ...registry, enabled: false });
  });

  it.each(['a new token', 'a new signing key'])('lets what was paused go on with %s', async (what) => {
    const registry = await add();
    await addAlignment(database, newAlignment({ publishTo: [registry.id] }), now);
    const [entry] = await database.outbox.toArray();
    if (!entry) throw new Error('nothing queued');
    const problem = { code: 'R401', message: 'no' };
    await settleFailed(database, [entry], { next: 'pause', problem, retryAfter: 0 }, now.getTime());
    if (what === 'a new token') await configure.change({ id: registry.id, token: 'new' });
    else await configure.makeSigningKey(registry.id);
    expect(await database.outbox.toArray()).toMatchObject([{ state: 'queued', attempts: 0, nextTry: now.getTime() }]);
  });

  it('says R302 where it was removed in another window', async () => {
    const { id } = await add();
    await configure.remove(id);
    for (const call of [
      configure.change({ id, name: 'x' }),
      configure.makeSigningKey(id),
      configure.test(id, patient),
    ]) {
      await expect(call).rejects.toMatchObject({ problem: { code: 'R302' } });
    }
    expect(keysMade).toBe(0);
  });
});

it('removes a registry with its token, its key and what waits for it', async () => {
  const { id } = await add({ token: 'tok' });
  await configure.makeSigningKey(id);
  await addAlignment(database, newAlignment({ publishTo: [id] }), now);
  await configure.remove(id);
  const counts = [database.registries, database.keys, database.outbox].map((table) => table.count());
  expect(await Promise.all(counts)).toEqual([0, 0, 0]);
  expect(await database.alignments.count()).toBe(1);
  expect(area.kept.size).toBe(0);
});

it('answers the public half of a new key and replaces the old one', async () => {
  const { id } = await add();
  expect(await configure.makeSigningKey(id)).toBe('key 1');
  expect(await configure.makeSigningKey(id)).toBe('key 2');
  expect(await database.keys.toArray()).toMatchObject([{ registry: id, publicKeyPem: 'key 2' }]);
});

describe('testing a registry', () => {
  const steps = ['address', 'permission', 'connection', 'key', 'kind', 'version'];

  it('tells every step in its order', async () => {
    const { id } = await add();
    const { steps: told, problem } = await configure.test(id, patient);
    expect(told.map(({ step }) => step)).toEqual(steps);
    expect(told.every(({ state }) => state === 'done')).toBe(true);
    expect(problem).toBeUndefined();
  });

  it('is noted with when it was and where it stopped, until what it tried is something else', async () => {
    const { id } = await add();
    permitted = false;
    await configure.test(id, patient);
    expect((await database.registries.get(id))?.tested).toEqual({ at: now.toISOString(), failed: 'permission' });
    permitted = true;
    await configure.test(id, patient);
    await configure.change({ id, name: 'Harbour' });
    expect((await database.registries.get(id))?.tested).toEqual({ at: now.toISOString() });
    await configure.change({ id, token: 'another' });
    expect(await database.registries.get(id)).not.toHaveProperty('tested');
  });

  it('tries nothing beyond a permission that is missing', async () => {
    const { id } = await add();
    permitted = false;
    const { steps: told, problem } = await configure.test(id, patient);
    expect(told.map(({ state }) => state)).toEqual(['done', 'failed', 'untried', 'untried', 'untried', 'untried']);
    expect(problem).toMatchObject({ code: 'R320' });
  });
});

describe('access for a client', () => {
  const credentials = { tokenAddress: ' auth.example/token ', clientId: ' harbour ', scope: 'read' };
  const kept = { tokenAddress: 'https://auth.example/token', clientId: 'harbour', scope: 'read' };
  const addCase = (over = {}) => add({ kind: 'case', address: 'case.example', credentials, token: 'tide', ...over });

  it('is kept with the registry, its secret apart from it', async () => {
    const registry = await addCase();
    expect(registry.credentials).toEqual(kept);
    expect([...area.kept]).toEqual([[`token:${registry.id}`, 'tide']]);
    expect(JSON.stringify(await database.registries.toArray())).not.toContain('tide');
  });

  it.each([{ tokenAddress: 'javascript:alert(1)' }, { tokenAddress: '' }, { clientId: '  ' }])(
    'is refused with %j, and nothing is kept',
    async (wrong) => {
      await expect(addCase({ credentials: { ...credentials, ...wrong } })).rejects.toMatchObject({
        problem: { code: 'R304' },
      });
      expect([await database.registries.count(), area.kept.size]).toEqual([0, 0]);
    },
  );

  it('changes with its secret, and what was given out before is forgotten', async () => {
    const { id } = await addCase();
    const before = { token: 'old', expires: 9e15, client: 'x' };
    for (const change of [{ token: 'ebb' }, { credentials: { ...credentials, clientId: 'quay' } }]) {
      await openAccessTokens(session).keep(id, before);
      await configure.change({ id, ...change });
      expect(session.kept.size).toBe(0);
    }
    expect(await database.registries.get(id)).toMatchObject({ credentials: { ...kept, clientId: 'quay' } });
    expect(area.kept.get(`token:${id}`)).toBe('ebb');
    await openAccessTokens(session).keep(id, before);
    await configure.remove(id);
    expect([session.kept.size, area.kept.size]).toEqual([0, 0]);
  });

  it('needs the permission for where it is fetched, too', async () => {
    const { id } = await addCase();
    refused.add('https://auth.example/*');
    const { steps, problem } = await configure.test(id, patient);
    expect(steps.find(({ state }) => state === 'failed')?.step).toBe('permission');
    expect(problem?.code).toBe('R320');
  });
});

it('keeps language and release where they are said, and forgets them where they are emptied', async () => {
  const { id } = await add({ language: ' de ', version: '' });
  expect(await database.registries.get(id)).toMatchObject({ language: 'de' });
  expect(await database.registries.get(id)).not.toHaveProperty('version');
  await configure.change({ id, language: '', version: 'v1.2.0' });
  expect(await database.registries.get(id)).toMatchObject({ version: 'v1.2.0' });
  expect(await database.registries.get(id)).not.toHaveProperty('language');
});

it.each<[string, object, number]>([
  ['its key', { token: 'new' }, 0],
  ['its language', { language: 'de' }, 0],
  ['its release', { version: 'v1.2.0' }, 0],
  ['its name', { name: 'Renamed' }, 1],
  ['whether it is asked', { enabled: false }, 1],
])('keeps what it answered only as long as it would answer the same: %s changed', async (_what, change, left) => {
  const { id } = await add();
  await keepAnswer(database, { registry: id, text: 'slope', skills: [], at: now.getTime() });
  await configure.change({ id, ...change });
  expect(await database.answers.count()).toBe(left);
});
