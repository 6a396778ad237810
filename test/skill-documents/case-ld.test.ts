import { describe, expect, it } from 'vitest';
import { caseLd } from '../../lib/skill-documents/case-ld.ts';
import { describeDocument, readAll } from './contract.ts';
import { fixture } from './documents.ts';

describeDocument({ document: caseLd, skills: { 'graph.json': 3, 'one.json': 1, 'service-answer.json': 1 } });

describe('items of CASE without their package', () => {
  it('by the recipe of the RSD specification come with their framework, licence and exact match', async () => {
    const { frameworks, skills } = await readAll(caseLd, fixture('case-ld', 'one.json'));
    expect(frameworks).toEqual([{ uri: 'https://case.example/frameworks/sewing', name: 'Sewing' }]);
    expect(skills).toEqual([
      {
        uri: 'https://case.example/skills/5b1d0000-0000-4000-8000-000000000401',
        name: 'Hemming',
        statement: 'The learner hems a skirt by hand.',
        type: 'CFItem',
        framework: { uri: 'https://case.example/frameworks/sewing', name: 'Sewing' },
        keywords: ['hem'],
        sameAs: ['https://other.example/skills/hem'],
        language: 'en',
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ]);
  });

  it('in a graph are sorted by framework, with what the graph says of it, and keep their tree', async () => {
    const { frameworks, skills } = await readAll(caseLd, fixture('case-ld', 'graph.json'));
    expect(frameworks).toEqual([
      {
        uri: 'https://case.example/frameworks/sewing',
        name: 'Sewing, whole',
        publisher: 'Trades press',
        language: 'en',
      },
      { uri: 'https://case.example/frameworks/knitting', name: 'Knitting' },
    ]);
    expect(skills.map(({ uri, parent }) => [uri.at(-1), parent?.at(-1)])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', undefined],
    ]);
  });

  it('as the CASE service answers one are read with their associations', async () => {
    const { frameworks, skills, warnings } = await readAll(caseLd, fixture('case-ld', 'service-answer.json'));
    expect(frameworks[0]?.name).toBe('Kitchen');
    expect(skills[0]).toMatchObject({ statement: 'Boils an egg.', position: 1 });
    expect([skills[0]?.parent, warnings]).toEqual([undefined, []]);
  });
});
