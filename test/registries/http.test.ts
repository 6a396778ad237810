import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { retryAfterOf } from '../../lib/registries/failures.ts';
import { askJson, askText } from '../../lib/registries/http.ts';
import { connectionAnswering, connectionTo, everythingIn, failureOf, patient } from './support.ts';

const address = 'https://registry.example/api/x';

function ask(answer: (request: Request) => Response, schema: z.ZodMiniType = z.unknown()) {
  return askJson(connectionAnswering('osmt', answer), { address }, schema, patient);
}

describe('a request to a registry', () => {
  it('asks for JSON, without cookies, referrer and redirects', async () => {
    let sent: Request | undefined;
    await ask((request) => {
      sent = request;
      return Response.json({});
    });
    expect(sent?.headers.get('accept')).toBe('application/json');
    expect(sent).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it.each([
    'https://registry.example.evil.example/api',
    'https://registry.example:444/api',
    'http://registry.example/api',
    'https://user@registry.example/api',
    '/api',
    'javascript:alert(1)',
  ])('is never sent to %s', async (elsewhere) => {
    const connection = connectionAnswering('osmt', () => {
      throw new Error('was sent');
    });
    const error = await failureOf(askText({ ...connection, token: 't' }, { address: elsewhere }, patient));
    expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R317' } });
  });

  it.each(['with space', 'line\nbreak', 'Schlüssel'])('is not sent with the key %j', async (token) => {
    const connection = connectionAnswering('osmt', () => Response.json({}));
    const error = await failureOf(askText({ ...connection, token }, { address }, patient));
    expect(error).toMatchObject({ reason: 'unauthorised', problem: { code: 'R318' } });
    expect(everythingIn(error)).not.toContain(token);
  });

  it('calls the network without an owner, as browsers demand', async () => {
    let owner: unknown = 'not called';
    const fetch = async function (this: unknown) {
      owner = this;
      return Response.json({});
    };
    await askText(connectionTo('https://registry.example', 'osmt', { fetch }), { address }, patient);
    expect(owner).toBeUndefined();
  });
});

describe('an answer of a registry', () => {
  it('is read whatever type it says to be', async () => {
    expect(
      (await ask(() => new Response('\ufeff {"a":1}', { headers: { 'content-type': 'text/html' } }))).body,
    ).toEqual({ a: 1 });
  });

  it('names the place that does not match', async () => {
    const error = await failureOf(
      ask(() => Response.json({ rows: [{ id: 1 }] }), z.object({ rows: z.array(z.object({ id: z.string() })) })),
    );
    expect(error).toMatchObject({
      reason: 'wrong-shape',
      problem: { message: expect.stringContaining('“rows.0.id”') },
    });
  });

  it('is dropped at the limit, however much were to come', async () => {
    let pulled = 0;
    const piece = new TextEncoder().encode(`"${'x'.repeat(9_998)}"`);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += piece.byteLength;
        controller.enqueue(piece);
      },
    });
    const error = await failureOf(ask(() => new Response(endless)));
    expect(error.reason).toBe('too-large');
    expect(pulled).toBeLessThan(5_100_000);
  });

  it.each([
    ['', 'nothing'],
    ['  <!doctype html>', 'a web page'],
    ['[{"a":', 'breaks off'],
    ['Service busy', 'something else'],
  ])('%j is told apart', async (body, words) => {
    const error = await failureOf(ask(() => new Response(body, { headers: { 'content-type': 'application/json' } })));
    expect(error).toMatchObject({
      reason: 'not-json',
      problem: { code: 'R314', message: expect.stringContaining(words) },
    });
  });

  it('is quoted in a refusal: its own message, without markup, keys, and invisible characters', async () => {
    const token = 'secret-1';
    const said = async (body: string) => {
      const connection = { ...connectionAnswering('osmt', () => new Response(body, { status: 400 })), token };
      return (await failureOf(askText(connection, { address }, patient))).problem.message.split(' It said: ')[1];
    };
    expect(await said('{"message":"No such field"}')).toBe('“No such field”');
    expect(await said('{"errors":[{"message":"x"}],"error":{"message":"Deep"}}')).toBe('“Deep”');
    expect(await said('["first","second"]')).toBe('“first”');
    expect(await said('plain\r\n\u202etext\u0000')).toBe('“plain text”');
    expect(await said(`Bearer ${token} and ${token}`)).toBe('“Bearer … and …”');
    expect(await said('key -----BEGIN PUBLIC KEY-----MIIB')).toBe('“key …”');
    expect(await said(`token ${'a'.repeat(20)}.${'b'.repeat(20)}`)).toBe('“token …”');
    expect(await said('<html>secret</html>')).toBeUndefined();
    expect(await said('{"message":')).toBeUndefined();
    expect((await said('word '.repeat(1000)))?.length).toBeLessThanOrEqual(202);
  });

  it('never carries a key into an error, wherever the registry repeats it', async () => {
    const token = fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_.~+/=$^*('), minLength: 4, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(token, fc.string(), fc.constantFrom(400, 401, 429, 503), async (key, around, status) => {
        fc.pre(!around.includes(key));
        const bodies = [
          `${around}${key}${around}`,
          JSON.stringify({ message: `${around}${key}` }),
          `${around}${encodeURIComponent(key)}`,
        ];
        for (const body of bodies) {
          const connection = { ...connectionAnswering('osmt', () => new Response(body, { status })), token: key };
          const { message, advice } = (await failureOf(askText(connection, { address }, patient))).problem;
          const fixed = 'Practice answered 400 It said: What you saved is kept here. Enter a new key in the options.';
          if (!fixed.includes(key)) expect(`${message.split(' It said: ')[1]}${advice}`).not.toContain(key);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the wait that a registry asks for', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon', 'x-ratelimit-reset': '5' }, 5000],
    [{ 'x-ratelimit-reset': String(now / 1000 + 9) }, 9000],
    [{ 'x-ratelimit-reset': String(now + 9) }, 9],
    [{ 'retry-after': '99999999999' }, 86_400_000],
    [{ 'retry-after': '-5' }, 0],
    [{}, 0],
  ])('%j is %d ms', (headers, wait) => {
    expect(retryAfterOf(new Headers(headers as Record<string, string>), now)).toBe(wait);
  });
});
