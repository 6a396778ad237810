import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../lib/registries/adapter.ts';
import { lightcast } from '../../lib/registries/lightcast.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, patient } from './support.ts';

const { search, getSkill } = lightcast;
if (!search || !getSkill) throw new Error('Lightcast searches and reads');

adapterContract({
  kind: 'lightcast',
  adapter: lightcast,
  base: (url) => `${url}/lightcast`,
  query: 'a',
  pasted: (url) => `${url}/lightcast/versions/latest/skills?q=a`,
});

let practice: PracticeRegistry;
let connection: Connection;
beforeAll(async () => {
  practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')] });
  connection = connectionTo(`${practice.url}/lightcast`, 'lightcast');
});
afterAll(() => practice.close());

const row = {
  id: 'KS125LS6N7WP4S6SFTCK',
  name: 'Python (Programming Language)',
  type: { id: 'ST1', name: 'Specialized Skill' },
  infoUrl: 'https://skills.emsidata.com/skills/KS125LS6N7WP4S6SFTCK',
};

describe('the base of Lightcast', () => {
  const home = 'https://emsiservices.com/skills';
  it.each([
    ['https://lightcast.io/open-skills/skills/KS125LS6N7WP4S6SFTCK/python', home],
    ['https://skills.emsidata.com/skills/KS125LS6N7WP4S6SFTCK', home],
    ['emsiservices.com/skills/versions/latest/skills?q=x', home],
    ['https://proxy.example/lightcast/versions', 'https://proxy.example/lightcast'],
    ['https://lightcast.io.evil.example/open-skills', 'https://lightcast.io.evil.example/open-skills'],
  ])('of %s is %s', (pasted, base) => {
    expect(lightcast.baseOf(pasted)).toBe(base);
  });
});

describe('a skill of Lightcast', () => {
  const answering = (data: unknown) => connectionAnswering('lightcast', () => Response.json({ data }));

  it('has one address, whatever page a release names', async () => {
    const skill = await getSkill(answering(row), row.id, patient);
    expect(skill).toEqual({
      uri: `https://lightcast.io/open-skills/skills/${row.id}`,
      name: row.name,
      statement: row.name,
      code: row.id,
      type: 'Specialized Skill',
      framework: { uri: 'https://lightcast.io/open-skills', name: 'Lightcast Open Skills' },
      keywords: [],
      sameAs: [row.infoUrl],
      language: 'en',
    });
  });

  it.each([
    `https://skills.emsidata.com/skills/${row.id}`,
    `https://lightcast.io/open-skills/skills/${row.id}?x=1#y`,
    row.id,
  ])('is asked for by the id in %s', async (uri) => {
    let asked = '';
    const listening = connectionAnswering('lightcast', ({ url }) => {
      asked = url;
      return Response.json({ data: row });
    });
    await getSkill(listening, uri, patient);
    expect(asked).toBe(`https://registry.example/versions/latest/skills/${row.id}`);
  });

  it('has the category that is said, and none where that is null', async () => {
    const category = async (given: unknown) =>
      (await getSkill(answering({ ...row, category: given }), row.id, patient)).category;
    expect(await category({ id: 17, name: 'Information Technology' })).toBe('Information Technology');
    expect(await category({ id: 0, name: null })).toBeUndefined();
    expect(await category(null)).toBeUndefined();
  });
});

describe('searching Lightcast', () => {
  it('asks for no more than is wanted, in the release that is wanted', async () => {
    const registry = { ...connection.registry, version: '9.11' };
    const before = practice.requests().length;
    const { skills } = await search({ ...connection, registry }, { text: ' Data  ', limit: 1 }, patient);
    expect(skills).toHaveLength(1);
    const [asked] = practice.requests().slice(before);
    expect(asked?.path).toMatch(/^\/lightcast\/versions\/9\.11\/skills\?q=Data&limit=1&fields=id%2C/);
  });

  it('lists where nothing was typed', async () => {
    expect((await search(connection, { text: ' ', limit: 3 }, patient)).skills).toHaveLength(3);
  });

  it('leaves out and counts a row that it cannot read', async () => {
    const odd = connectionAnswering('lightcast', () => Response.json({ data: [row, { ...row, id: '../evil' }] }));
    expect(await search(odd, { text: 'x', limit: 5 }, patient)).toMatchObject({
      skills: [{ name: row.name }],
      skipped: 1,
    });
  });

  it('quotes what it says of a refusal', async () => {
    const registry = { ...connection.registry, version: '1.0' };
    const error = await failureOf(search({ ...connection, registry }, { text: 'x', limit: 1 }, patient));
    expect(error).toMatchObject({ reason: 'not-found', problem: { code: 'R404' } });
    expect(error.problem.message).toContain('It said: “Version not found”');
  });
});

it('names the release in its connection test', async () => {
  const { steps } = await lightcast.testConnection(connection, patient);
  expect(steps.at(-1)).toEqual({ step: 'version', state: 'done', saying: '9.12' });
});
