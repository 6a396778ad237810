import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { osmt, wordwise } from '../../lib/registries/osmt.ts';
import { RegistryError } from '../../lib/registries/registry-error.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { expectShown } from './sent.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, hasRecorded, patient, recorded } from './support.ts';

const collection = (connection: Connection) =>
  `${connection.registry.address}/api/collections/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;

/** A statement that a skill of the server fits one of somebody else's. */
function statement({ registry }: Connection, over: Partial<SkillAlignment> = {}): SkillAlignment {
  const at = '2026-03-01T10:00:00.000Z';
  return {
    id: 'c7a5a1de-6c29-4d41-8f0e-3f1f3a1de111',
    subject: { uri: `${registry.address}/api/skills/aaaaaaaa-aaaa-4aaa-8aaa-000000000001`, name: 'Chart Reading' },
    relation: 'major',
    object: { uri: 'https://other.example/skills/7', name: 'Read a chart', framework: { name: 'Other skills' } },
    ...{ created: at, modified: at, revision: 1 },
    ...over,
  };
}

adapterContract({
  kind: 'osmt',
  adapter: osmt,
  base: (url) => url,
  query: 'chart',
  moreCalls: (connection) => ({
    publishSkillAlignment: async (signal) =>
      osmt.publishSkillAlignment?.(connection, statement(connection), 'key', signal),
    withdrawSkillAlignment: async (signal) =>
      osmt.withdrawSkillAlignment?.(connection, statement(connection), 'key', signal),
    listFrameworks: async (signal) => osmt.listFrameworks?.(connection, undefined, signal),
    readFramework: async (signal) => osmt.readFramework?.(connection, collection(connection), undefined, signal),
    listChildren: async (signal) => osmt.listChildren?.(connection, collection(connection), signal),
  }),
});

function answering(body: unknown, status = 200): Connection {
  return connectionAnswering('osmt', () => Response.json(body, { status }));
}

const rowId = 'https://registry.example/api/skills/11111111-1111-4111-8111-111111111111';

describe('OSMT search', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({
      skillFiles: [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')],
    });
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
    expect(steps.at(-1)).toEqual({ step: 'version', state: 'done', saying: 'beforeThree' });
    const page = await osmt.listFrameworks?.(connection, undefined, patient);
    expect(page?.frameworks).toHaveLength(1);
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

describe('OSMT collections', () => {
  const uuid = 'c0113c71-0000-4000-8000-000000000000';
  const address = `https://registry.example/api/collections/${uuid}`;
  const uuidOf = (number: number) => `https://registry.example/api/skills/${number}`;
  type Asked = { method: string; path: string; query: URLSearchParams };

  /** An OSMT of one collection with so many skills, which counts them or not. */
  function library(count: number, { counted = true, most = 1000, version = 'v3/', skills = rowsUpTo(count) } = {}) {
    const asked: Asked[] = [];
    const connection = connectionAnswering('osmt', (request) => {
      const { pathname, searchParams } = new URL(request.url);
      asked.push({ method: request.method, path: pathname, query: searchParams });
      const path = pathname.startsWith(`/api/${version}`) ? pathname.slice(`/api/${version}`.length) : '';
      if (path === `collections/${uuid}`)
        return Response.json({ id: `-${address}`, name: 'Nursing', type: 'RichSkillCollection', skills: [{ id: 1 }] });
      if (path !== `collections/${uuid}/skills`) return Response.json({ message: 'Not Found' }, { status: 404 });
      const [from, size] = [Number(searchParams.get('from')), Number(searchParams.get('size'))];
      const headers = counted ? { 'x-total-count': String(skills.length) } : undefined;
      return Response.json(skills.slice(from, from + Math.min(size, most)), { headers });
    });
    return { connection, asked };
  }
  function rowsUpTo(count: number): Record<string, unknown>[] {
    return Array.from({ length: count }, (_, index) => ({
      id: uuidOf(index),
      skillName: `S${index}`,
      extra: { kept: 1 },
    }));
  }
  async function documentOf(connection: Connection) {
    const read = await osmt.readFramework?.(connection, address, undefined, patient);
    if (!read || read === 'unchanged') throw new Error('no document');
    return { ...read, json: JSON.parse(await read.body.text()) as { skills: Record<string, unknown>[] } };
  }

  it('are listed by name and count, a page at a time', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => ({
      ...{ uuid: String(index), name: `C${index}`, status: index === 1 ? 'Draft' : 'published', skillCount: index },
    }));
    const connection = connectionAnswering('osmt', (request) => {
      const { searchParams } = new URL(request.url);
      const [from, size] = [Number(searchParams.get('from')), Number(searchParams.get('size'))];
      const link = '<https://registry.example/wrong>; rel="next"';
      return Response.json(rows.slice(from, from + size), { headers: { 'x-total-count': '70', link } });
    });
    const first = await osmt.listFrameworks?.(connection, undefined, patient);
    expect(first).toMatchObject({ total: 70, next: '50' });
    expect(first?.frameworks.slice(0, 2)).toEqual([
      { uri: 'https://registry.example/api/collections/0', name: 'C0', skills: 0 },
      { uri: 'https://registry.example/api/collections/1', name: 'C1', skills: 1, status: 'draft' },
    ]);
    const second = await osmt.listFrameworks?.(connection, first?.next, patient);
    expect(second?.frameworks).toHaveLength(20);
    expect(second).not.toHaveProperty('next');
  });

  it('are one document with every skill once, however many pages that takes and whether they are counted', async () => {
    for (const count of [0, 1, 99, 100, 101, 250]) {
      for (const counted of [true, false]) {
        const { json } = await documentOf(library(count, { counted }).connection);
        expect(json).toMatchObject({ type: 'Collection', id: address, name: 'Nursing' });
        expect(json.skills.map(({ id }) => id)).toEqual(rowsUpTo(count).map(({ id }) => id));
        if (count > 0) expect(json.skills[0]).toMatchObject({ skillName: 'S0', extra: { kept: 1 } });
      }
    }
  });

  it('are whole also where the server gives less than it is asked for', async () => {
    for (const counted of [true, false])
      expect((await documentOf(library(70, { counted, most: 30 }).connection)).json.skills).toHaveLength(70);
  });

  it.each(['v3/', 'v2/', ''])('are asked of the one version that has them: %j', async (version) => {
    const { connection, asked } = library(120, { version });
    await documentOf(connection);
    const pages = asked.filter(({ path }) => path.endsWith('/skills'));
    expect(pages.map(({ path }) => path)).toEqual(Array(2).fill(`/api/${version}collections/${uuid}/skills`));
  });

  it('bring archived skills as such, and neither deleted ones nor those of a workspace', async () => {
    const skills = ['published', 'archived', 'Deleted', 'workspace', 'draft'].map((status, index) => ({
      ...{ id: `-${uuidOf(index)}`, skillName: status, status },
    }));
    const { connection, asked } = library(0, { skills });
    const { json } = await documentOf(connection);
    expect(json.skills).toEqual([
      { id: uuidOf(0), skillName: 'published', status: 'published' },
      { id: uuidOf(1), skillName: 'archived', status: 'archived' },
      { id: uuidOf(4), skillName: 'draft', status: 'draft' },
    ]);
    expect(asked.at(-1)?.query.get('status')).toBe('draft,published,archived');
    const children = await osmt.listChildren?.(connection, address, patient);
    expect(children?.map(({ status }) => status)).toEqual([undefined, 'deprecated', 'draft']);
  });

  it('take skills that moved between two pages once', async () => {
    const skills = rowsUpTo(150);
    skills.splice(120, 0, ...skills.slice(95, 100));
    const { json } = await documentOf(library(0, { skills }).connection);
    expect(new Set(json.skills.map(({ id }) => id)).size).toBe(150);
    expect(json.skills).toHaveLength(150);
  });

  it('are refused as a whole where their pages do not end', async () => {
    const practice = await startPracticeRegistry({ skillFiles: [fixture('ctdl-asn-graph.json')] });
    try {
      practice.order({ endlessPages: true });
      const connection = connectionTo(practice.url, 'osmt');
      const call = osmt.readFramework?.(connection, collection(connection), undefined, patient);
      expect(await failureOf(call ?? Promise.resolve())).toMatchObject({
        reason: 'wrong-shape',
        problem: { code: 'R323' },
      });
      expect(practice.requests().length).toBeLessThan(5);
    } finally {
      await practice.close();
    }
  });

  it('are refused where the address is of something else', async () => {
    const { connection, asked } = library(1);
    for (const uri of ['https://registry.example/api/skills/1', 'javascript:/collections/1', 'collections']) {
      const call = osmt.readFramework?.(connection, uri, undefined, patient);
      expect((await failureOf(call ?? Promise.resolve())).problem.code).toBe('R317');
    }
    expect(asked).toEqual([]);
    expect(await osmt.listChildren?.(connection, uuidOf(1), patient)).toEqual([]);
  });
});

describe('OSMT collections of hostile servers', () => {
  it('become a document that is JSON, or an error in sentences', async () => {
    const row = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.oneof(fc.webUrl(), fc.string()), skillName: fc.string(), status: fc.string() }),
    );
    const rows = fc.array(row, { maxLength: 5 }).map((list) => JSON.stringify(list).replaceAll('"x"', '"__proto__"'));
    const head = fc.record({ id: fc.webUrl(), name: fc.string(), description: fc.option(fc.string()) });
    await fc.assert(
      fc.asyncProperty(head, rows, async (collection, page) => {
        const headers = { 'x-total-count': String((JSON.parse(page) as unknown[]).length) };
        const connection = connectionAnswering('osmt', ({ url }) =>
          url.includes('/skills?') ? new Response(page, { headers }) : Response.json(collection),
        );
        const uri = 'https://registry.example/api/collections/1';
        const read = await osmt.readFramework?.(connection, uri, undefined, patient).catch((error: unknown) => error);
        if (read instanceof RegistryError) {
          expect(read.problem.code).toMatch(/^R3/);
          return;
        }
        if (!read || typeof read !== 'object' || !('body' in read)) throw read;
        const document = JSON.parse(await (read.body as Blob).text()) as { name: string; skills: unknown[] };
        expect(document.name).toBe(collection.name);
        expect(document.skills.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 200 },
    );
  });
});

describe('OSMT versions', () => {
  function server(answers: Record<string, () => Response>) {
    const asked: string[] = [];
    const connection = connectionAnswering('osmt', (request) => {
      const version = /^\/api\/(v\d\/)?/.exec(new URL(request.url).pathname)?.[1] ?? '';
      asked.push(version);
      return answers[version]?.() ?? Response.json({ message: 'Not Found' }, { status: 404 });
    });
    return { connection, asked };
  }
  const rows = () => Response.json([{ id: rowId, skillName: 'Name' }]);
  const guard = () => Response.json({ message: 'Unauthorized' });
  const search = (connection: Connection) =>
    osmt.search?.(connection, { text: 'x', limit: 5 }, patient) ?? Promise.reject(new Error('cannot search'));

  it('are tried from the newest, and a guarded path is no reason to give up', async () => {
    const old = server({ '': rows, 'v3/': guard, 'v2/': guard });
    expect((await search(old.connection)).skills).toHaveLength(1);
    expect(old.asked).toEqual(['v3/', 'v2/', '']);
    const second = server({ 'v2/': rows });
    expect((await search(second.connection)).skills).toHaveLength(1);
    expect(second.asked).toEqual(['v3/', 'v2/']);
  });

  it('are believed where they ask for a key and no other has an answer', async () => {
    const closed = server({ 'v3/': guard, 'v2/': guard });
    expect(await failureOf(search(closed.connection))).toMatchObject({ reason: 'unauthorised' });
    expect(await failureOf(search(server({}).connection))).toMatchObject({ reason: 'not-found' });
  });

  it('are not tried further where the registry is in trouble', async () => {
    const broken = server({ 'v3/': () => new Response('', { status: 503 }), '': rows });
    expect(await failureOf(search(broken.connection))).toMatchObject({ reason: 'server-error' });
    expect(broken.asked).toEqual(['v3/']);
  });
});

describe('OSMT addresses of a skill', () => {
  it.each([
    ['https://osmt.example/api/skills/1', 'https://osmt.example'],
    ['https://osmt.example/api/v3/skills/1', 'https://osmt.example'],
    ['https://osmt.example/skills/1', 'https://osmt.example'],
    ['https://host.example/osmt/api/skills/1', 'https://host.example/osmt'],
  ])('%s is asked for by its last part, and names the library %s', async (id, library) => {
    let path = '';
    const connection = connectionAnswering('osmt', (request) => {
      path = new URL(request.url).pathname;
      return Response.json({ id, skillName: 'Name' });
    });
    const skill = await osmt.getSkill?.(connection, id, patient);
    expect(path).toBe('/api/v3/skills/1');
    expect(skill).toMatchObject({ uri: id, framework: { uri: library } });
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

describe.skipIf(!hasRecorded(5))('OSMT recorded answers', () => {
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

  it('a collection reads as a document of its skills', async () => {
    const recordedCollection = read('api_v3_collections__uuid__get.json') as { id: string; skills: unknown[] };
    const connection = connectionAnswering('osmt', ({ url }) =>
      url.includes('/skills?')
        ? Response.json(read('api_v3_search_skills_post.json.gz'), { headers: { 'x-total-count': '50' } })
        : Response.json(recordedCollection),
    );
    const document = await osmt.readFramework?.(connection, recordedCollection.id, undefined, patient);
    const text = document && document !== 'unchanged' ? await document.body.text() : '';
    const { skills, ...head } = JSON.parse(text) as { skills: unknown[] };
    expect(skills).toHaveLength(50);
    expect(head).toMatchObject({
      id: recordedCollection.id,
      name: 'IT Network',
      description: 'Computer Networking in IT',
    });
  });
});

describe('a statement from a skill of an OSMT to another skill', () => {
  const { addressOfSkillAlignment, previewSkillAlignment, publishSkillAlignment, withdrawSkillAlignment } = osmt;
  if (!addressOfSkillAlignment || !previewSkillAlignment || !publishSkillAlignment || !withdrawSkillAlignment)
    throw new Error('OSMT takes them');
  let practice: PracticeRegistry;
  let curator: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('ctdl-asn-graph.json')] });
    curator = connectionTo(practice.url, 'osmt', { token: 'curator' });
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const standing = async () => {
    const answer = await fetch(statement(curator).subject.uri, { headers: { accept: 'application/json' } });
    return ((await answer.json()) as { alignments: unknown[] }).alignments;
  };
  const wish = () => crypto.randomUUID();

  it('becomes one of its alignments, as the preview shows it, and stays the only one', async () => {
    const key = wish();
    const shown = await previewSkillAlignment(curator, statement(curator), key, patient);
    const uri = addressOfSkillAlignment(curator, statement(curator));
    expect(await publishSkillAlignment(curator, statement(curator), key, patient)).toEqual({ uri, sent: true });
    const sent = practice.received().filter(({ path }) => path.endsWith('/update'));
    expect(sent).toHaveLength(1);
    for (const one of sent) expectShown(shown, practice.url, one);
    expect(await publishSkillAlignment(curator, statement(curator), wish(), patient)).toEqual({ uri, sent: false });
    expect(await standing()).toEqual([
      { id: 'https://other.example/skills/7', skillName: 'Read a chart', isPartOf: { name: 'Other skills' } },
    ]);
    expect((await previewSkillAlignment(curator, statement(curator), key, patient)).dryRun).toEqual({
      outcome: 'standing',
    });
  });

  it('takes the place of its older words', async () => {
    await publishSkillAlignment(curator, statement(curator), wish(), patient);
    const renamed = statement(curator, { object: { uri: 'https://other.example/skills/7', name: 'Read charts' } });
    await publishSkillAlignment(curator, renamed, wish(), patient);
    expect(await standing()).toEqual([{ id: 'https://other.example/skills/7', skillName: 'Read charts' }]);
  });

  it('is taken back without the others, also a second time and where the skill is gone', async () => {
    const other = statement(curator, { object: { uri: 'https://other.example/skills/8', name: 'Draw a chart' } });
    await publishSkillAlignment(curator, statement(curator), wish(), patient);
    await publishSkillAlignment(curator, other, wish(), patient);
    await withdrawSkillAlignment(curator, statement(curator), wish(), patient);
    await withdrawSkillAlignment(curator, statement(curator), wish(), patient);
    expect(await standing()).toEqual([{ id: 'https://other.example/skills/8', skillName: 'Draw a chart' }]);
    const gone = { uri: `${practice.url}/api/skills/bbbbbbbb-0000-4000-8000-000000000000`, name: 'Gone' };
    await withdrawSkillAlignment(curator, statement(curator, { subject: gone }), wish(), patient);
  });

  it.each([undefined, 'viewer'])('waits for another token where %j may not change skills', async (token) => {
    const error = await failureOf(publishSkillAlignment({ ...curator, token }, statement(curator), wish(), patient));
    expect(error.reason).toBe('unauthorised');
    expect(await standing()).toEqual([]);
  });

  it('goes to a server of before 3.0 where there is no newer one', async () => {
    practice.order({ oldServer: true });
    await publishSkillAlignment(curator, statement(curator), wish(), patient);
    expect(practice.received().at(-1)?.path).toMatch(/^\/api\/skills\/[\w-]+\/update$/);
  });

  it.each<[string, Partial<SkillAlignment>]>([
    ['about a skill of somebody else', { subject: { uri: 'https://other.example/api/skills/1', name: 'Theirs' } }],
    ['about what a skill needs beforehand', { relation: 'prerequisite' }],
  ])('is refused without asking where it is %s', async (_, over) => {
    const before = practice.requests().length;
    const error = await failureOf(publishSkillAlignment(curator, statement(curator, over), wish(), patient));
    expect([error.reason, error.problem.code, practice.requests().length]).toEqual(['refused', 'R344', before]);
  });
});
