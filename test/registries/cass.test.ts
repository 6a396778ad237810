import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Relation } from '../../lib/domain/resource-alignment.ts';
import type { Connection, Publication } from '../../lib/registries/adapter.ts';
import { cass } from '../../lib/registries/cass.ts';
import { shortId } from '../../lib/registries/cass-competency.ts';
import { competencyQuery, escapeQuery, quoteQuery } from '../../lib/registries/cass-query.ts';
import { guidOf } from '../../lib/registries/cass-statement.ts';
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
  return {
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
}

adapterContract({
  kind: 'cass',
  adapter: cass,
  base,
  query: 'source',
  extras: async () => ({ signingKey: await makeSigningKey() }),
  moreCalls: (connection) => ({
    publish: async (signal) => cass.publish?.(connection, publication(), signal),
    withdraw: async (signal) => cass.withdraw?.(connection, addressOf(connection, publication()), signal),
  }),
});

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
