import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { osmtCsv } from '../../lib/skill-documents/osmt-csv.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({
  document: osmtCsv,
  skills: { 'batch-import.csv': 1, 'export-v2.csv': 1, 'export-v3.csv': 2, 'upload.csv': 2 },
  mayBeCut: true,
});

describe('tables of OSMT', () => {
  it('come whole, with both kinds of occupation code, in the framework of their file', async () => {
    const { frameworks, skills, warnings } = await readAll(osmtCsv, fixture('osmt-csv', 'export-v3.csv'));
    expect(frameworks).toEqual([{ uri: expect.stringMatching(/^urn:uuid:/), name: 'export-v3' }]);
    expect(skills).toEqual([
      {
        uri: 'https://library.example/api/skills/0a6a7a52-53f3-4f9b-8f2e-6a7d5c0e1b01',
        name: 'Compost Turning',
        statement: 'The learner turns a compost heap so that it heats evenly, and says why.',
        type: 'RichSkillDescriptor',
        framework: frameworks[0],
        category: 'Horticulture',
        keywords: ['compost', 'heap', '"hot" composting'],
        occupations: [{ code: '45-2092' }, { code: '45-2092.00' }, { code: '45-2092.01' }],
      },
      {
        uri: 'http://localhost:8080/api/skills/0a6a7a52-53f3-4f9b-8f2e-6a7d5c0e1b02',
        name: 'Bed Planning',
        statement: 'The learner plans a bed,\nrow by row.',
        type: 'RichSkillDescriptor',
        framework: frameworks[0],
        category: 'Horticulture',
        keywords: ['bed', 'rotation'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('of version 2 and of the importer for the command line say the same under other headings', async () => {
    const [old] = (await readAll(osmtCsv, fixture('osmt-csv', 'export-v2.csv'))).skills;
    expect(old).toMatchObject({ category: 'Horticulture', keywords: ['compost', 'heap'] });
    const [batch] = (await readAll(osmtCsv, fixture('osmt-csv', 'batch-import.csv'))).skills;
    expect(batch).toMatchObject({
      name: 'Water Metering',
      statement: 'The learner reads a water meter.',
      category: 'Water',
      occupations: [
        { code: '47-2152', name: 'Plumbers' },
        { code: '47-2152.00', name: 'Plumbers' },
      ],
    });
  });

  it('without canonical URLs get uris by file, name and statement: the same again, others where one of them differs', async () => {
    const uris = async (name: string, statement: string, file = 'library.csv') => {
      const source = documentFrom(file, `RSD Name,Skill Statement\n${name},${statement}\n`);
      return (await readAll(osmtCsv, source)).skills.map(({ uri }) => uri);
    };
    const [uri] = await uris('Sowing', 'Sows seeds.');
    expect(uri).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(await uris('Sowing', 'Sows seeds.')).toEqual([uri]);
    expect(await uris('Sowing', 'Sows seed.')).not.toEqual([uri]);
    expect(await uris('Sowing!', 'Sows seeds.')).not.toEqual([uri]);
    expect(await uris('Sowing', 'Sows seeds.', 'other.csv')).not.toEqual([uri]);
  });

  it('tell of addresses that are none, of rows without words, and of rows of another width, by their lines', async () => {
    const source = documentFrom(
      'odd.csv',
      'Canonical URL,RSD Name,Skill Statement\r\njavascript:alert(1),One,\r\n,,\r\nhttps://a.example/2,,\r\nhttps://a.example/3,Two\r\n,Three,unquoted, comma\r\n,Four,,,\r\n',
    );
    const { skills, warnings } = await readAll(osmtCsv, source);
    expect(skills.map(({ name, statement }) => [name, statement])).toEqual([
      ['One', 'One'],
      ['Two', 'Two'],
      ['Four', 'Four'],
    ]);
    expect(skills[0]?.uri).toMatch(/^urn:uuid:/);
    expect(countsOf(warnings)).toEqual({ I443: 1, I442: 1, I440: 1, I441: 1 });
    expect(warnings.map(({ message }) => /Line .*/.exec(message)?.[0])).toEqual([
      'Line 2.',
      'Line 4.',
      'Line 5.',
      'Line 6.',
    ]);
  });

  noticeLeftOut('real library of OSMT', 1);

  it.skipIf(!hasShared)('give back a real library, written as OSMT exports it', async () => {
    const library = sharedDocument('registries/osmt/osmt_rsd_distinct_147.json.gz');
    const descriptors: { id: string; skillName: string; skillStatement: string; keywords?: string[] }[] = JSON.parse(
      await library.body.text(),
    );
    const rows = descriptors.map(({ id, skillName, skillStatement, keywords = [] }) => ({
      'Canonical URL': id,
      'RSD Name': skillName,
      'Skill Statement': skillStatement,
      Keywords: keywords.join('; '),
    }));
    const { skills, warnings } = await readAll(
      osmtCsv,
      documentFrom('library.csv', Papa.unparse(rows, { quotes: true })),
    );
    expect(skills.length).toBe(147);
    expect(skills.map(({ uri, name }) => [uri, name])).toEqual(
      descriptors.map(({ id, skillName }) => [id.replace(/^-+/, ''), skillName.trim()]),
    );
    expect(warnings).toEqual([]);
  });
});
