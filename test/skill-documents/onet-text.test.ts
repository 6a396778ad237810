import { describe, expect, it } from 'vitest';
import { recognise } from '../../lib/skill-documents/index.ts';
import { onetText } from '../../lib/skill-documents/onet-text.ts';
import { onetTwins } from '../../lib/skill-documents/onet-twins.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({
  document: onetText,
  skills: {
    'Content_Model_Reference.txt': 4,
    'DWA_Reference.txt': 3,
    'DWA_Reference_text.txt': 1,
    'IWA_Reference.txt': 1,
    'Knowledge.txt': 2,
    'Task_Statements.txt': 2,
    'Technology_Skills.csv': 2,
  },
  mayBeCut: true,
});

describe('tables of O*NET', () => {
  it('of the content model hold what can be learned as a tree, by the pages of O*NET OnLine and the identifiers that O*NET published', async () => {
    const { frameworks, skills, warnings } = await readAll(
      onetText,
      fixture('onet-text', 'Content_Model_Reference.txt'),
    );
    expect(frameworks).toMatchObject([
      { uri: 'https://www.onetcenter.org/database.html#content-model', name: 'O*NET: Content Model', language: 'en' },
    ]);
    expect(skills.map(({ code, type, parent }) => [code, type, parent])).toEqual([
      ['2.A', 'skill', undefined],
      ['2.A.1', 'skill', skills[0]?.uri],
      ['2.A.1.a', 'skill', skills[1]?.uri],
      ['4.A.9', 'work activity', undefined],
    ]);
    expect(skills[2]).toMatchObject({
      uri: 'https://www.onetonline.org/find/descriptor/result/2.A.1.a',
      name: 'Reading Comprehension',
      statement: 'Understanding what is written for work.',
      sameAs: ['https://www.onetcenter.org/ctdlasn/resources/ce-07c260d5-9119-11e8-b852-782bcb5df6ac'],
    });
    expect(skills[3]?.uri).toBe('https://www.onetonline.org/find/descriptor/result/4.A.9');
    expect(countsOf(warnings)).toEqual({ I445: 3 });
  });

  it('of ratings give each element once, under the title of what they rate', async () => {
    const { frameworks, skills, warnings } = await readAll(onetText, fixture('onet-text', 'Knowledge.txt'));
    expect(frameworks[0]?.name).toBe('O*NET: Knowledge');
    expect(skills.map(({ name, type }) => [name, type])).toEqual([
      ['Administration and Management', 'knowledge'],
      ['Fine Arts', 'knowledge'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('of tasks take quotation marks inside as they are, cut long names at a word, and keep the occupation', async () => {
    const { skills } = await readAll(onetText, fixture('onet-text', 'Task_Statements.txt'));
    expect(skills[0]).toMatchObject({
      name: 'Conduct "dry runs" of the watering, row by row.',
      code: '9001',
      level: 'Core',
      occupations: [{ code: '45-2092.00' }],
    });
    expect(skills[1]?.name).toBe(
      'Keep a book of all that was sown, planted, watered, fed, cut and harvested in each of the…',
    );
    expect(skills[1]?.statement).toMatch(/by day and by hand\.$/);
  });

  it('of technologies give each once, whatever occupations use it', async () => {
    const { skills } = await readAll(onetText, fixture('onet-text', 'Technology_Skills.csv'));
    expect(skills.map(({ name, category }) => [name, category])).toEqual([
      ['Example Bed Planner', 'Data base user interface and query software'],
      ['Pipes, Drawn', 'Computer aided design CAD software'],
    ]);
  });

  it('of detailed activities stand below the intermediate ones where those have titles, by the same uris in each table', async () => {
    const whole = await readAll(onetText, fixture('onet-text', 'DWA_Reference.txt'));
    expect(whole.skills.map(({ code, parent }) => [code, parent])).toEqual([
      ['4.A.1.a.1.I01', undefined],
      ['4.A.1.a.1.I01.D01', whole.skills[0]?.uri],
      ['4.A.1.a.1.I01.D02', whole.skills[0]?.uri],
    ]);
    const [bare] = (await readAll(onetText, fixture('onet-text', 'DWA_Reference_text.txt'))).skills;
    const [broad] = (await readAll(onetText, fixture('onet-text', 'IWA_Reference.txt'))).skills;
    expect([broad?.uri, bare?.uri]).toEqual(whole.skills.slice(0, 2).map(({ uri }) => uri));
  });

  it('of what nobody can learn end in a problem', async () => {
    const table =
      'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n11-1011.00\t1.B.1.a\tRealistic\tOI\t1.0\n';
    await expect(readAll(onetText, documentFrom('Interests.txt', table))).rejects.toMatchObject({
      problem: { code: 'I412' },
    });
  });

  const real: [path: string, skills: number][] = [
    ['registries/onet/db_29_3/Content_Model_Reference.txt', 236],
    ['registries/onet/db_29_3/DWA_Reference.txt.gz', 2_087 + 332],
    ['registries/onet/db_29_3/IWA_Reference.txt', 332],
    ['registries/onet/db_29_3/Task_Statements.txt.gz', 18_796],
    ['registries/onet/technology_skills_30_2.csv.gz', 8_785],
  ];
  const frameworks = ['Abilities', 'Basic_Skills', 'Cross-Functional_Skills', 'Knowledge'];
  noticeLeftOut('real tables of O*NET', real.length + frameworks.length);

  it.skipIf(!hasShared)('are read as published', async () => {
    for (const [path, count] of real) {
      const source = sharedDocument(path);
      expect((await recognise(source))?.id, path).toBe('onet-text');
      expect((await readAll(onetText, source)).skills.length, path).toBe(count);
    }
  });

  it.skipIf(!hasShared)('call elements as O*NET’s own CTDL-ASN frameworks do', async () => {
    for (const framework of frameworks) {
      const path = `registries/ctdl-asn/ONET_${framework}_Competency_Framework_9-27-19.json`;
      const { '@graph': nodes } = JSON.parse(await sharedDocument(path).body.text());
      const elements = nodes.filter((node: Record<string, string>) => node['ceasn:codedNotation']);
      expect(elements.length).toBeGreaterThan(10);
      for (const element of elements) expect(onetTwins(element['ceasn:codedNotation'])).toEqual([element['@id']]);
    }
  });
});
