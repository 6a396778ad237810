import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shortId } from '../../lib/domain/cass-work.ts';
import type { FrameworkPage } from '../../lib/domain/framework.ts';
import type { Relation } from '../../lib/domain/resource-alignment.ts';
import { Skill } from '../../lib/domain/skill.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import type { Connection, Publication, SigningKey } from '../../lib/registries/adapter.ts';
import { cass } from '../../lib/registries/cass.ts';
import { competencyQuery, escapeQuery, quoteQuery } from '../../lib/registries/cass-query.ts';
import { guidOf } from '../../lib/registries/cass-statement.ts';
import { treeOf } from '../../lib/registries/cass-tree.ts';
import { RegistryError } from '../../lib/registries/registry-error.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { readQuery } from '../support/practice-registry/query-string.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, patient } from './support.ts';

const base = (url: string) => `${url}/api`;

/** A page aligned to a competency. */
function publication(
  more: { relation?: Relation; skill?: string; title?: string; resource?: string } = {},
): Publication {
  const resource = more.resource ?? 'https://lessons.example/charts?unit=1';
  const skill = more.skill ?? 'https://cass.example/api/data/schema.cassproject.org.0.4.Competency/abc/1700000000000';
  const now = '2026-11-21T12:00:00.000Z';
  const made: Pick<Publication, 'alignment' | 'resource'> = {
    resource: {
      address: resource,
      fields: {
        title: [{ value: more.title ?? 'Diagramme lesen: “Größen” – 図表', by: 'json-ld' }],
        description: [{ value: 'Ein Arbeitsblatt.', by: 'meta' }],
      },
    },
    alignment: {
      ...{ id: 'a3a1b3de-6c29-4d41-8f0e-3f1f3a1de111', resource, relation: more.relation ?? 'teaches', fit: 'major' },
      ...{ note: 'for me alone', created: now, modified: now, revision: 1 },
      skill: {
        ...{ uri: skill, name: 'Größen lesen', statement: 'Werte ablesen.', type: 'Competency', keywords: [] },
        framework: { uri: 'https://cass.example/f', name: 'Mathe' },
        ...{ source: { registry: 'r', name: 'R' }, taken: now },
      },
    },
  };
  return { ...made, alignments: [made.alignment], key: crypto.randomUUID() };
}

adapterContract({
  kind: 'cass',
  adapter: cass,
  base,
  query: 'source',
  extras: async () => ({ signingKey: await makeSigningKey() }),
  publication,
  moreCalls: (connection) => ({
    publish: async (signal) => cass.publish?.(connection, publication(), signal),
    withdraw: async (signal) => cass.withdraw?.(connection, addressOf(connection, publication()), signal),
    findAlignments: async (signal) => cass.findAlignments?.(connection, 'https://lessons.example/', signal),
    listFrameworks: async (signal) => cass.listFrameworks?.(connection, undefined, signal),
    readFramework: async (signal) => cass.readFramework?.(connection, frameworkOf(connection), undefined, signal),
    listChildren: async (signal) => cass.listChildren?.(connection, frameworkOf(connection), signal),
  }),
});

function objectAt({ registry }: Connection, noun: string, uuid: string): string {
  return `${registry.address}/data/schema.cassproject.org.0.4.${noun}/${uuid}`;
}

function frameworkOf(connection: Connection): string {
  return objectAt(connection, 'Framework', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
}

function addressOf(connection: Connection, one: Publication): string {
  return cass.addressOf?.(connection, one) ?? '';
}

describe('CASS search', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    const skillFiles = [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')];
    practice = await startPracticeRegistry({ skillFiles });
    connection = connectionTo(base(practice.url), 'cass');
  });
  afterAll(() => practice.close());

  async function names(text: string): Promise<string[]> {
    return (await cass.search?.(connection, { text, limit: 10 }, patient))?.skills.map(({ name }) => name) ?? [];
  }

  it('finds all words in any order, the last as a beginning', async () => {
    expect(await names('citation sou')).toEqual(['Source Citation']);
    expect(await names('sou citation')).toEqual([]);
  });

  it('finds by description and by notation', async () => {
    expect(await names('trusted')).toEqual(['Source Evaluation']);
    expect(await names('R.1.b')).toEqual(['Source Citation']);
  });

  it('knows the total only where the registry ran out of rows', async () => {
    const cut = await cass.search?.(connection, { text: 'source', limit: 2 }, patient);
    expect(cut).not.toHaveProperty('total');
    expect(await cass.search?.(connection, { text: 'source', limit: 9 }, patient)).toHaveProperty('total', 2);
  });

  it('lists competencies, and no frameworks, for an empty text', async () => {
    const page = await cass.search?.(connection, { text: ' ', limit: 50 }, patient);
    expect(page?.skills.map(({ type }) => type)).toEqual(Array(8).fill('Competency'));
  });

  it('answers a skill by its short id, in its language, with the framework that lists it', async () => {
    const found = await cass.search?.(connection, { text: 'evaluation', limit: 1 }, patient);
    const uri = found?.skills[0]?.uri ?? '';
    expect(uri).toMatch(/Competency\/[0-9a-f-]{36}$/);
    expect(await cass.getSkill?.(connection, `${uri}/1700000000000`, patient)).toMatchObject({
      uri,
      name: 'Source Evaluation',
      statement: 'Judge how far a source can be trusted.',
      code: 'R.1.a',
      category: 'Research',
      language: 'en-us',
      framework: { name: 'Research Competencies' },
    });
  });

  it('takes any text for what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
        await expect(cass.search?.(connection, { text, limit: 3 }, patient)).resolves.toHaveProperty('skills');
      }),
      { numRuns: 60 },
    );
  });
});

describe('CASS frameworks', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    const skillFiles = [fixture('ctdl-asn-graph.json'), fixture('ctdl-asn-tree.json')];
    practice = await startPracticeRegistry({ skillFiles });
    connection = connectionTo(base(practice.url), 'cass');
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const navigation = (version = '') =>
    objectAt(connection, 'Framework', `bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb${version}`);
  const competency = (number: number, version = '') =>
    objectAt(connection, 'Competency', `bbbbbbbb-bbbb-4bbb-8bbb-00000000000${number}${version}`);
  async function children(uri: string, from = connection) {
    return (await cass.listChildren?.(from, uri, patient)) ?? [];
  }
  async function graphOf(uri: string, from = connection) {
    const read = await cass.readFramework?.(from, uri, undefined, patient);
    if (!read || read === 'unchanged') throw new Error('no document');
    const json = JSON.parse(await read.body.text()) as { '@graph': Record<string, unknown>[] };
    return { read, json, node: (id: string) => json['@graph'].find((one) => one['@id'] === id) };
  }
  function store(object: Record<string, unknown>): Promise<Response> {
    const form = new FormData();
    form.set('data', JSON.stringify({ '@context': 'https://schema.cassproject.org/0.4', ...object }));
    return fetch(String(object['@id']), { method: 'POST', body: form });
  }

  it('are listed by their short ids, with how many competencies they have', async () => {
    expect(await cass.listFrameworks?.(connection, undefined, patient)).toEqual({
      frameworks: [
        { uri: frameworkOf(connection), name: 'Research Competencies', skills: 3 },
        { uri: navigation(), name: 'Coastal Navigation', skills: 5 },
      ],
    });
  });

  it('are listed a page at a time, as long as pages are full', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => ({
      '@id': `https://c.example/${index}`,
      '@type': 'Framework',
    }));
    const many = connectionAnswering('cass', ({ url }) => {
      const start = Number(new URL(url).searchParams.get('start'));
      return Response.json(rows.slice(start, start + Number(new URL(url).searchParams.get('size'))));
    });
    const first = await cass.listFrameworks?.(many, undefined, patient);
    expect([first?.frameworks.length, first?.next]).toEqual([50, '50']);
    const second = await cass.listFrameworks?.(many, first?.next, patient);
    expect([second?.frameworks.length, second?.next]).toEqual([20, undefined]);
  });

  it('open level by level, in their own order, by ids of whatever version', async () => {
    for (const uri of [navigation(), navigation('/1700000000000')]) {
      expect(await children(uri)).toEqual([
        {
          ...{ uri: competency(1), name: 'Chart Work', statement: 'Work on a nautical chart.', code: 'N.1' },
          ...{ type: 'Competency', language: 'en-us', children: 2 },
        },
        expect.objectContaining({ uri: competency(5), children: 0 }),
      ]);
    }
    const below = await children(competency(1, '/1700000000000'));
    expect(below.map(({ code }) => code)).toEqual(['N.1.a', 'N.1.b']);
    expect(below[0]).not.toHaveProperty('children');
    expect((await children(competency(3))).map(({ code }) => code)).toEqual(['N.1.b.i']);
    expect(await children(competency(4))).toEqual([]);
  });

  it('count no relation that they do not list', async () => {
    const id = objectAt(connection, 'Relation', 'stray/1700000000001');
    const ends = { source: competency(5), target: competency(1) };
    expect((await store({ '@id': id, '@type': 'Relation', relationType: 'narrows', ...ends })).status).toBe(200);
    expect((await children(competency(1))).map(({ code }) => code)).toEqual(['N.1.a', 'N.1.b']);
    expect(await cass.getSkill?.(connection, competency(5), patient)).not.toHaveProperty('parent');
    expect((await graphOf(navigation())).node(competency(5))).not.toHaveProperty('ceasn:isChildOf');
  });

  it('tell of a skill what it stands below, what it equals and at which level it is', async () => {
    expect(await cass.getSkill?.(connection, competency(4), patient)).toMatchObject({
      parent: competency(3),
      sameAs: [competency(3)],
      framework: { uri: navigation(), name: 'Coastal Navigation' },
    });
    expect(await cass.getSkill?.(connection, competency(3), patient)).toMatchObject({
      parent: competency(1),
      sameAs: [competency(4)],
    });
    const weather = await cass.getSkill?.(connection, competency(5), patient);
    expect(weather).toMatchObject({ level: 'Advanced' });
    expect(weather).not.toHaveProperty('parent');
    expect(weather).not.toHaveProperty('sameAs');
  });

  it('answer a skill all the same where nothing more can be learnt of it', async () => {
    const only = connectionAnswering('cass', ({ url }) =>
      url.includes('?q=')
        ? new Response('', { status: 500 })
        : Response.json({ '@id': 'https://c.example/1', '@type': 'Competency', name: 'N' }),
    );
    expect(await cass.getSkill?.(only, 'https://c.example/1', patient)).toMatchObject({ name: 'N' });
  });

  it('are one CTDL-ASN graph by short ids', async () => {
    const { read, json, node } = await graphOf(navigation('/1700000000000'));
    expect(read).toMatchObject({ name: 'Coastal-Navigation.json', address: navigation(), validators: {} });
    expect(json).toMatchObject({ '@context': 'https://credreg.net/ctdlasn/schema/context/json', '@id': navigation() });
    expect(json['@graph']).toHaveLength(6);
    expect(json['@graph'][0]).toEqual({
      '@id': navigation(),
      '@type': 'ceasn:CompetencyFramework',
      'ceasn:name': 'Coastal Navigation',
      'ceasn:hasTopChild': [competency(1), competency(5)],
    });
    expect(node(competency(3))).toEqual({
      '@id': competency(3),
      '@type': 'ceasn:Competency',
      'ceasn:competencyLabel': { 'en-us': 'Depth Reading' },
      'ceasn:competencyText': 'Read depths from a nautical chart.',
      'ceasn:codedNotation': 'N.1.b',
      'ceasn:inLanguage': 'en-us',
      'ceasn:isPartOf': navigation(),
      'ceasn:isChildOf': competency(1),
      'ceasn:hasChild': [competency(4)],
      'ceasn:exactAlignment': [competency(4)],
    });
    expect(node(competency(2))).toMatchObject({ 'ceasn:complexityLevel': 'Beginner' });
  });

  it('are refused where the address is of something else', async () => {
    const error = await failureOf(graphOf(competency(1)));
    expect(error).toMatchObject({ reason: 'wrong-shape' });
    expect((await failureOf(graphOf('nonsense'))).problem.code).toBe('R319');
  });

  describe('that are not public', () => {
    const secret = () => objectAt(connection, 'Competency', 'cccccccc-cccc-4ccc-8ccc-000000000001/1700000000001');
    const hidden = () => objectAt(connection, 'Framework', 'cccccccc-cccc-4ccc-8ccc-cccccccccccc/1700000000001');
    let key: SigningKey;
    let own: Connection;
    beforeAll(async () => {
      key = await makeSigningKey();
      own = { ...connection, signingKey: key };
    });
    beforeEach(async () => {
      const reader = [key.publicKeyPem];
      await store({ '@id': secret(), '@type': 'Competency', name: 'Sealed Orders', reader });
      const competencies = [secret(), competency(1)];
      await store({ '@id': hidden(), '@type': 'Framework', name: 'Sealed', competency: competencies, reader });
    });

    it('are shown to the holder of the key and to nobody else', async () => {
      const found = async (from: Connection) =>
        (await cass.search?.(from, { text: 'sealed', limit: 5 }, patient))?.skills.map(({ name }) => name);
      expect(await found(connection)).toEqual([]);
      expect(await found(own)).toEqual(['Sealed Orders']);
      expect(await found({ ...connection, signingKey: await makeSigningKey() })).toEqual([]);
      expect((await failureOf(graphOf(hidden()))).reason).toBe('not-found');
      const { json } = await graphOf(hidden(), own);
      expect(json['@graph'].map((one) => one['ceasn:competencyLabel'] ?? one['ceasn:name'])).toEqual(
        expect.arrayContaining(['Sealed', 'Sealed Orders', { 'en-us': 'Chart Work' }]),
      );
      expect((await children(hidden(), own)).map(({ name }) => name)).toEqual(['Sealed Orders', 'Chart Work']);
    });

    it.each([-86_400_000, 86_400_000])('are shown also by a clock that is %d ms off', async (clockOffset) => {
      practice.order({ clockOffset });
      expect((await cass.search?.(own, { text: 'sealed', limit: 5 }, patient))?.skills).toHaveLength(1);
    });

    it.each([422, 451, 496])('leave the rest readable where the server answers %d to a sheet', async (status) => {
      const old = connectionAnswering('cass', ({ headers }) =>
        headers.has('signaturesheet')
          ? new Response('Invalid Signature Version.', { status })
          : Response.json([{ '@id': 'https://c.example/1', '@type': 'Competency', name: 'Public' }]),
      );
      const page = await cass.search?.({ ...old, signingKey: key }, { text: 'x', limit: 5 }, patient);
      expect(page?.skills).toMatchObject([{ name: 'Public' }]);
    });

    it('are asked for with a sheet that is good for five minutes and for this registry alone', async () => {
      let sheet = '';
      const asked = connectionAnswering('cass', ({ headers }) => {
        sheet = headers.get('signaturesheet') ?? '';
        return Response.json([]);
      });
      await cass.search?.({ ...asked, signingKey: key, now: () => 1000 }, { text: 'x', limit: 5 }, patient);
      expect(JSON.parse(sheet)).toMatchObject([
        { server: 'https://registry.example', expiry: 301_000, '@owner': key.publicKeyPem },
      ]);
    });
  });
});

describe('CASS of older servers', () => {
  it('is searched where those search', async () => {
    const asked: string[] = [];
    const old = connectionAnswering('cass', ({ url }) => {
      const { pathname, searchParams } = new URL(url);
      asked.push(`${pathname} ${searchParams.get('index_hint')}`);
      if (pathname !== '/sky/repo/search') return new Response('Not Found', { status: 404 });
      return Response.json([{ '@id': 'https://c.example/1', '@type': 'Competency', name: 'N' }]);
    });
    expect((await cass.search?.(old, { text: 'n', limit: 5 }, patient))?.skills).toHaveLength(1);
    expect(asked).toEqual(['/data *competency', '/sky/repo/search *competency']);
  });
});

describe('CASS of hostile servers', () => {
  it('answers what fits our shapes, or an error in sentences', async () => {
    const id = fc.constantFrom('https://c.example/1', 'https://c.example/2/17', 'javascript:1', '__proto__');
    const texts = fc.oneof(fc.string(), fc.jsonValue(), fc.dictionary(fc.string(), fc.string()));
    const object = fc.record(
      {
        '@id': id,
        '@type': fc.oneof(fc.constantFrom('Competency', 'Framework', 'x.Relation', 'Level'), fc.jsonValue()),
        name: texts,
        description: texts,
        license: texts,
        competency: fc.oneof(fc.array(id), id, fc.jsonValue()),
        relation: fc.oneof(fc.array(id), fc.jsonValue()),
        level: fc.oneof(fc.array(id), fc.jsonValue()),
        source: id,
        target: id,
        relationType: fc.constantFrom('narrows', 'isEquivalentTo'),
      },
      { requiredKeys: ['@id', '@type', 'name'] },
    );
    await fc.assert(
      fc.asyncProperty(object, fc.array(fc.oneof(object, fc.jsonValue()), { maxLength: 4 }), async (one, many) => {
        const connection = connectionAnswering('cass', ({ url, method }) =>
          Response.json(method === 'POST' || url.includes('?q=') ? many : one),
        );
        const uri = 'https://c.example/1';
        const held = async (call: Promise<unknown> | undefined, check: (value: never) => void) => {
          const value = await call?.catch((error: unknown) => {
            if (!(error instanceof RegistryError)) throw error;
          });
          if (value !== undefined) check(value as never);
        };
        await held(cass.listFrameworks?.(connection, undefined, patient), ({ frameworks }: FrameworkPage) => {
          for (const { uri, name } of frameworks) expect([isWebAddress(uri), typeof name]).toEqual([true, 'string']);
        });
        await held(cass.listChildren?.(connection, uri, patient), (nodes: TreeNode[]) => {
          for (const node of nodes) expect([isWebAddress(node.uri), typeof node.name]).toEqual([true, 'string']);
        });
        await held(cass.getSkill?.(connection, uri, patient), (skill: Skill) => {
          expect(Skill.parse(skill)).toEqual(skill);
        });
        const read = await cass.readFramework?.(connection, uri, undefined, patient).catch((error: unknown) => {
          if (!(error instanceof RegistryError)) throw error;
        });
        if (read && read !== 'unchanged') expect(JSON.parse(await read.body.text())).toHaveProperty('@graph');
      }),
      { numRuns: 200 },
    );
  });
});

describe('CASS tree', () => {
  const ids = fc
    .uniqueArray(fc.nat(12), { maxLength: 10 })
    .map((list) => list.map((one) => `https://c.example/${one}`));
  const end = fc.nat(14).map((one) => `https://c.example/${one}`);
  const relations = fc.array(
    fc.record({
      '@id': end,
      source: end,
      target: end,
      relationType: fc.constantFrom('narrows', 'requires', 'isEquivalentTo', 'isEquivalenTo'),
    }),
    { maxLength: 30 },
  );

  it('has every competency exactly once, and no circle, whatever the relations say', () => {
    fc.assert(
      fc.property(ids, relations, (competencies, stated) => {
        const { parent, children } = treeOf(competencies, stated);
        const reached: string[] = [];
        const open = [...(children.get('') ?? [])];
        for (let at = open.pop(); at !== undefined; at = open.pop()) {
          reached.push(at);
          open.push(...(children.get(at) ?? []));
          // A circle would never let this end.
          expect(reached.length).toBeLessThanOrEqual(competencies.length);
        }
        expect(reached.sort()).toEqual([...competencies].sort());
        for (const [below, above] of parent)
          expect(stated).toContainEqual(
            expect.objectContaining({ source: below, target: above, relationType: 'narrows' }),
          );
      }),
    );
  });

  it('keeps the order in which the framework lists its competencies', () => {
    fc.assert(
      fc.property(ids, relations, (competencies, stated) => {
        for (const siblings of treeOf(competencies, stated).children.values())
          expect([...siblings]).toEqual(competencies.filter((one) => siblings.includes(one)));
      }),
    );
  });

  it('takes versions of ids for the same, and both spellings of equivalence', () => {
    const id = (number: number, version = '') => `https://c.example/api/data/Competency/${number}${version}`;
    const relation = (source: string, relationType: string, target: string) => ({
      ...{ '@id': id(9), source, relationType, target },
    });
    const tree = treeOf(
      [id(1, '/17'), id(2)],
      [relation(id(2, '/18'), 'narrows', id(1)), relation(id(1), 'isEquivalenTo', id(3, '/19'))],
    );
    expect(tree.parent.get(id(2))).toBe(id(1));
    expect(tree.children.get('')).toEqual([id(1)]);
    expect(tree.same.get(id(1))).toEqual([id(3)]);
  });
});

describe('CASS query', () => {
  const reserved = '\\+-=&|><!(){}[]^"~*?:/ ANDORNOT@.é図"';
  const nasty = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...reserved) }));

  it('never lets a typed text be read as part of the language', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const match = readQuery(competencyQuery(text));
        // Whatever was typed: only competencies, and by name, description or notation alone.
        expect(match({ '@type': 'Framework', name: text, description: text })).toBe(false);
        expect(match({ '@type': 'Competency', owner: text, other: text, name: '' })).toBe(!/[\p{L}\p{N}]/u.test(text));
      }),
    );
  });

  it('finds what was typed where it stands', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const match = readQuery(competencyQuery(text));
        expect(match({ '@type': 'Competency', name: text.replace(/[<>]/g, ' ') })).toBe(true);
      }),
    );
  });

  it('quotes and escapes every reserved character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...reserved), minLength: 1 }), (text) => {
        expect(() => readQuery(`name:${quoteQuery(text)}`)).not.toThrow();
        if (/[^\s<>]/.test(text)) expect(() => readQuery(`name:(${escapeQuery(text)})`)).not.toThrow();
      }),
    );
  });
});

describe('CASS competencies', () => {
  const id = 'https://registry.example/api/data/schema.cassproject.org.0.4.Competency/1/1700000000000';

  async function one(competency: Record<string, unknown>) {
    const row = { '@context': 'https://schema.cassproject.org/0.4', '@id': id, '@type': 'Competency', ...competency };
    const connection = connectionAnswering('cass', () => Response.json([row]));
    return (await cass.search?.(connection, { text: 'x', limit: 5 }, patient))?.skills[0];
  }

  it.each([
    ['Name', { name: 'Name' }],
    [
      { '@language': 'de', '@value': 'Name' },
      { name: 'Name', language: 'de' },
    ],
    [
      { fr: 'Nom', 'en-us': 'Name' },
      { name: 'Name', language: 'en-us' },
    ],
    [[{ '@language': 'fr', '@value': 'Nom' }, 'Name'], { name: 'Nom', language: 'fr' }],
    [{ en: ['Name', 'Other'] }, { name: 'Name', language: 'en' }],
    [{ '@language': '"><script>', '@value': 'Name' }, { name: 'Name' }],
  ])('reads the name %j', async (name, expected) => {
    const skill = await one({ name });
    expect({ name: skill?.name, ...(skill?.language && { language: skill.language }) }).toEqual(expected);
  });

  it('lets the name stand in for a missing description', async () => {
    expect(await one({ name: 'Name' })).toMatchObject({ statement: 'Name' });
  });

  it('keeps of the licence only what is a web address', async () => {
    expect(await one({ name: 'Name', license: 'javascript:1', 'ceasn:license': 'https://l.example/' })).toMatchObject({
      license: 'https://l.example/',
    });
  });

  it('refuses an object that is no competency', async () => {
    const connection = connectionAnswering('cass', () => Response.json({ '@id': id, '@type': 'Framework', name: 'F' }));
    const error = await failureOf(cass.getSkill?.(connection, id, patient) ?? Promise.resolve());
    expect(error.problem.message).toContain('“@type”');
  });

  it('asks for a competency of another repository under the MD5 of its short id', async () => {
    const asked: string[] = [];
    const connection = connectionAnswering('cass', (request) => {
      asked.push(new URL(request.url).pathname);
      return Response.json({ '@id': id, '@type': 'Competency', name: 'Name' });
    });
    await cass.getSkill?.(
      { ...connection, registry: { ...connection.registry, address: 'https://registry.example/api' } },
      'https://other.example/skills/1',
      patient,
    );
    expect(asked[0]).toBe(`/api/data/${createHash('md5').update('https://other.example/skills/1').digest('hex')}`);
  });
});

describe('CASS publishing', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  let another: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('ctdl-asn-graph.json')] });
    connection = connectionTo(base(practice.url), 'cass', { signingKey: await makeSigningKey() });
    another = connectionTo(base(practice.url), 'cass', { signingKey: await makeSigningKey() });
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  function publish(one = publication(), from = connection) {
    return cass.publish?.(from, one, patient) ?? Promise.reject(new Error('cannot publish'));
  }
  function withdraw(one = publication(), from = connection) {
    return cass.withdraw?.(from, addressOf(from, one), patient) ?? Promise.reject(new Error('cannot withdraw'));
  }

  it('stores one signed CreativeWork with one alignment, text as it was written', async () => {
    const receipt = await publish();
    expect(receipt).toEqual({ uri: addressOf(connection, publication()), sent: true });
    const [standing] = practice.published();
    expect(standing).toMatchObject({ id: receipt.uri, verified: true });
    expect(standing?.object).toEqual({
      '@context': 'http://schema.org/',
      '@id': expect.stringMatching(/\/api\/data\/schema\.org\.CreativeWork\/[0-9a-f]{32}\/\d{13}$/),
      '@type': 'CreativeWork',
      name: 'Diagramme lesen: “Größen” – 図表',
      description: 'Ein Arbeitsblatt.',
      url: 'https://lessons.example/charts?unit=1',
      educationalAlignment: {
        '@context': 'http://schema.org/',
        '@type': 'AlignmentObject',
        alignmentType: 'teaches',
        targetUrl: 'https://cass.example/api/data/schema.cassproject.org.0.4.Competency/abc',
        targetName: 'Größen lesen',
        targetDescription: 'Werte ablesen.',
        educationalFramework: 'Mathe',
      },
      owner: [connection.signingKey?.publicKeyPem],
    });
  });

  it('keeps the note of the person to itself', async () => {
    await publish();
    expect(JSON.stringify(practice.published())).not.toContain('for me alone');
  });

  it('signs for the very version that it sends, for five minutes', async () => {
    await publish();
    const [write] = practice.published()[0]?.writes ?? [];
    expect(write?.signatures).toMatchObject([{ server: write?.id }]);
    const lasts = (write?.signatures[0]?.expiry ?? 0) - Number(write?.id.split('/').at(-1));
    expect(lasts).toBe(300_000);
  });

  it('sends nothing the second time', async () => {
    await publish();
    expect(await publish()).toMatchObject({ sent: false });
    expect(practice.accepted()).toBe(1);
  });

  it('writes a new version of the same object when its words changed', async () => {
    await publish();
    await publish(publication({ title: 'Reading charts' }));
    expect(practice.published()).toMatchObject([{ object: { name: 'Reading charts' }, writes: [{}, {}] }]);
    const history = await fetch(`${addressOf(connection, publication())}?history=true`);
    expect(await history.json()).toHaveLength(2);
  });

  it('keeps one object for each relation, page and skill', async () => {
    await publish();
    await publish(publication({ relation: 'assesses' }));
    await publish(publication({ relation: 'requires' }));
    await publish(publication({ resource: 'https://lessons.example/other' }));
    expect(practice.published()).toHaveLength(4);
  });

  it('leaves one object where the answer was lost after storing', async () => {
    practice.order({ faults: [{ kind: 'drop', method: 'POST', times: 1 }] });
    expect((await failureOf(publish())).reason).toBe('unreachable');
    expect(await publish()).toMatchObject({ sent: false });
    expect(practice.published()).toMatchObject([{ verified: true }]);
    expect(practice.accepted()).toBe(1);
  });

  it.each([500, 429])('leaves one object where it was stored and answered %d', async (status) => {
    practice.order({ faults: [{ kind: 'status', status, method: 'POST', times: 1, after: true }] });
    await failureOf(publish());
    expect(await publish()).toMatchObject({ sent: false });
    expect(practice.accepted()).toBe(1);
  });

  it.each([-86_400_000, 86_400_000])('signs by the clock of the server, %d ms off', async (clockOffset) => {
    practice.order({ clockOffset });
    expect(await publish()).toMatchObject({ sent: true });
    await withdraw();
    expect(practice.published()).toEqual([]);
  });

  it('writes a newer version even where the clock went back', async () => {
    practice.order({ clockOffset: 86_400_000 });
    await publish();
    practice.order({ clockOffset: 0 });
    await publish(publication({ title: 'Later' }));
    const [older, newer] = practice.published()[0]?.writes.map(({ id }) => Number(id.split('/').at(-1))) ?? [];
    expect(newer).toBeGreaterThan(older ?? Infinity);
  });

  it('needs a key, and sends nothing without one', async () => {
    const before = practice.requests().length;
    const error = await failureOf(publish(publication(), { ...connection, signingKey: undefined }));
    expect(error).toMatchObject({ reason: 'no-key', problem: { code: 'R316' } });
    expect(practice.requests()).toHaveLength(before);
  });

  it('does not repeat what stands already under the key of another', async () => {
    await publish();
    expect(await publish(publication({ title: 'In other words' }), another)).toMatchObject({ sent: false });
    expect(practice.accepted()).toBe(1);
  });

  it('says that what belongs to another key cannot be withdrawn, and leaves it', async () => {
    await publish();
    const error = await failureOf(withdraw(publication(), another));
    expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R401' } });
    expect(error.problem.message).toContain('belongs to another signing key');
    expect(practice.published()).toHaveLength(1);
  });

  it('withdraws, and takes it as done where nothing stands', async () => {
    await publish();
    await withdraw();
    expect(practice.published()).toEqual([]);
    await expect(withdraw()).resolves.toBeUndefined();
    expect(await publish()).toMatchObject({ sent: true });
  });

  it.each([
    [401, 'unauthorised', 'does not accept the signing key'],
    [419, 'timed-out', 'out of date'],
    [422, 'refused', 'this kind of signature'],
    [451, 'refused', 'does not match'],
    [496, 'refused', 'no signature'],
    [404, 'not-found', 'has nothing'],
  ])('tells in plain words what %d means', async (status, reason, words) => {
    const echo = `Invalid Signature Detected: {"@owner":"${connection.signingKey?.publicKeyPem}"}`;
    practice.order({ faults: [{ kind: 'status', status, method: 'POST', body: echo }] });
    const error = await failureOf(publish());
    expect(error).toMatchObject({ reason, problem: { code: `R${status}`, message: expect.stringContaining(words) } });
    expect(error.message).not.toContain('BEGIN PUBLIC KEY');
  });

  it('believes no yes that comes as a web page', async () => {
    practice.order({ faults: [{ kind: 'html', method: 'POST' }] });
    expect((await failureOf(publish())).reason).toBe('not-json');
  });
});

describe('CASS object names', () => {
  it('follow from page, skill and, except for teaches, the relation', () => {
    const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');
    const page = 'https://lessons.example/charts?unit=1';
    const skill = 'https://cass.example/api/data/schema.cassproject.org.0.4.Competency/abc';
    expect(guidOf(publication())).toBe(md5(page + skill));
    expect(guidOf(publication({ relation: 'assesses' }))).toBe(md5(`${page}${skill}#assesses`));
  });

  it.each([
    ['https://c.example/api/data/t/1/1700000000000', 'https://c.example/api/data/t/1'],
    ['https://c.example/api/custom/data/t/1/17', 'https://c.example/api/custom/data/t/1'],
    ['https://c.example/api/data/t/1', 'https://c.example/api/data/t/1'],
    ['https://c.example/api/data/1/17', 'https://c.example/api/data/1/17'],
    ['https://osmt.example/api/skills/17', 'https://osmt.example/api/skills/17'],
  ])('short id of %s is %s', (id, short) => {
    expect(shortId(id)).toBe(short);
  });
});

describe('CASS base address', () => {
  it.each([
    ['https://cass.example/api/data/schema.cassproject.org.0.4.Competency/1/17', 'https://cass.example/api'],
    ['https://cass.example/api/', 'https://cass.example/api'],
    ['https://cass.example', 'https://cass.example/api'],
    ['cass.example:8443/skills/', 'https://cass.example:8443/skills/api'],
    ['https://cass.example/API/custom/data/x', 'https://cass.example/api/custom'],
    ['https://cass.example/api/ping?fields=version#x', 'https://cass.example/api'],
  ])('of %s is %s', (text, expected) => {
    expect(cass.baseOf(text)).toBe(expected);
  });
});

describe('the alignments of a page', () => {
  let practice: PracticeRegistry;
  let ours: Connection;
  let theirs: Connection;
  const address = publication().resource.address;
  const found = (connection: Connection, page = address) =>
    cass.findAlignments?.(connection, page, patient) ?? Promise.resolve([]);
  beforeAll(async () => {
    practice = await startPracticeRegistry();
    ours = connectionTo(base(practice.url), 'cass', { signingKey: await makeSigningKey() });
    theirs = { ...ours, signingKey: await makeSigningKey() };
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  it('are found whoever put them there, with who, when and whether it was us', async () => {
    await cass.publish?.(ours, publication(), patient);
    await cass.publish?.(theirs, publication({ relation: 'assesses' }), patient);
    const all = await found(ours);
    expect(all.map(({ relation, own }) => [relation, own]).sort()).toEqual([
      ['assesses', false],
      ['teaches', true],
    ]);
    for (const one of all) {
      expect(one).toMatchObject({ skill: { name: 'Größen lesen', statement: 'Werte ablesen.' } });
      expect(Math.abs(Date.parse(one.at ?? '') - Date.now())).toBeLessThan(60_000);
    }
    expect(all.find(({ own }) => own)?.uri).toBe(addressOf(ours, publication()));
    expect(new Set(all.map(({ by }) => by)).size).toBe(2);
    expect(all[0]?.by).toMatch(/^key …[\w+/]{8}$/);
  });

  it('are not those of another page whose address has the same words', async () => {
    const other = 'https://lessons.example/charts/unit?1';
    await cass.publish?.(ours, publication({ resource: other }), patient);
    expect(await found(ours)).toEqual([]);
    expect(await found(ours, other)).toHaveLength(1);
  });

  it('keep a word for a relation that we do not know, and leave out what names no skill', async () => {
    const work = (alignment: unknown) => ({ '@id': `${address}/x`, url: address, educationalAlignment: alignment });
    const connection = connectionAnswering('cass', () =>
      Response.json([
        work({ alignmentType: 'illustrates', targetUrl: 'https://skills.example/1' }),
        work([{ alignmentType: 'teaches' }, { alignmentType: 'Assessed', targetUrl: 'https://skills.example/2' }]),
      ]),
    );
    const at = { ...connection, registry: { ...connection.registry, address: 'https://registry.example/api' } };
    expect((await found(at)).map(({ relation, said, skill }) => [relation, said, skill.uri])).toEqual([
      [undefined, 'illustrates', 'https://skills.example/1'],
      ['assesses', undefined, 'https://skills.example/2'],
    ]);
  });
});
