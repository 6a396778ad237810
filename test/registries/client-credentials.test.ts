import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Access, Connection } from '../../lib/registries/adapter.ts';
import { caseRegistry } from '../../lib/registries/case.ts';
import { fetchAccessToken } from '../../lib/registries/client-credentials.ts';
import { client } from '../support/practice-registry/oauth-routes.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { connectionAnswering, connectionTo, everythingIn, failureOf, fixture, patient } from './support.ts';

let practice: PracticeRegistry;
let connection: Connection;
beforeAll(async () => {
  practice = await startPracticeRegistry({ skillFiles: [fixture('ctdl-asn-graph.json')] });
  connection = connectionTo('https://case.example', 'case');
});
beforeEach(() => practice.order({ clear: true }));
afterAll(() => practice.close());

const credentials = (over = {}) => ({
  tokenAddress: `${practice.url}/oauth/token`,
  clientId: client.id,
  scope: 'read',
  ...over,
});

describe('an access token', () => {
  it.each(['body', 'header', 'either'] as const)('is given where the client is looked for in the %s', async (reads) => {
    practice.order({ oauth: { reads } });
    const { token, lifetime } = await fetchAccessToken(connection, credentials(), client.secret, patient);
    expect(token).toMatch(/^access-/);
    expect(lifetime).toBe(3_600_000);
  });

  it('is asked for once where the body is read, and in the header only after it was refused', async () => {
    const asked = async (reads: 'body' | 'header') => {
      practice.order({ oauth: { reads } });
      const before = practice.requests().length;
      await fetchAccessToken(connection, credentials(), client.secret, patient);
      return practice
        .requests()
        .slice(before)
        .map(({ status, authorised }) => `${status} ${authorised}`);
    };
    expect(await asked('body')).toEqual(['200 false']);
    expect(await asked('header')).toEqual(['401 false', '200 true']);
  });

  it('is taken to be good for five minutes where nothing is said', async () => {
    practice.order({ oauth: { lifetime: 0 } });
    expect((await fetchAccessToken(connection, credentials(), client.secret, patient)).lifetime).toBe(300_000);
  });

  it.each(['3599', '-1', 'soon', null])('comes with a lifetime of %j all the same', async (expires_in) => {
    const odd = connectionAnswering('case', () =>
      Response.json({ access_token: 't', expires_in, token_type: 'bearer' }),
    );
    const { lifetime } = await fetchAccessToken(odd, credentials(), 's', patient);
    expect(lifetime).toBe(expires_in === '3599' ? 3_599_000 : 300_000);
  });

  it.each([
    ['the secret is wrong', {}, 'wrong'],
    ['the client is unknown', { clientId: 'nobody' }, client.secret],
    ['the scope is not given', { scope: 'none' }, client.secret],
  ])('is refused with R331 where %s', async (_case, over, secret) => {
    for (const reads of ['body', 'header'] as const) {
      practice.order({ oauth: { reads } });
      const error = await failureOf(fetchAccessToken(connection, credentials(over), secret, patient));
      expect(error.problem.code).toBe('R331');
      expect(error.problem.message).toMatch(/^127\.0\.0\.1:\d+ .*Access to Practice is given out there\.$/);
      expect(error.registry).toBe(connection.registry);
    }
  });

  it.each([
    [{ kind: 'status', status: 500 } as const, 'server-error'],
    [{ kind: 'status', status: 404 } as const, 'not-found'],
    [{ kind: 'status', status: 429, retryAfter: '7' } as const, 'rate-limited'],
    [{ kind: 'html' } as const, 'not-json'],
    [{ kind: 'drop' } as const, 'unreachable'],
    [{ kind: 'other-schema' } as const, 'wrong-shape'],
    [{ kind: 'stall' } as const, 'timed-out'],
    [{ kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' } as const, 'redirected'],
  ])('is not there after %j: R330', async (fault, reason) => {
    practice.order({ faults: [fault] });
    const error = await failureOf(
      fetchAccessToken({ ...connection, timeout: 40 }, credentials(), client.secret, patient),
    );
    expect([error.reason, error.problem.code]).toEqual([reason, 'R330']);
    expect(error.retryAfter).toBe(reason === 'rate-limited' ? 7000 : 0);
  });

  it('never repeats the secret, though the token address does', async () => {
    const secret = 'hush hush/42+%';
    for (const status of [400, 401, 500]) {
      const echo = connectionAnswering('case', (request) =>
        Response.json(
          {
            error: 'invalid_client',
            seen: request.headers.get('authorization'),
            message: `${secret} ${encodeURIComponent(secret)}`,
          },
          { status },
        ),
      );
      const error = await failureOf(fetchAccessToken(echo, credentials(), secret, patient));
      expect(everythingIn(error)).not.toContain('hush');
    }
  });

  it('is no bearer token: refused', async () => {
    const mac = connectionAnswering('case', () => Response.json({ access_token: 't', token_type: 'mac' }));
    expect((await failureOf(fetchAccessToken(mac, credentials(), 's', patient))).reason).toBe('wrong-shape');
  });
});

describe('a registry whose access is fetched', () => {
  /** An access that counts how often it was asked, and gives out tokens in turn. */
  function accessOf(...tokens: string[]): Access & { said: string[] } {
    const said: string[] = [];
    const next = () => tokens[Math.min(said.length, tokens.length) - 1] ?? '';
    return {
      said,
      token: async () => {
        said.push('token');
        return next();
      },
      renew: async (refused) => {
        said.push(`renew ${refused}`);
        return next();
      },
    };
  }

  it('is asked with the token, and once more with another where it refuses the first', async () => {
    practice.order({ oauth: { demanded: true } });
    const { token } = await fetchAccessToken(connection, credentials(), client.secret, patient);
    const access = accessOf('stale', token);
    const there = connectionTo(practice.url, 'case', { access });
    expect((await caseRegistry.listFrameworks?.(there, undefined, patient))?.frameworks).toHaveLength(1);
    expect(access.said).toEqual(['token', 'renew stale']);
  });

  it('is not asked a third time', async () => {
    practice.order({ oauth: { demanded: true } });
    const access = accessOf('stale', 'stale-too');
    const before = practice.requests().length;
    const error = await failureOf(
      caseRegistry.getSkill?.(
        connectionTo(practice.url, 'case', { access }),
        'aaaaaaaa-aaaa-4aaa-8aaa-000000000001',
        patient,
      ) ?? Promise.resolve(),
    );
    expect(error).toMatchObject({ reason: 'unauthorised', problem: { code: 'R401' } });
    expect(practice.requests().slice(before)).toHaveLength(2);
    expect(everythingIn(error)).not.toContain('stale-too');
  });

  it.each([
    ['the client is refused', 'refused', { clientId: 'nobody' }],
    ['the token address does not answer', 'noAccess', { tokenAddress: 'http://127.0.0.1:9/token' }],
  ])('fails its connection test at the key where %s', async (_case, saying, over) => {
    const there = connectionTo(practice.url, 'case');
    const token = async (signal: AbortSignal) =>
      (await fetchAccessToken(there, credentials(over), client.secret, signal)).token;
    const { steps } = await caseRegistry.testConnection(
      { ...there, access: { token, renew: (_, signal) => token(signal) } },
      patient,
    );
    expect(steps.find(({ state }) => state === 'failed')).toEqual({ step: 'key', state: 'failed', saying });
  });
});
