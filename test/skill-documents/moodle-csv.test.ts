import { describe, expect, it } from 'vitest';
import { moodleCsv } from '../../lib/skill-documents/moodle-csv.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture } from './documents.ts';

describeDocument({ document: moodleCsv, skills: { 'export.csv': 2, 'export_de.csv': 1 }, mayBeCut: true });

const header = 'Parent ID number,ID number,Short name,Description,Description format,Is framework';

describe('competency frameworks of Moodle', () => {
  it('come with their tree, whichever row stands first, and with descriptions as text', async () => {
    const { frameworks, skills, warnings } = await readAll(moodleCsv, fixture('moodle-csv', 'export.csv'));
    expect(frameworks).toEqual([
      {
        uri: expect.stringMatching(/^urn:uuid:/),
        name: 'Garden competencies',
        description: 'What a school garden teaches – and how.',
      },
    ]);
    const framework = { uri: frameworks[0]?.uri, name: 'Garden competencies' };
    expect(skills).toEqual([
      {
        uri: expect.stringMatching(/^urn:uuid:/),
        name: 'Mixes soil',
        statement: 'Mixes soil for seed & for plants.',
        code: 'soil-1',
        type: 'Competency',
        framework,
        keywords: [],
        parent: skills[1]?.uri,
      },
      {
        uri: expect.stringMatching(/^urn:uuid:/),
        name: 'Soil',
        statement: 'Soil < sand',
        code: 'soil',
        type: 'Competency',
        framework,
        keywords: [],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('are known in any language by the order of their columns; a parent that is missing is told', async () => {
    const { frameworks, skills, warnings } = await readAll(moodleCsv, fixture('moodle-csv', 'export_de.csv'));
    expect(frameworks[0]?.name).toBe('Gartenkompetenzen');
    expect(skills[0]).toMatchObject({ name: 'Erde mischen', statement: 'Erde für die Aussaat mischen.', code: 'erde' });
    expect(countsOf(warnings)).toEqual({});
  });

  it('are known by their ID number, whatever their file is called; by the file where no row is a framework', async () => {
    const table = `${header}\n,F,Frame,,1,1\n,a,Alpha,,1,\n`;
    const [one, other] = await Promise.all(
      ['a.csv', 'b.csv'].map((name) => readAll(moodleCsv, documentFrom(name, table))),
    );
    expect(one?.skills).toEqual(other?.skills);
    const loose = await readAll(moodleCsv, documentFrom('loose.csv', `${header}\nnobody,a,Alpha,,1,0\n`));
    expect(loose.frameworks[0]?.name).toBe('loose');
    expect(countsOf(loose.warnings)).toEqual({ I444: 1 });
  });

  it('whose competencies go in circles are cut there, so that each can be reached from the top', async () => {
    const rows = [',F,Frame,,1,1', 'b,a,Alpha,,1,', 'a,b,Beta,,1,', 'c,c,Gamma,,1,', 'a,d,Delta,,1,'];
    const { skills, warnings } = await readAll(moodleCsv, documentFrom('x.csv', [header, ...rows, ''].join('\n')));
    const codes = new Map(skills.map(({ uri, code }) => [uri, code]));
    expect(skills.map(({ code, parent }) => [code, parent && codes.get(parent)])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', undefined],
      ['d', 'a'],
    ]);
    expect(countsOf(warnings)).toEqual({ I446: 2 });
  });

  it('with one ID number on two lines are refused by both', async () => {
    const table = `${header}\n,F,Frame,,1,1\n,a,Alpha,"two\nlines",1,\n,b,Beta,,1,\n,a,Again,,1,\n`;
    await expect(readAll(moodleCsv, documentFrom('twice.csv', table))).rejects.toMatchObject({
      problem: { code: 'I411', message: expect.stringContaining('on line 3 and on line 6') },
    });
  });
});
