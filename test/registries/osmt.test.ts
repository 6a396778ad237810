import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../lib/registries/adapter.ts';
import { osmt, wordwise } from '../../lib/registries/osmt.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, hasRecorded, patient, recorded } from './support.ts';

adapterContract({ kind: 'osmt', adapter: osmt, base: (url) => url, query: 'chart' });

function answering(body: unknown, status = 200): Connection {
  return connectionAnswering('osmt', () => Response.json(body, { status }));
}

const rowId = 'https://registry.example/api/skills/11111111-1111-4111-8111-111111111111';

describe('OSMT search', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
    connection = connectionTo(practice.url, 'osmt');
  });
  beforeEach(() => practice.order({ clear: true }));
  afterAll(() => practice.close());

  async function names(text: string, limit = 10): Promise<string[]> {
    return (await osmt.search?.(connection, { text, limit }, patient))?.skills.map(({ name }) => name) ?? [];
  }

  it('finds by the beginning of a phrase', async () => {
    expect(await names('data clean')).toEqual(['Data Cleaning in Python']);
  });

  it('finds words that stand apart, in any order, where the phrase finds nothing', async () => {
    expect(await names('python data')).toEqual(['Data Cleaning in Python']);
    expect(await names('cleaning pyth')).toEqual(['Data Cleaning in Python']);
  });

  it('leaves out what is archived', async () => {
    expect(await names('chart')).toEqual(['Chart Reading', 'Chart Choice']);
  });

  it('leaves out what is archived also where the registry does not', async () => {
    const rows = ['published', 'Draft', 'archived', 'deleted', 'workspace', undefined].map((status, index) => ({
      ...{ id: `${rowId}${index}`, skillName: String(status), skillStatement: 'x', status },
    }));
    const page = await osmt.search?.(answering(rows), { text: 'x', limit: 10 }, patient);
    expect(page?.skills.map(({ name }) => name)).toEqual(['published', 'Draft', 'undefined']);
  });

  it('tells how many there are in all and never more rows than asked for', async () => {
    const page = await osmt.search?.(connection, { text: 'chart', limit: 1 }, patient);
    expect(page).toMatchObject({ total: 2, skills: [{ name: 'Chart Reading' }] });
  });

  it('speaks to a server of before 3.0', async () => {
    practice.order({ oldServer: true });
    expect(await names('chart')).toEqual(['Chart Reading', 'Chart Choice']);
    const skill = await osmt.getSkill?.(
      connection,
      `${practice.url}/api/skills/11111111-1111-4111-8111-111111111111`,
      patient,
    );
    expect(skill).toMatchObject({ category: 'Data', keywords: ['Charts', 'Data literacy', 'WGUSID: 1'] });
    const { steps } = await osmt.testConnection(connection, patient);
    expect(steps.at(-1)).toEqual({ step: 'version', state: 'done', saying: '2' });
  });

  it('tells a refusal of the browser from a refusal of the key', async () => {
    practice.order({ strictOrigins: true });
    const fetch: Connection['fetch'] = (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('origin', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop');
      return globalThis.fetch(input, { ...init, headers });
    };
    const call = osmt.search?.({ ...connection, fetch }, { text: 'chart', limit: 5 }, patient);
    const error = await failureOf(call ?? Promise.resolve());
    expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R403' } });
    expect(await names('chart')).toHaveLength(2);
  });

  it('follows a redirect within the origin for what only reads, and keeps its key with it', async () => {
    practice.order({
      faults: [
        {
          kind: 'redirect',
          to: '/api/v3/skills/22222222-2222-4222-8222-222222222222',
          path: '/api/v3/skills/1',
          times: 2,
        },
      ],
    });
    const skill = await osmt.getSkill?.(
      { ...connection, token: 't' },
      `${practice.url}/api/skills/11111111-1111-4111-8111-111111111111`,
      patient,
    );
    expect(skill?.name).toBe('Chart Choice');
    expect(practice.requests().at(-1)).toMatchObject({ authorised: true });
  });

  it('takes any text for what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
        await expect(osmt.search?.(connection, { text, limit: 3 }, patient)).resolves.toHaveProperty('skills');
      }),
      { numRuns: 60 },
    );
  });
});

describe('OSMT word-wise query', () => {
  it('is left out for a single word', () => {
    expect(wordwise(' charts ')).toBeUndefined();
    expect(wordwise('!?')).toBeUndefined();
  });

  it('holds no character that the query language knows but its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordwise(text) ?? '"a" b*').toMatch(/^("[\p{L}\p{M}\p{N}]+" )+[\p{L}\p{M}\p{N}]+\*$/u);
      }),
    );
  });
});

describe('OSMT rows', () => {
  async function one(row: Record<string, unknown>) {
    const page = await osmt.search?.(
      answering([{ id: rowId, skillName: 'Name', ...row }]),
      { text: 'x', limit: 5 },
      patient,
    );
    return page?.skills[0];
  }

  it('reads the first category of a list and of a joined text alike', async () => {
    expect(await one({ categories: ['A', 'B'] })).toMatchObject({ category: 'A' });
    expect(await one({ category: 'A;B' })).toMatchObject({ category: 'A' });
    expect(await one({ category: '' })).not.toHaveProperty('category');
  });

  it('takes standards as texts and as objects, and keywords once each', async () => {
    expect(await one({ standards: ['S'], keywords: ['k', ' k ', ''] })).toMatchObject({ keywords: ['k'] });
    expect(await one({ standards: [{ skillName: 'S' }], keywords: null })).toMatchObject({ keywords: [] });
  });

  it('reads raw job codes and occupations alike, each code once', async () => {
    const raw = await one({
      occupations: [
        { code: '25-1000', name: null, detailed: 'Teachers' },
        { code: '25-1000', name: 'Again' },
      ],
    });
    const full = await one({
      occupations: [{ code: '25-1000', targetNodeName: 'Teachers', frameworkName: 'bls', parents: [] }],
    });
    expect(raw?.occupations).toEqual([{ code: '25-1000', name: 'Teachers' }]);
    expect(full?.occupations).toEqual(raw?.occupations);
  });

  it('strips the dash that old development servers put before their ids', async () => {
    expect(await one({ id: '-http://localhost:8080/api/skills/1' })).toMatchObject({
      uri: 'http://localhost:8080/api/skills/1',
    });
  });

  it('lets the name stand in for a missing statement, and the other way round', async () => {
    expect(await one({ skillStatement: null })).toMatchObject({ name: 'Name', statement: 'Name' });
    expect(await one({ skillName: '', skillStatement: 'Does it.' })).toMatchObject({
      name: 'Does it.',
      statement: 'Does it.',
    });
  });

  it('names the first collection as framework, else the library', async () => {
    expect(await one({ collections: [{ uuid: 'u', name: 'Set' }] })).toMatchObject({
      framework: { uri: 'https://registry.example/api/collections/u', name: 'Set' },
    });
    expect(await one({})).toMatchObject({ framework: { uri: 'https://registry.example', name: 'registry.example' } });
  });

  it('leaves out and counts a row whose id is no web address', async () => {
    const rows = [
      { id: 'javascript:alert(1)', skillName: 'Bad' },
      { id: rowId, skillName: 'Good' },
    ];
    const page = await osmt.search?.(answering(rows), { text: 'x', limit: 5 }, patient);
    expect(page).toMatchObject({ skipped: 1, skills: [{ name: 'Good' }] });
  });

  it('names the place where no row at all can be read', async () => {
    const error = await failureOf(
      osmt.search?.(answering([{ id: rowId }]), { text: 'x', limit: 5 }, patient) ?? Promise.resolve(),
    );
    expect(error.problem).toMatchObject({ code: 'R315', message: expect.stringContaining('“0.skillName”') });
  });

  it('knows a refusal that comes with status 200', async () => {
    const error = await failureOf(
      osmt.search?.(answering({ message: 'Unauthorized' }), { text: 'x', limit: 5 }, patient) ?? Promise.resolve(),
    );
    expect(error).toMatchObject({ reason: 'unauthorised', problem: { code: 'R401' } });
  });

  it('keeps no prototype that a row brings along', async () => {
    const body = `[{"id":"${rowId}","skillName":"Name","__proto__":{"polluted":true},"constructor":{"x":1}}]`;
    const connection = connectionAnswering('osmt', () => new Response(body));
    const page = await osmt.search?.(connection, { text: 'x', limit: 5 }, patient);
    expect(Object.getPrototypeOf(page?.skills[0])).toBe(Object.prototype);
    expect(page?.skills[0]).not.toHaveProperty('polluted');
  });
});

describe('OSMT base address', () => {
  it.each([
    ['https://osmt.example/api/skills/c9d8', 'https://osmt.example'],
    ['https://osmt.example/api/v3/search/skills?size=5', 'https://osmt.example'],
    ['https://osmt.example/', 'https://osmt.example'],
    ['osmt.example', 'https://osmt.example'],
    ['localhost:8080/skills/c9d8#top', 'https://localhost:8080'],
    ['http://host.example:81/osmt/collections/1', 'http://host.example:81/osmt'],
    ['HTTPS://OSMT.Example/API/skills/1', 'https://osmt.example'],
  ])('of %s is %s', (text, base) => {
    expect(osmt.baseOf(text)).toBe(base);
  });
});

describe.skipIf(!hasRecorded(4))('OSMT recorded answers', () => {
  const read = (name: string): unknown => {
    const bytes = readFileSync(join(recorded, 'osmt', name));
    return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  };

  it.each(['api_v3_search_skills_post.json.gz', 'api_v2_search_skills_post.json.gz'])(
    '%s reads as 50 skills',
    async (name) => {
      const page = await osmt.search?.(answering(read(name)), { text: 'x', limit: 50 }, patient);
      expect(page?.skills).toHaveLength(50);
      expect(page?.skipped).toBeUndefined();
      expect(page?.skills[0]).toMatchObject({
        uri: 'http://localhost:8080/api/skills/c9d819b3-de84-401e-808a-ddcbfbdd4953',
        name: 'Access and Security Levels Standardization',
        category: 'Information Security Management',
        framework: { uri: 'http://localhost:8080', name: 'localhost:8080' },
      });
    },
  );

  it.each(['api_v3_skills__uuid__get.json', 'api_v2_skills__uuid__get.json'])(
    '%s reads as one skill in full',
    async (name) => {
      const skill = await osmt.getSkill?.(answering(read(name)), rowId, patient);
      expect(skill).toMatchObject({
        category: 'Information Security Management',
        framework: { name: 'Software Development' },
        occupations: expect.arrayContaining([{ code: '15-1200', name: 'Computer Occupations' }]),
      });
    },
  );
});
