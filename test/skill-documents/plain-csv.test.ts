import { describe, expect, it } from 'vitest';
import { recognise } from '../../lib/skill-documents/index.ts';
import { plainCsv } from '../../lib/skill-documents/plain-csv.ts';
import { tableIn } from '../../lib/skill-documents/table-sample.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture } from './documents.ts';

const columns = {
  name: 'Skill',
  statement: 'Description',
  code: 'No.',
  category: 'Area',
  keywords: 'Tags',
  level: 'Grade',
  parent: 'Part of',
};

describeDocument({ document: plainCsv, skills: { 'team.csv': 3 }, options: { columns }, mayBeCut: true });

describe('any other table', () => {
  it('is read by what is said of its columns, with rows below others by code, and formulas as text', async () => {
    const { frameworks, skills, warnings } = await readAll(plainCsv, fixture('plain-csv', 'team.csv'), { columns });
    expect(frameworks).toEqual([{ uri: expect.stringMatching(/^urn:uuid:/), name: 'team' }]);
    expect(skills[0]).toEqual({
      uri: expect.stringMatching(/^urn:uuid:/),
      name: 'Sowing',
      statement: 'Sows seeds at the right depth.',
      code: 'S1',
      type: 'Skill',
      framework: frameworks[0],
      category: 'Garden',
      keywords: ['seed', 'depth'],
      level: '5',
      parent: skills[1]?.uri,
    });
    expect(skills[2]).toMatchObject({ name: '=HYPERLINK("https://evil.example")', keywords: ['@sum'] });
    expect(warnings).toEqual([]);
  });

  it('is asked for its columns, and for those that it does not have', async () => {
    await expect(plainCsv.read(fixture('plain-csv', 'team.csv'))).rejects.toMatchObject({ problem: { code: 'I417' } });
    const wrong = { columns: { name: 'Skill', statement: 'Nothing' } };
    await expect(plainCsv.read(fixture('plain-csv', 'team.csv'), wrong)).rejects.toMatchObject({
      problem: { code: 'I416', message: expect.stringContaining('“Nothing”') },
    });
  });

  it('puts rows below others by name or by address', async () => {
    const byName = documentFrom('n.csv', 'Name,Above\nTop,\nLow,Top\nLost,Nobody\n');
    const named = await readAll(plainCsv, byName, { columns: { name: 'Name', parent: 'Above' } });
    expect(named.skills.map(({ parent }) => parent)).toEqual([undefined, named.skills[0]?.uri, undefined]);
    expect(countsOf(named.warnings)).toEqual({ I444: 1 });
    const byUri = documentFrom(
      'u.csv',
      'Name,Link,Above\nLow,https://a.example/2,https://a.example/1\nTop,https://a.example/1,\n',
    );
    const linked = await readAll(plainCsv, byUri, { columns: { name: 'Name', uri: 'Link', parent: 'Above' } });
    expect(linked.skills[0]).toMatchObject({ uri: 'https://a.example/2', parent: 'https://a.example/1' });
  });

  it('is taken for a table by its shape alone', async () => {
    const kinds: [text: string, kind: string | undefined][] = [
      ['a|b\n1|2\n', 'plain-csv'],
      ['Skill name\nWelding\nSewing\n', 'plain-csv'],
      ['Shopping\nMilk\nBread\n', undefined],
      ['Dear all,\nas said before, it rains, and it pours.\nYours, me\n', undefined],
      ['{"a": 1,\n"b": 2}', undefined],
      ['only,headings\n', undefined],
    ];
    for (const [text, kind] of kinds) expect((await recognise(documentFrom('x', text)))?.id, text).toBe(kind);
  });

  it('shows headings by names of their own and its first rows, one cell a heading', async () => {
    const source = documentFrom('x.csv', 'Name,,Name\nA,b,c,\nD\n\n');
    expect(await tableIn(source)).toEqual({
      headings: ['Name', 'Column 2', 'Name (column 3)'],
      rows: [
        ['A', 'b', 'c'],
        ['D', '', ''],
      ],
    });
  });
});
