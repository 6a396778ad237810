import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
