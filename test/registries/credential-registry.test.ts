import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, originPatterns } from '../../lib/domain/registry.ts';
import { Skill } from '../../lib/domain/skill.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { credentialRegistry } from '../../lib/registries/credential-registry.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { adapterContract } from './contract.ts';
import { publicationOf, writeFormat } from './publications.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, hasRecorded, patient, recorded } from './support.ts';

const ctidOfFramework = 'ce-aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const ctidOfSkill = 'ce-aaaaaaaa-aaaa-4aaa-8aaa-000000000001';

const organisation = 'ce-11111111-2222-4333-8444-555555555555';

/** A page that teaches one skill and assesses another, as it is published. */
const publication = () =>
  publicationOf(
    newAlignment(),
    newAlignment({
      skill: { ...foundSkill({ uri: 'https://skills.example/api/skills/ratio', name: 'Ratio' }), taken },
      choice: { relation: 'assesses', fit: 'exact' },
    }),
  );
const taken = '2026-03-01T09:59:00.000Z';

const contractCase = {
  kind: 'credential-registry',
  adapter: credentialRegistry,
  base: (url: string) => url,
  query: 'chart',
  delivery: { organisation },
  publication,
  extras: async () => ({ write: writeFormat }),
  moreCalls: (connection: Connection) => ({
    publish: async (signal: AbortSignal) => credentialRegistry.publish?.(connection, publication(), signal),
    withdraw: async (signal: AbortSignal) =>
      credentialRegistry.withdraw?.(connection, `${connection.registry.address}/resources/${ctidOfSkill}`, signal),
    listChildren: (signal: AbortSignal) =>
      credentialRegistry.listChildren?.(connection, ctidOfFramework, signal) ?? Promise.resolve(),
  }),
} as const;

describe('with a key', () => adapterContract(contractCase));
describe('without a key', () =>
  adapterContract({
    ...contractCase,
    publication: null,
    extras: async () => ({ token: undefined, write: writeFormat }),
  }));

async function one(node: Record<string, unknown>, language?: string): Promise<Skill | undefined> {
  const connection = connectionAnswering('credential-registry', ({ url }) => {
    if (!url.endsWith(ctidOfSkill)) return new Response('', { status: 404 });
    return Response.json({
      '@id': `https://registry.example/resources/${ctidOfSkill}`,
      '@type': 'ceasn:Competency',
      'ceasn:competencyText': { 'en-US': 'Does it.' },
      ...node,
    });
  });
  const registry = { ...connection.registry, ...(language && { language }) };
  return credentialRegistry.getSkill?.({ ...connection, registry }, ctidOfSkill, patient);
}

describe('Credential Registry', () => {
  let practice: PracticeRegistry;
  let open: Connection;
  let keyed: Connection;
  beforeAll(async () => {
    const skillFiles = [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')];
    practice = await startPracticeRegistry({ skillFiles });
    open = connectionTo(practice.url, 'credential-registry');
    keyed = { ...open, token: 'key-1' };
  });
  beforeEach(() => practice.order({ clear: true }));
  afterAll(() => practice.close());

  async function names(connection: Connection, text: string, limit = 10): Promise<string[]> {
    const page = await credentialRegistry.search?.(connection, { text, limit }, patient);
    return page?.skills.map(({ name }) => name) ?? [];
  }

  it('searches through the assistant with a key, and through the registry without', async () => {
    expect(await names(keyed, 'chart')).toEqual(['Chart Reading', 'Chart Choice']);
    expect(practice.requests().at(-1)).toMatchObject({
      method: 'POST',
      path: '/assistant/search/ctdl',
      authorised: true,
    });
    expect(await names(open, 'chart')).toEqual(['Chart Reading', 'Chart Choice']);
    expect(practice.requests().at(-1)?.path).toMatch(/^\/ce-registry\/search\?fts=chart&resource_type=competency&/);
  });

  it('finds by label, text and notation', async () => {
    expect(await names(keyed, 'evaluation')).toEqual(['Source Evaluation']);
    expect(await names(keyed, 'trusted')).toEqual(['Source Evaluation']);
    expect(await names(keyed, 'R.1.b')).toEqual(['Source Citation']);
  });

  it('leaves out what was withdrawn', async () => {
    expect(await names(open, 'draw')).toEqual([]);
    expect(await names(keyed, 'draw')).toEqual([]);
  });

  it('counts by the assistant’s answer, and by the registry’s header', async () => {
    const query = { text: 'chart', limit: 1 };
    expect(await credentialRegistry.search?.(keyed, query, patient)).toMatchObject({ total: 2, skills: [{}] });
    expect(await credentialRegistry.search?.(open, query, patient)).toMatchObject({ total: 3, skills: [{}] });
  });

  it('looks into frameworks where no competency stands by itself', async () => {
    const graph: unknown = JSON.parse(readFileSync(fixture('ctdl-asn-graph.json'), 'utf8'));
    const whole = connectionAnswering('credential-registry', ({ url }) =>
      Response.json(url.includes('competency_framework') ? [{ decoded_resource: graph }] : []),
    );
    expect(await names(whole, 'cite sources')).toEqual(['Source Citation']);
  });

  it('goes straight to a CTID', async () => {
    expect(await names(keyed, ` ${ctidOfSkill.toUpperCase()} `)).toEqual(['Source Evaluation']);
    expect(await names(keyed, `${practice.url}/ce-registry/resources/${ctidOfSkill}`)).toEqual(['Source Evaluation']);
    expect(await names(keyed, 'ce-00000000-0000-4000-8000-000000000000')).toEqual([]);
  });

  it('sends the key to the assistant alone, and by its own scheme', async () => {
    const seen: [string, string | null][] = [];
    const seeing: Connection = {
      ...connectionTo('https://credentialengineregistry.org', 'credential-registry', { token: 'key-1' }),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        seen.push([new URL(request.url).origin, request.headers.get('authorization')]);
        return Response.json(request.url.includes('/assistant/') ? { data: [], valid: true } : []);
      },
    };
    await credentialRegistry.testConnection(seeing, patient);
    expect(seen).toEqual([
      ['https://apps.credentialengine.org', 'ApiToken key-1'],
      ['https://credentialengineregistry.org', null],
    ]);
  });

  it('asks for the permission to speak to both doors', () => {
    expect(originPatterns({ address: 'https://credentialengineregistry.org' })).toEqual([
      'https://credentialengineregistry.org/*',
      'https://apps.credentialengine.org/*',
    ]);
    expect(originPatterns({ address: 'https://registry.example' })).toHaveLength(1);
  });

  it('takes a no that comes with status 200 for a no', async () => {
    const refusing = connectionAnswering('credential-registry', () =>
      Response.json({ data: null, valid: false, status: 'Error: the query is not valid' }),
    );
    const search = credentialRegistry.search?.({ ...refusing, token: 'k' }, { text: 'x', limit: 1 }, patient);
    const error = await failureOf(search ?? Promise.resolve());
    expect(error).toMatchObject({ reason: 'refused', problem: { message: expect.stringContaining('not valid') } });
  });

  it('names the key as the step that failed where the assistant refuses it', async () => {
    practice.order({ faults: [{ kind: 'status', status: 401, path: '/assistant' }] });
    const { steps } = await credentialRegistry.testConnection(keyed, patient);
    expect(steps.find(({ state }) => state === 'failed')).toMatchObject({ step: 'key', saying: 'refused' });
  });

  it('answers one competency with its framework, by address and by CTID', async () => {
    const uri = `${practice.url}/resources/${ctidOfSkill}`;
    const skill = await credentialRegistry.getSkill?.(open, uri, patient);
    expect(skill).toEqual({
      uri,
      name: 'Source Evaluation',
      statement: 'Judge how far a source can be trusted.',
      code: 'R.1.a',
      type: 'Competency',
      framework: { uri: `${practice.url}/resources/${ctidOfFramework}`, name: 'Research Competencies' },
      category: 'Research',
      keywords: ['R.1.a'],
      language: 'en-us',
    });
    expect(await credentialRegistry.getSkill?.(open, ctidOfSkill, patient)).toEqual(skill);
  });

  it('asks here for a competency of another address that has a CTID', async () => {
    const elsewhere = `https://www.onetcenter.org/ctdlasn/resources/${ctidOfSkill}`;
    expect(await credentialRegistry.getSkill?.(open, elsewhere, patient)).toMatchObject({ name: 'Source Evaluation' });
  });

  it('does without the name of a framework that cannot be asked for', async () => {
    practice.order({ faults: [{ kind: 'status', status: 500, path: `/resources/${ctidOfFramework}` }] });
    const skill = await credentialRegistry.getSkill?.(open, ctidOfSkill, patient);
    expect(skill?.framework).toEqual({ uri: `${practice.url}/resources/${ctidOfFramework}` });
  });

  it.each(['with', 'without'])('lists frameworks %s a key', async (how) => {
    const page = await credentialRegistry.listFrameworks?.(how === 'with' ? keyed : open, undefined, patient);
    expect(page).toMatchObject({ total: 2 });
    expect(page?.next).toBeUndefined();
    expect(page?.frameworks[1]).toMatchObject({
      name: 'Research Competencies',
      publisher: 'Practice Publishers',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    });
    expect(page?.frameworks[1]?.skills).toBe(how === 'with' ? undefined : 3);
  });

  it('turns pages by Skip with a key, and by page without', async () => {
    const sent: string[] = [];
    const many = connectionAnswering('credential-registry', (request) => {
      sent.push(request.url);
      if (request.method === 'GET')
        return Response.json(Array(10).fill({ decoded_resource: {} }), { headers: { total: '25' } });
      return Response.json({ data: [framework], extra: { TotalResults: 120 } });
    });
    const framework = { '@id': 'https://x.example/1', '@type': 'ceasn:CompetencyFramework', 'ceasn:name': 'F' };
    const second = await credentialRegistry.listFrameworks?.(many, '10', patient);
    expect(second).toMatchObject({ total: 25, next: '20' });
    expect(sent[0]).toContain('page=2&per_page=10');
    const keyedPage = await credentialRegistry.listFrameworks?.({ ...many, token: 'k' }, '50', patient);
    expect(keyedPage).toMatchObject({ total: 120, next: '51' });
  });

  it('hands out a framework as its graph, with what tells later whether it changed', async () => {
    const read = await credentialRegistry.readFramework?.(open, ctidOfFramework, undefined, patient);
    if (!read || read === 'unchanged') throw new Error('no document');
    expect(read).toMatchObject({ name: `${ctidOfFramework}.json`, validators: { etag: 'W/"4"' } });
    expect(JSON.parse(await read.body.text())).toHaveProperty('@graph.length', 4);
    const again = await credentialRegistry.readFramework?.(open, ctidOfFramework, read.validators, patient);
    expect(again).toBe('unchanged');
  });

  it('opens a framework in its own order, and a competency', async () => {
    const tops = await credentialRegistry.listChildren?.(open, ctidOfFramework, patient);
    expect(tops?.map(({ name, code, children }) => [name, code, children])).toEqual([
      ['Source Evaluation', 'R.1.a', 0],
      ['Source Citation', 'R.1.b', 0],
      ['Question Framing', 'R.2', 0],
    ]);
    expect(await credentialRegistry.listChildren?.(open, ctidOfSkill, patient)).toEqual([]);
  });

  it('opens a framework that does not say what stands at its top by what is nobody’s child', async () => {
    const competency = (id: string, more = {}) => ({
      ...{ '@id': `https://x.example/${id}`, '@type': 'ceasn:Competency', 'ceasn:competencyText': id, ...more },
    });
    const framework = { '@id': 'https://x.example/f', '@type': 'ceasn:CompetencyFramework', 'ceasn:name': 'F' };
    const graph = [framework, competency('a'), competency('b', { 'ceasn:isChildOf': ['https://x.example/a'] })];
    const connection = connectionAnswering('credential-registry', ({ url }) =>
      Response.json(url.includes('/graph/') ? { '@graph': graph } : framework),
    );
    expect(await credentialRegistry.listChildren?.(connection, ctidOfFramework, patient)).toMatchObject([
      { name: 'a' },
    ]);
  });
});

describe('Credential Registry competencies', () => {
  it('are read in the language of the registry, else in English', async () => {
    const texts = { es: 'Lo hace.', 'en-US': 'Does it.' };
    expect(await one({ 'ceasn:competencyText': texts }, 'es-MX')).toMatchObject({
      statement: 'Lo hace.',
      language: 'es',
    });
    expect(await one({ 'ceasn:competencyText': texts }, 'fr')).toMatchObject({ statement: 'Does it.' });
    expect(await one({ 'ceasn:competencyText': 'Plain.' })).toMatchObject({ statement: 'Plain.', name: 'Plain.' });
    expect(await one({ 'ceasn:competencyText': { es: ['Uno.', 'Dos.'] } })).toMatchObject({ statement: 'Uno.' });
  });

  it('tell what became of them', async () => {
    const vocabulary = 'http://credreg.net/ctdlasn/vocabs/publicationStatus';
    const status = async (node: Record<string, unknown>) => {
      const skill = await one(node);
      return [skill?.status, skill?.replacedBy];
    };
    expect(await status({ 'ceasn:publicationStatusType': `${vocabulary}/Published` })).toEqual([undefined, undefined]);
    expect(await status({ 'ceasn:publicationStatusType': { '@id': `${vocabulary}/Draft` } })).toEqual([
      'draft',
      undefined,
    ]);
    expect(await status({ 'ceasn:publicationStatusType': [`${vocabulary}/Deprecated`] })).toEqual([
      'deprecated',
      undefined,
    ]);
    const ceased = { 'ceterms:targetNode': 'lifeCycle:Ceased' };
    expect(await status({ 'ceterms:lifeCycleStatusType': ceased })).toEqual(['deprecated', undefined]);
    expect(await status({ 'ceterms:supersededBy': ['https://x.example/new'] })).toEqual([
      'replaced',
      'https://x.example/new',
    ]);
  });

  it('keep parent, place, level and twins', async () => {
    const skill = await one({
      'ceasn:isChildOf': { '@id': 'https://x.example/parent' },
      'ceasn:listID': '3.',
      'ceasn:complexityLevel': 'https://credreg.net/levels/Level2',
      'ceasn:educationLevelType': [{ 'ceterms:targetNodeName': { 'en-us': 'Grade 7' } }],
      'ceasn:exactAlignment': ['https://x.example/twin', 'javascript:alert(1)'],
    });
    expect(skill).toMatchObject({
      parent: 'https://x.example/parent',
      position: 3,
      level: 'Grade 7',
      sameAs: ['https://x.example/twin'],
    });
    expect(await one({ 'ceasn:complexityLevel': 'https://credreg.net/levels/Level2' })).toMatchObject({
      level: 'Level2',
    });
  });

  it('keep no prototype that an answer brings along', async () => {
    const body = `{"@id":"https://x.example/1","@type":"ceasn:Competency","ceasn:competencyText":"x","__proto__":{"ceasn:codedNotation":"P"}}`;
    const connection = connectionAnswering('credential-registry', () => new Response(body));
    const skill = await credentialRegistry.getSkill?.(connection, ctidOfSkill, patient);
    expect(Skill.parse(skill)).toEqual(skill);
    expect(skill).not.toHaveProperty('code');
  });
});

describe('Credential Registry base address', () => {
  it.each([
    ['https://credentialengineregistry.org/resources/ce-1', 'https://credentialengineregistry.org'],
    ['https://apps.credentialengine.org/assistant/search/ctdl', 'https://credentialengineregistry.org'],
    ['credentialfinder.org/competency/1', 'https://credentialengineregistry.org'],
    ['https://sandbox.credentialengine.org/assistant', 'https://sandbox.credentialengineregistry.org'],
    ['https://mirror.example/cr/ce-registry/graph/ce-1', 'https://mirror.example/cr'],
  ])('of %s is %s', (text, expected) => {
    expect(credentialRegistry.baseOf(text)).toBe(expected);
  });
});

const graphs = [
  ['ONET_Basic_Skills_Competency_Framework_9-27-19.json', 12],
  ['ONET_Cross-Functional_Skills_Competency_Framework_9-27-19.json', 30],
  ['ConnectingCredentials.json', 91],
] as const;

describe.skipIf(!hasRecorded(graphs.length))('recorded graphs', () => {
  it.each(graphs)('%s reads as %d competencies and their framework', async (name, count) => {
    const graph = JSON.parse(readFileSync(join(recorded, 'ctdl-asn', name), 'utf8')) as { '@graph': unknown[] };
    const connection = connectionAnswering('credential-registry', ({ url }) =>
      Response.json(url.includes('competency_framework') ? [{ decoded_resource: graph }] : []),
    );
    const list = await credentialRegistry.listFrameworks?.(connection, undefined, patient);
    expect(list?.frameworks).toMatchObject([{ skills: count, name: expect.stringMatching(/\S/) }]);
    const page = await credentialRegistry.search?.(connection, { text: '', limit: 500 }, patient);
    expect(page?.skipped).toBeUndefined();
    expect(page?.skills.length).toBeGreaterThan(count / 2);
    for (const skill of page?.skills ?? []) expect(Skill.parse(skill)).toEqual(skill);
  });
});

describe('publishing through the assistant', () => {
  const { addressOf, findAlignments, preview, publish, withdraw } = credentialRegistry;
  if (!addressOf || !findAlignments || !preview || !publish || !withdraw) throw new Error('it publishes');
  let practice: PracticeRegistry;
  beforeAll(async () => {
    practice = await startPracticeRegistry();
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const opened = (over: Partial<Connection> = {}, delivery: Delivery = { organisation }): Connection => {
    const to = connectionTo(practice.url, 'credential-registry', { token: 'key-1', write: writeFormat, ...over });
    return { ...to, registry: { ...to.registry, delivery } };
  };
  const refusing = () =>
    publicationOf(
      newAlignment({
        resource: { address: 'https://a.example/', fields: { title: [{ value: 'refuse me', by: 'json-ld' }] } },
      }),
    );
  const asked = () => practice.received().map(({ method, path }) => `${method} ${path}`);

  it('tries a dry run before it publishes, and stores the page as one learning opportunity', async () => {
    const before = practice.received().length;
    const { uri } = await publish(opened(), publication(), patient);
    const path = new URL(uri).pathname;
    expect(asked().slice(before)).toEqual([
      `GET ${path}`,
      'POST /assistant/learningopportunity/format',
      'POST /assistant/learningopportunity/publish',
    ]);
    const held = (await (await fetch(uri)).json()) as Record<string, { 'ceterms:targetNode': string }[]>;
    expect(held['ceterms:teaches']?.map((one) => one['ceterms:targetNode'])).toEqual([foundSkill().uri]);
    expect(held['ceterms:assesses']?.map((one) => one['ceterms:targetNode'])).toEqual([
      'https://skills.example/api/skills/ratio',
    ]);
    expect(held['ceterms:name']).toEqual({ en: 'Reading a graph' });
    expect(held['ceterms:offeredBy']).toEqual([`${practice.url}/resources/${organisation}`]);
  });

  it('publishes nothing where the dry run says no, and tells why', async () => {
    const before = practice.received().length;
    const error = await failureOf(publish(opened(), refusing(), patient));
    expect([error.reason, error.problem.code]).toEqual(['refused', 'R342']);
    expect(error.problem.message).toContain('The name is a test.');
    expect(asked().slice(before)).not.toContain('POST /assistant/learningopportunity/publish');
    const shown = await preview(opened(), refusing(), patient);
    expect(shown.dryRun).toEqual({ outcome: 'refused', said: expect.stringContaining('The name is a test.') });
  });

  it('shows what a dry run says, and shows the request also where there was none', async () => {
    expect((await preview(opened(), publication(), patient)).dryRun?.outcome).toBe('accepted');
    expect((await preview(opened({ token: undefined }), publication(), patient)).dryRun).toBeUndefined();
    practice.order({ faults: [{ kind: 'status', status: 503 }] });
    const shown = await preview(opened(), publication(), patient);
    expect([shown.method, shown.dryRun?.outcome]).toEqual(['POST', 'none']);
  });

  it('takes a missing key for the key’s fault, not the page’s', async () => {
    const error = await failureOf(publish(opened({ token: undefined }), publication(), patient));
    expect([error.reason, error.problem.code]).toEqual(['unauthorised', 'R401']);
  });

  it('publishes a page anew where it says something else, under the CTID that it has', async () => {
    const { uri } = await publish(opened(), publication(), patient);
    const less = publicationOf(newAlignment());
    expect(await publish(opened(), less, patient)).toEqual({ uri, sent: true });
    expect(await (await fetch(uri)).json()).not.toHaveProperty('ceterms:assesses');
  });

  it('gives each organisation a page of its own', () => {
    const other = opened({}, { organisation: 'ce-99999999-2222-4333-8444-555555555555' });
    expect(addressOf(other, publication())).not.toBe(addressOf(opened(), publication()));
  });

  it('takes a page back, also a second time', async () => {
    const { uri } = await publish(opened(), publication(), patient);
    await withdraw(opened(), uri, patient);
    expect((await fetch(uri)).status).toBe(404);
    await withdraw(opened(), uri, patient);
  });

  it('finds what was published of a page, and tells its own organisation’s from others’', async () => {
    await publish(opened(), publication(), patient);
    const found = await findAlignments(opened(), publication().resource.address, patient);
    expect(found.map(({ relation, skill, own }) => [relation, skill.name, own])).toEqual([
      ['teaches', 'Slope', true],
      ['assesses', 'Ratio', true],
    ]);
    expect(found[0]?.by).toBe(`${practice.url}/resources/${organisation}`);
    const stranger = opened({}, { organisation: 'ce-99999999-2222-4333-8444-555555555555' });
    const theirs = await findAlignments(stranger, publication().resource.address, patient);
    expect(theirs.map(({ own }) => own)).toEqual([false, false]);
    expect(await findAlignments(opened(), 'https://lessons.example/other', patient)).toEqual([]);
  });

  it('asks for a key before it looks for what was published of a page', async () => {
    const before = practice.requests().length;
    const error = await failureOf(findAlignments(opened({ token: undefined }), 'https://a.example/', patient));
    expect([error.problem.code, practice.requests().length]).toEqual(['R345', before]);
  });

  it.each([
    [{}, 'R340'],
    [{ organisation: 'Harbour College' }, 'R341'],
  ])('sends nothing for %j', async (delivery, code) => {
    const before = practice.requests().length;
    const error = await failureOf(publish(opened({}, delivery), publication(), patient));
    expect([error.problem.code, practice.requests().length]).toEqual([code, before]);
  });

  it('says that CTDL has no property for a page’s alignments, and sends nothing', async () => {
    const before = practice.requests().length;
    const mute = publicationOf(newAlignment({ choice: { relation: 'readingLevel', fit: 'exact' } }));
    expect((await failureOf(publish(opened(), mute, patient))).problem.code).toBe('R343');
    expect(practice.requests()).toHaveLength(before);
  });
});
