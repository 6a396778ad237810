import { describe, expect, it } from 'vitest';
import { ctdlAsn } from '../../lib/skill-documents/ctdl-asn.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({ document: ctdlAsn, skills: { 'graph.json': 5, 'plain-graph.json': 2, 'resource.json': 1 } });

const resource = (n: number) =>
  `https://credentialengineregistry.org/resources/ce-7c1d0000-0000-4000-8000-${`${n}`.padStart(12, '0')}`;

describe('a competency framework of CTDL-ASN', () => {
  it('comes with its publisher, licence and state', async () => {
    const { frameworks } = await readAll(ctdlAsn, fixture('ctdl-asn', 'graph.json'));
    expect(frameworks).toEqual([
      {
        uri: resource(1),
        name: 'Bakery',
        description: 'What bakers do.',
        publisher: 'Guild',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        language: 'en-US',
        status: 'draft',
        modified: '2026-01-01',
      },
    ]);
  });

  it('keeps its tree in the order of hasTopChild and hasChild, and leaves headings out', async () => {
    const { skills, warnings } = await readAll(ctdlAsn, fixture('ctdl-asn', 'graph.json'));
    expect(
      skills.map(({ uri, parent, position }) => [Number(uri.slice(-2)), parent && Number(parent.slice(-2)), position]),
    ).toEqual([
      [2, undefined, 1],
      [3, undefined, 0],
      [4, 2, 1],
      [5, 2, 0],
      [7, undefined, undefined],
    ]);
    expect(countsOf(warnings)).toEqual({ I433: 1 });
  });

  it('is read in the language asked for, and in its own otherwise', async () => {
    const own = await readAll(ctdlAsn, fixture('ctdl-asn', 'graph.json'));
    expect(own.skills[0]).toMatchObject({
      name: 'Kneading',
      keywords: ['dough', 'hands'],
      language: 'en-us',
      code: 'B.1',
    });
    const german = await readAll(ctdlAsn, fixture('ctdl-asn', 'graph.json'), { language: 'de-AT' });
    expect(german.skills[0]).toMatchObject({
      name: 'Kneten',
      statement: 'Knetet Teig.',
      keywords: ['Teig'],
      language: 'de',
    });
    expect(german.skills[1]?.statement).toBe('Shapes loaves.');
    expect(german.frameworks[0]?.name).toBe('Bäckerei');
  });

  it('takes texts in any form, levels by their words, and exact alignments as the same skill', async () => {
    const { skills } = await readAll(ctdlAsn, fixture('ctdl-asn', 'graph.json'));
    expect(skills[0]?.sameAs).toEqual(['https://other.example/skills/knead']);
    expect(skills[1]).toMatchObject({ category: 'Shaping', level: 'Beginner' });
    expect(skills[2]?.statement).toBe('Kneads by hand.');
    expect(skills[3]).toMatchObject({ statement: 'Kneads by machine.', language: 'en' });
  });

  it('without a context or a framework is read all the same, and knows its twin in the registry by its CTID', async () => {
    const { frameworks, skills } = await readAll(ctdlAsn, fixture('ctdl-asn', 'plain-graph.json'));
    expect(frameworks).toMatchObject([{ name: 'plain-graph' }]);
    expect(skills[0]?.sameAs).toEqual([resource(8)]);
    expect(skills[1]?.parent).toBe(skills[0]?.uri);
  });

  it('stands behind a single competency, too', async () => {
    const { frameworks, skills } = await readAll(ctdlAsn, fixture('ctdl-asn', 'resource.json'));
    expect(frameworks).toEqual([{ uri: resource(1), name: 'resource' }]);
    expect(skills[0]).toMatchObject({ uri: resource(9), statement: 'Stands alone.' });
  });
});

const published: [string, number][] = [
  ['ONET_Abilities_Competency_Framework_9-27-19.json', 71],
  ['ONET_Basic_Skills_Competency_Framework_9-27-19.json', 12],
  ['ONET_Cross-Functional_Skills_Competency_Framework_9-27-19.json', 30],
  ['ONET_Knowledge_Competency_Framework_9-27-19.json', 41],
];
noticeLeftOut('published frameworks and credentials', published.length + 2);

describe.skipIf(!hasShared)('published frameworks', () => {
  it.each(published)('%s holds %i competencies', async (file, count) => {
    const { frameworks, skills, warnings } = await readAll(ctdlAsn, sharedDocument(`registries/ctdl-asn/${file}`));
    expect([skills.length, warnings]).toEqual([count, []]);
    expect(frameworks[0]?.license).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  it('Connecting Credentials holds its competencies without the headings that have nothing below them', async () => {
    const source = sharedDocument('registries/ctdl-asn/ConnectingCredentials.json');
    const { skills, warnings } = await readAll(ctdlAsn, source);
    const leftOut = warnings.reduce((sum, { count }) => sum + count, 0);
    const all = JSON.parse(await source.body.text())['@graph'] as { '@type': string }[];
    expect(skills.length + leftOut).toBe(all.filter((node) => node['@type'] === 'ceasn:Competency').length);
    expect(skills.filter(({ parent }) => !parent)).toHaveLength(2);
  });

  it('a credential that holds competencies is no framework', async () => {
    const source = sharedDocument('registries/ctdl-asn/CTDLinOB_s_2_1_StandaloneCompetence.json');
    expect(await recognise(source)).toBeUndefined();
  });
});
