import { beforeEach, describe, expect, it } from 'vitest';
import type { AccessToken } from '../../lib/registries/client-credentials.ts';
import { createGiveAccess } from '../../lib/services/give-access.ts';
import { openAccessTokens } from '../../lib/store/access-tokens.ts';
import { failure, memoryArea, patient, registryNamed } from './support.ts';

const credentials = { tokenAddress: 'https://auth.example/token', clientId: 'harbour' };
const registry = registryNamed('Mine', { kind: 'case', credentials });

let area: ReturnType<typeof memoryArea>;
let clock: number;
let fetched: string[];
let answer: () => Promise<AccessToken>;
beforeEach(() => {
  area = memoryArea();
  clock = 1_000_000;
  fetched = [];
  answer = async () => ({ token: `access-${fetched.length}`, lifetime: 3_600_000 });
});

/** Access as a worker gives it that was just started; what is kept outlives it. */
function access({ client = credentials, secret = 'tide' } = {}) {
  const giveAccess = createGiveAccess({
    tokens: openAccessTokens(area),
    fetchToken: (_connection, { clientId }, given) => {
      fetched.push(`${clientId} ${given}`);
      return answer();
    },
  });
  return giveAccess({ registry, fetch, now: () => clock }, client, secret);
}

describe('access to a registry', () => {
  it('is fetched once and kept, beyond the life of the worker', async () => {
    expect([await access().token(patient), await access().token(patient)]).toEqual(['access-1', 'access-1']);
    expect(fetched).toEqual(['harbour tide']);
  });

  it('is fetched anew shortly before it ends', async () => {
    await access().token(patient);
    clock += 3_539_999;
    expect(await access().token(patient)).toBe('access-1');
    clock += 1;
    expect(await access().token(patient)).toBe('access-2');
  });

  it('that lasts a minute is kept for the most of it', async () => {
    answer = async () => ({ token: `access-${fetched.length}`, lifetime: 60_000 });
    await access().token(patient);
    clock += 53_999;
    expect(await access().token(patient)).toBe('access-1');
    clock += 1;
    expect(await access().token(patient)).toBe('access-2');
  });

  it('is not that of another client', async () => {
    await access().token(patient);
    expect(await access({ client: { ...credentials, clientId: 'quay' } }).token(patient)).toBe('access-2');
  });

  it('is fetched once for all who want it at a time', async () => {
    const one = access();
    expect(await Promise.all([one.token(patient), one.token(patient), one.renew('stale', patient)])).toEqual([
      'access-1',
      'access-1',
      'access-1',
    ]);
    expect(fetched).toHaveLength(1);
  });

  it('is renewed where it was refused, once for all whom it was refused to', async () => {
    const one = access();
    const refused = await one.token(patient);
    expect(await one.renew(refused, patient)).toBe('access-2');
    expect(await one.renew(refused, patient)).toBe('access-2');
    expect(fetched).toHaveLength(2);
  });

  it('goes on being fetched when one who waits for it gives up', async () => {
    let give: (token: AccessToken) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        give = resolve;
      });
    const one = access();
    const controller = new AbortController();
    const first = expect(one.token(controller.signal)).rejects.toBe('typed on');
    const second = one.token(patient);
    controller.abort('typed on');
    await first;
    give({ token: 'late', lifetime: 1000 });
    expect(await second).toBe('late');
    expect(fetched).toHaveLength(1);
  });

  it('is tried again after it failed', async () => {
    const one = access();
    answer = () => Promise.reject(failure(registry, 'unreachable'));
    await expect(one.token(patient)).rejects.toMatchObject({ reason: 'unreachable' });
    answer = async () => ({ token: 'there', lifetime: 1000 });
    expect(await one.token(patient)).toBe('there');
  });

  it('is not asked for without a secret', async () => {
    await expect(access({ secret: '' }).token(patient)).rejects.toMatchObject({
      reason: 'no-key',
      problem: { code: 'R332' },
    });
    expect(fetched).toEqual([]);
  });

  it('is fetched anew where what is kept cannot be read', async () => {
    area.kept.set(`access:${registry.id}`, { token: 7 });
    expect(await access().token(patient)).toBe('access-1');
  });
});
