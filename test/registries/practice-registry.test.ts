import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../lib/registries/adapter.ts';
import { signatureSheet } from '../../lib/registries/signature-sheet.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { fixture, hasRecorded, recorded } from './support.ts';

let practice: PracticeRegistry;
beforeAll(async () => {
  practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')] });
});
beforeEach(() => practice.order({ clear: true }));
afterAll(() => practice.close());

const json = { 'content-type': 'application/json' };

function osmtSearch(path: string, query: string): Promise<Response> {
  return fetch(`${practice.url}${path}`, { method: 'POST', headers: json, body: JSON.stringify({ query }) });
}

/** Member names and the types that their values have, over all the rows. */
function shapeOf(rows: unknown[]): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row ?? {})) {
      const type = Array.isArray(value)
        ? `list of ${value.length ? typeof value[0] : 'any'}`
        : value === null
          ? 'null'
          : typeof value;
      shape.set(key, (shape.get(key) ?? new Set()).add(type));
    }
  }
  return shape;
}

describe('practice OSMT', () => {
  it('keeps to pages and counts them in its headers', async () => {
    const response = await osmtSearch('/api/v3/search/skills?size=2&from=1', '');
    expect(response.headers.get('x-total-count')).toBe('7');
    expect(response.headers.get('link')).toContain('rel="next"');
    expect(await response.json()).toHaveLength(2);
  });

  it('answers a screen to a browser and data to a program at one address', async () => {
    const address = `${practice.url}/api/skills/11111111-1111-4111-8111-111111111111`;
    const screen = await fetch(address, { headers: { accept: 'text/html' } });
    expect(screen.headers.get('content-type')).toBe('text/html');
    const data = await fetch(address, { headers: { accept: 'application/json' } });
    expect(await data.json()).toMatchObject({ type: 'RichSkillDescriptor', category: 'Data;Numeracy' });
  });

  it('lets pages of other addresses read nothing', async () => {
    const foreign = await fetch(practice.url, { headers: { origin: 'https://elsewhere.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const own = await fetch(practice.url, { headers: { origin: practice.url } });
    expect(own.headers.get('access-control-expose-headers')).toBe('X-Total-Count');
  });

  it('knows no versioned path when it is told to be old', async () => {
    practice.order({ oldServer: true });
    expect((await osmtSearch('/api/v3/search/skills', '')).status).toBe(404);
    expect((await osmtSearch('/api/search/skills', '')).status).toBe(200);
  });
});

describe('practice CASS', () => {
  const path = '/api/data/schema.org.CreativeWork/abc/1';
  const work = {
    '@context': 'http://schema.org/',
    '@type': 'CreativeWork',
    '@id': 'https://c.example/1',
    name: 'Größe\r\n--x',
  };

  function write(object: unknown, sheet?: string): Promise<Response> {
    const form = new FormData();
    form.set('data', JSON.stringify(object));
    if (sheet !== undefined) form.set('signatureSheet', sheet);
    return fetch(`${practice.url}${path}`, { method: 'POST', body: form });
  }

  async function sheetOf(key: SigningKey, expiry = Date.now() + 1000): Promise<string> {
    return signatureSheet(key, practice.url, expiry);
  }

  beforeEach(() => practice.order({ forget: true }));

  it('tells its time and its kind', async () => {
    practice.order({ clockOffset: 3_600_000 });
    const answer = (await (await fetch(`${practice.url}/api/ping`)).json()) as { time: number };
    expect(answer).toMatchObject({ ping: 'pong', signatureSheetHashAlgorithm: 'SHA-256' });
    expect(answer.time - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('takes what belongs to nobody unsigned, and says so', async () => {
    expect((await write(work)).status).toBe(200);
    expect(practice.published()).toMatchObject([{ object: { name: work.name }, verified: false }]);
  });

  it('lets the owner alone change and delete', async () => {
    const [own, other] = await Promise.all([makeSigningKey(), makeSigningKey()]);
    const owned = { ...work, owner: [own.publicKeyPem] };
    expect((await write(owned, await sheetOf(own))).status).toBe(200);
    expect((await write(owned)).status).toBe(401);
    expect((await write(owned, await sheetOf(other))).status).toBe(401);
    expect((await write(owned, await sheetOf(own, 1))).status).toBe(419);
    expect((await write(owned, '{')).status).toBe(496);
    const remove = async (key: SigningKey) =>
      fetch(`${practice.url}${path}`, { method: 'DELETE', headers: { signatureSheet: await sheetOf(key) } });
    expect((await remove(other)).status).toBe(401);
    expect((await remove(own)).status).toBe(200);
    expect((await remove(own)).status).toBe(404);
    expect([practice.published(), practice.accepted()]).toEqual([[], 1]);
  });

  it('asks for the members that make an object', async () => {
    const response = await write({ ...work, '@type': '' });
    expect([response.status, await response.text()]).toEqual([400, 'Object must have an @type.']);
  });

  it('answers an object by its uid and by the MD5 of its short id', async () => {
    await write(work);
    const md5 = createHash('md5')
      .update(`${practice.url}${path.replace(/\/1$/, '')}`)
      .digest('hex');
    for (const uid of ['abc', 'schema.org.CreativeWork/abc', md5]) {
      expect(await (await fetch(`${practice.url}/api/data/${uid}`)).json()).toMatchObject({ name: work.name });
    }
  });

  it('finds alignments by the skill that they name, and refuses a query that it cannot read', async () => {
    await write({ ...work, educationalAlignment: { targetUrl: 'https://s.example/a-b' } });
    const find = (q: string) => fetch(`${practice.url}/api/data?${new URLSearchParams({ q })}`);
    const found = await find('@type:CreativeWork AND educationalAlignment.targetUrl:"https://s.example/a-b"');
    expect(await found.json()).toHaveLength(1);
    expect((await find('name:(a')).status).toBe(500);
    expect((await find('name:a/b')).status).toBe(500);
  });

  it('counts a version once, however often the line brings it', async () => {
    await write(work);
    await write(work);
    await write({ ...work, '@id': 'https://c.example/2' });
    expect(practice.accepted()).toBe(2);
    expect(practice.published()).toMatchObject([{ writes: [{ times: 2 }, { times: 1 }] }]);
  });

  it('shows what it received over HTTP', async () => {
    await write(work);
    const shown = (await (await fetch(`${practice.url}/_published`)).json()) as Record<string, unknown[]>;
    expect(shown).toMatchObject({ accepted: 1, objects: [{ writes: [{ id: work['@id'], signatures: [] }] }] });
    expect(shown.requests?.at(-1)).toEqual({ method: 'POST', path, status: 200, authorised: false, signed: false });
  });
});

describe('practice registry from a command line', () => {
  it('starts with plain Node, serves the files that it is given, and stops when it is told', async () => {
    const main = fileURLToPath(new URL('../support/practice-registry/main.mjs', import.meta.url));
    const child = spawn(process.execPath, [main, '--seconds', '60', fixture('ctdl-asn-graph.json')]);
    const exit = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    const { url } = JSON.parse(String(line)) as { url: string };
    expect(await (await fetch(`${url}/api/data?q=citation`)).json()).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  }, 30_000);
});

describe('practice faults', () => {
  it('can be told over HTTP, counted and cleared', async () => {
    const order = { faults: [{ kind: 'status', status: 503, times: 1, retryAfter: '2' }] };
    await fetch(`${practice.url}/_control`, { method: 'POST', body: JSON.stringify(order) });
    const first = await osmtSearch('/api/v3/search/skills', '');
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await osmtSearch('/api/v3/search/skills', '')).status).toBe(200);
  });

  it('refuses an order that it does not know', async () => {
    const response = await fetch(`${practice.url}/_control`, { method: 'POST', body: '{"faults":[{"kind":"flood"}]}' });
    expect(response.status).toBe(400);
  });

  it('stops flooding when nobody reads any more', async () => {
    practice.order({ faults: [{ kind: 'huge', bytes: 1_000_000_000 }] });
    const response = await osmtSearch('/api/v3/search/skills', '');
    await response.body?.cancel();
    practice.order({ clear: true });
    expect((await osmtSearch('/api/v3/search/skills', '')).status).toBe(200);
  });
});

describe.skipIf(!hasRecorded(3))('practice OSMT beside recorded answers', () => {
  let loaded: PracticeRegistry;
  beforeAll(async () => {
    loaded = await startPracticeRegistry({ skillFiles: [join(recorded, 'osmt', 'osmt_rsd_distinct_147.json.gz')] });
  });
  afterAll(() => loaded.close());

  const read = (name: string): unknown => {
    const bytes = readFileSync(join(recorded, 'osmt', name));
    return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  };

  it.each(['v3', 'v2'])('writes the search rows of %s with the recorded members and types', async (version) => {
    const theirs = shapeOf(read(`api_${version}_search_skills_post.json.gz`) as unknown[]);
    const response = await fetch(`${loaded.url}/api/${version}/search/skills?size=147`, {
      method: 'POST',
      headers: json,
      body: '{}',
    });
    const ours = shapeOf((await response.json()) as unknown[]);
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [key, types] of theirs) expect([...(ours.get(key) ?? [])]).toEqual(expect.arrayContaining([...types]));
  });

  it.each(['v3', 'v2'])('writes the detail of %s with the recorded members', async (version) => {
    const theirs = read(`api_${version}_skills__uuid__get.json`) as Record<string, unknown>;
    const response = await fetch(`${loaded.url}/api/${version}/skills/${theirs.uuid}`, {
      headers: { accept: 'application/json' },
    });
    const ours = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
    expect(ours.occupations).toEqual(expect.arrayContaining([(theirs.occupations as unknown[])[0]]));
    expect(ours.standards).toEqual(theirs.standards);
  });

  it('finds in the recorded library what OSMT would', async () => {
    const response = await fetch(`${loaded.url}/api/v3/search/skills?size=5`, {
      method: 'POST',
      headers: json,
      body: '{"query":"capacity pl"}',
    });
    expect(((await response.json()) as unknown[])[0]).toMatchObject({ skillName: 'Capacity Planning' });
  });
});
