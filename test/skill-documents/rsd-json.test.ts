import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rsdJson } from '../../lib/skill-documents/rsd-json.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({
  document: rsdJson,
  skills: { 'collection.json': 2, 'one.json': 1, 'osmt-collection-v3.json': 2, 'osmt-list-v2.json': 2 },
});

describe('Rich Skill Descriptors', () => {
  it('come whole, with the library that lists them, their licence and their twin in the Credential Registry', async () => {
    const { frameworks, skills } = await readAll(rsdJson, fixture('rsd-json', 'one.json'));
    expect(skills).toEqual([
      {
        uri: 'https://library.example/skills/1f0f9f6e-4c53-4a37-9c44-6d2f5c1f5a01',
        name: 'Seed Germination Testing',
        statement: 'The learner tests how many seeds of a batch germinate, using damp paper.',
        type: 'RichSkillDescriptor',
        framework: { uri: 'https://library.example', name: 'library.example' },
        category: 'Horticulture',
        keywords: ['germination', 'seed batch'],
        occupations: [{ code: '45-2092', name: 'Farmworkers and Laborers, Crop' }],
        sameAs: ['https://credentialengineregistry.org/resources/ce-1f0f9f6e-4c53-4a37-9c44-6d2f5c1f5a01'],
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ]);
    expect(frameworks).toEqual([{ uri: skills[0]?.uri, name: 'Seed Germination Testing' }]);
  });

  it('of a Collection carry its language and licence, and those named by address alone are counted', async () => {
    const { frameworks, skills, warnings } = await readAll(rsdJson, fixture('rsd-json', 'collection.json'));
    expect(frameworks).toEqual([
      {
        uri: 'https://library.example/collections/garden',
        name: 'Garden skills',
        description: 'For people who keep a school garden.',
        publisher: 'Library of examples',
        license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        language: 'en',
      },
    ]);
    expect(skills[0]).toMatchObject({
      keywords: ['compost', 'rot', 'waste'],
      language: 'en',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      framework: { uri: 'https://library.example/collections/garden', name: 'Garden skills' },
    });
    expect(skills[1]?.occupations).toEqual([{ code: '37-3013' }]);
    expect(countsOf(warnings)).toEqual({ I438: 1 });
  });

  it('of a collection of OSMT lose the dash before their address, and are marked where they are archived', async () => {
    const { frameworks, skills } = await readAll(rsdJson, fixture('rsd-json', 'osmt-collection-v3.json'));
    expect(frameworks[0]).toMatchObject({
      publisher: 'Trades board',
      status: 'draft',
      modified: '2026-01-02T03:04:05Z',
    });
    expect(skills.map(({ uri, status, category }) => [uri.slice(-3), status, category])).toEqual([
      ['011', undefined, 'Woodwork'],
      ['012', 'deprecated', undefined],
    ]);
    expect(skills[0]?.occupations).toEqual([{ code: '51-7042', name: 'Woodworking Machine Setters' }]);
    expect(skills[1]?.uri).toMatch(/^https:/);
  });

  it('of an answer of OSMT stand under their library, and those without identifier are counted', async () => {
    const { frameworks, skills, warnings } = await readAll(rsdJson, fixture('rsd-json', 'osmt-list-v2.json'));
    expect(frameworks).toEqual([{ uri: 'https://osmt.example', name: 'osmt.example' }]);
    expect(skills[0]).toMatchObject({
      status: 'draft',
      category: 'Accounting',
      occupations: [{ name: 'Billing Clerks' }],
    });
    expect(skills[1]?.framework).toEqual({
      uri: 'https://osmt.example/api/collections/0a1f5a00-55c1-4b43-8d0e-0000000000c1',
      name: 'Stores',
    });
    expect(countsOf(warnings)).toEqual({ I430: 1 });
  });

  it('are refused where one identifier stands for two', async () => {
    const row = { id: 'https://a.example/1', skillName: 'A', skillStatement: 'Does A.' };
    const source = documentFrom('twice.json', JSON.stringify([row, { ...row, id: 'https://a.example/2' }, row]));
    await expect(readAll(rsdJson, source)).rejects.toMatchObject({
      problem: { code: 'I411', message: expect.stringContaining('number 1 and number 3: “https://a.example/1”') },
    });
  });

  it('are read from the library that comes with the extension', async () => {
    const shipped = readFileSync(new URL('../../public/starter-library.json', import.meta.url), 'utf8');
    const { frameworks, skills, warnings } = await readAll(rsdJson, documentFrom('library.json', shipped));
    expect(frameworks[0]?.name).toBe('Plumbline starter library');
    expect(skills).toHaveLength(JSON.parse(shipped).skills.length);
    expect(warnings).toEqual([]);
  });
});

const recorded: [string, number][] = [
  ['api_v3_skills__uuid__get.json', 1],
  ['api_v2_skills__uuid__get.json', 1],
  ['api_v3_search_skills_post.json.gz', 50],
  ['api_v2_search_skills_post.json.gz', 50],
  ['api_v3_skills_get.json.gz', 50],
  ['api_v3_skills_filter_post.json', 4],
  ['api_v3_collections__uuid__get.json', 24],
  ['osmt_rsd_distinct_147.json.gz', 147],
];
noticeLeftOut('recorded answers of OSMT', recorded.length);

describe.skipIf(!hasShared)('recorded answers of OSMT', () => {
  it.each(recorded)('%s holds %i skills', async (file, count) => {
    const { skills, warnings } = await readAll(rsdJson, sharedDocument(`registries/osmt/${file}`));
    expect([skills.length, warnings]).toEqual([count, []]);
  });
});
