import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Skill } from '../../lib/domain/skill.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { esco } from '../../lib/registries/esco.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, hasRecorded, patient, recorded } from './support.ts';

const base = (url: string) => `${url}/esco/api`;
const scheme = 'http://data.europa.eu/esco/concept-scheme/skills';
const chartReading = 'http://data.europa.eu/esco/skill/11111111-1111-4111-8111-111111111111';

adapterContract({
  kind: 'esco',
  adapter: esco,
  base,
  query: 'chart',
  pasted: (url) => `${url}/esco/api/resource/skill?uri=${encodeURIComponent(chartReading)}&language=en`,
  moreCalls: (connection) => ({
    listChildren: (signal) => esco.listChildren?.(connection, scheme, signal) ?? Promise.resolve(),
  }),
});

/** A connection whose network answers one thing, and the addresses that were asked for. */
function answering(body: unknown): { connection: Connection; asked: URL[] } {
  const asked: URL[] = [];
  const connection = connectionAnswering('esco', ({ url }) => {
    asked.push(new URL(url));
    return Response.json(body);
  });
  return { connection, asked };
}

async function one(resource: Record<string, unknown>, language?: string): Promise<Skill | undefined> {
  const { connection } = answering({ uri: chartReading, title: 'x', ...resource });
  const registry = { ...connection.registry, ...(language && { language }) };
  return esco.getSkill?.({ ...connection, registry }, chartReading, patient);
}

describe('ESCO', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
    connection = connectionTo(base(practice.url), 'esco');
  });
  beforeEach(() => practice.order({ clear: true }));
  afterAll(() => practice.close());

  function inLanguage(language: string, version?: string): Connection {
    return { ...connection, registry: { ...connection.registry, language, ...(version && { version }) } };
  }

  it('finds a row whose address stands among its links alone', async () => {
    const page = await esco.search?.(connection, { text: 'chart', limit: 10 }, patient);
    expect(page).toMatchObject({ total: 2, skills: [{ uri: chartReading }, { name: 'Chart Choice' }] });
  });

  it('always names the release and the language', async () => {
    await esco.search?.(connection, { text: 'chart', limit: 1 }, patient);
    await esco.search?.(inLanguage('fr', 'v1.1.2'), { text: 'chart', limit: 1 }, patient);
    const [plain, chosen] = practice
      .requests()
      .slice(-2)
      .map(({ path }) => new URL(path, practice.url).searchParams);
    expect([plain?.get('selectedVersion'), plain?.get('language')]).toEqual(['v1.2.0', 'en']);
    expect([chosen?.get('selectedVersion'), chosen?.get('language')]).toEqual(['v1.1.2', 'fr']);
  });

  it('counts pages, not rows, where more is wanted than a page holds', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      uri: `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      title: `Skill ${index}`,
    }));
    const { connection: endless, asked } = answering({ total: 13_939, _embedded: { results: rows } });
    const page = await esco.search?.(endless, { text: '', limit: 250 }, patient);
    expect(page?.skills).toHaveLength(250);
    expect(asked.map(({ searchParams }) => [searchParams.get('limit'), searchParams.get('offset')])).toEqual([
      ['100', '0'],
      ['100', '1'],
      ['100', '2'],
    ]);
  });

  it('asks again once where the server stumbles, and no third time', async () => {
    practice.order({ faults: [{ kind: 'status', status: 500, times: 1 }] });
    const page = await esco.search?.(connection, { text: 'chart', limit: 1 }, patient);
    expect(page?.skills).toHaveLength(1);
    const before = practice.requests().length;
    practice.order({ clear: true, faults: [{ kind: 'status', status: 500 }] });
    await failureOf(esco.search?.(connection, { text: 'chart', limit: 1 }, patient) ?? Promise.resolve());
    expect(practice.requests().length - before).toBe(2);
  });

  it('stops waiting for the second try when it is aborted', async () => {
    const controller = new AbortController();
    const stumbling = connectionAnswering('esco', () => {
      queueMicrotask(() => controller.abort('changed my mind'));
      return new Response('', { status: 500 });
    });
    await expect(esco.search?.(stumbling, { text: 'x', limit: 1 }, controller.signal)).rejects.toBe('changed my mind');
  });

  it('answers one skill in full: group, reuse level, kind, other labels', async () => {
    const skill = await esco.getSkill?.(connection, chartReading, patient);
    expect(skill).toEqual({
      uri: chartReading,
      name: 'Chart Reading',
      statement: 'Read values and trends from bar and line charts.',
      type: 'skill/competence',
      framework: { uri: scheme, name: 'ESCO' },
      category: 'Data',
      keywords: ['Charts', 'Data literacy', 'WGUSID: 1'],
      level: 'cross-sector',
      parent: 'http://data.europa.eu/esco/skill/S1',
      language: 'en',
      license: 'http://data.europa.eu/eli/dec/2011/833/oj',
    });
  });

  it('answers it in the language of the registry, with what is not translated in English', async () => {
    const skill = await esco.getSkill?.(inLanguage('fr'), chartReading, patient);
    expect(skill).toMatchObject({
      name: 'Chart Reading (fr)',
      language: 'fr',
      statement: 'Read values and trends from bar and line charts.',
    });
  });

  it('lists the classification with what has to be said of it', async () => {
    expect(await esco.listFrameworks?.(connection, undefined, patient)).toMatchObject({
      total: 1,
      frameworks: [
        {
          uri: scheme,
          version: 'v1.2.0',
          attribution: 'This service uses the ESCO classification of the European Commission.',
        },
      ],
    });
  });

  it('opens level by level: the scheme, its groups, their skills', async () => {
    const groups = await esco.listChildren?.(connection, scheme, patient);
    expect(groups?.map(({ code, name, type }) => [code, name, type])).toEqual([
      ['S1', 'Data', 'Concept'],
      ['S2', 'Computing', 'Concept'],
      ['S3', 'Numeracy', 'Concept'],
    ]);
    const below = await esco.listChildren?.(connection, groups?.[1]?.uri ?? '', patient);
    expect(below).toMatchObject([{ name: 'Data Cleaning in Python', type: 'Skill' }]);
  });

  it('takes the group of language skills for a group, though it has a UUID as skills have', async () => {
    const uri = 'http://data.europa.eu/esco/skill/e35a5936-091d-4e87-bafe-f264e55bd656';
    const languages = connectionAnswering('esco', ({ url }) =>
      url.includes('/resource/concept?')
        ? Response.json({ uri, title: 'languages', _links: { narrowerConcept: { uri: `${scheme}x`, title: 'Irish' } } })
        : Response.json({ logref: 'ResourceNotFoundException', status: 404, message: 'None' }, { status: 404 }),
    );
    expect(await esco.listChildren?.(languages, uri, patient)).toMatchObject([{ name: 'Irish' }]);
  });

  it('names the version as the step at which a test with an unknown release stops', async () => {
    const { steps, problem } = await esco.testConnection(inLanguage('en', 'v9.9'), patient);
    expect(steps.at(-1)).toEqual({ step: 'version', state: 'failed', saying: 'notKept' });
    expect(problem).toMatchObject({ code: 'R335', message: expect.stringContaining('“v9.9”') });
  });
});

describe('ESCO resources', () => {
  it('tell what became of a skill', async () => {
    expect(await one({ status: 'released' })).not.toHaveProperty('status');
    expect(await one({ status: 'obsolete' })).toMatchObject({ status: 'deprecated' });
    expect(await one({ status: 'obsolete', _links: { isReplacedBy: [{ uri: `${chartReading}0` }] } })).toMatchObject({
      status: 'replaced',
      replacedBy: `${chartReading}0`,
    });
  });

  it('are read in another variety of the language, in English, or in the first there is', async () => {
    const preferredLabel = { de: 'Lesen', 'pt-BR': 'Ler', en: 'Reading' };
    expect(await one({ preferredLabel }, 'pt')).toMatchObject({ name: 'Ler', language: 'pt-BR' });
    expect(await one({ preferredLabel }, 'fr')).toMatchObject({ name: 'Reading', language: 'en' });
    expect(await one({ preferredLabel: { de: 'Lesen' } }, 'fr')).toMatchObject({ name: 'Lesen', language: 'de' });
  });

  it('lose links that lead out of ESCO, and keep the rest', async () => {
    const links = { broaderSkill: [{ uri: 'javascript:alert(1)' }, { uri: `${scheme}/a`, title: 'A' }, 7, null] };
    expect(await one({ _links: links })).toMatchObject({ parent: `${scheme}/a`, category: 'A' });
    expect(await one({ _links: 'none' })).toMatchObject({ name: 'x' });
  });

  it('keep no prototype that an answer brings along', async () => {
    const body = `{"uri":"${chartReading}","title":"x","__proto__":{"code":"S1"},"_links":{"__proto__":{"self":1}}}`;
    const connection = connectionAnswering('esco', () => new Response(body));
    const skill = await esco.getSkill?.(connection, chartReading, patient);
    expect(Skill.parse(skill)).toEqual(skill);
    expect(skill).not.toHaveProperty('code');
  });

  it('of other places are not asked for', async () => {
    const { connection, asked } = answering({});
    const error = await failureOf(
      esco.getSkill?.(connection, 'https://x.example/esco/skill/1', patient) ?? patientFail(),
    );
    expect([error.problem.code, asked]).toEqual(['R317', []]);
  });
});

function patientFail(): Promise<never> {
  return Promise.reject(new Error('the kind lacks getSkill'));
}

describe('ESCO base address', () => {
  it.each([
    ['http://data.europa.eu/esco/skill/7111b95d-0ce3-441a-9d92-4c75d05c4388', 'https://ec.europa.eu/esco/api'],
    ['https://esco.ec.europa.eu/en/classification/skill?uri=x', 'https://ec.europa.eu/esco/api'],
    ['ec.europa.eu', 'https://ec.europa.eu/esco/api'],
    ['https://esco.example:8080/resource/skill?uri=x', 'https://esco.example:8080'],
    ['https://mirror.example/esco/api/search?text=x', 'https://mirror.example/esco/api'],
  ])('of %s is %s', (text, expected) => {
    expect(esco.baseOf(text)).toBe(expected);
  });
});

describe.skipIf(!hasRecorded(1))('the classification itself', () => {
  it('has only addresses that are taken for what they are: skills and groups', () => {
    const lines = gunzipSync(readFileSync(join(recorded, 'esco', 'skillsHierarchy_en.csv.gz'))).toString('utf8');
    const uris = [...new Set(lines.match(/http:\/\/data\.europa\.eu\/esco\/[^,"\s]+/g))];
    expect(uris.length).toBeGreaterThan(600);
    for (const uri of uris) expect(esco.baseOf(uri)).toBe('https://ec.europa.eu/esco/api');
  });
});
