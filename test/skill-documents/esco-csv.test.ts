import { describe, expect, it } from 'vitest';
import { escoCsv } from '../../lib/skill-documents/esco-csv.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({
  document: escoCsv,
  skills: { 'greenSkillsCollection_de.csv': 2, 'skills_en.csv': 2 },
  mayBeCut: true,
});

describe('tables of ESCO', () => {
  it('come whole, credited, in the language that their file is named after', async () => {
    const { frameworks, skills, warnings } = await readAll(escoCsv, fixture('esco-csv', 'skills_en.csv'));
    expect(frameworks).toMatchObject([
      {
        uri: 'http://data.europa.eu/esco/concept-scheme/skills',
        name: 'ESCO',
        language: 'en',
        attribution: 'This service uses the ESCO classification of the European Commission.',
      },
    ]);
    expect(skills).toEqual([
      {
        uri: 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001',
        name: 'prune hedges',
        statement: 'Cut hedges into shape, in the right season.',
        type: 'skill/competence',
        framework: { uri: 'http://data.europa.eu/esco/concept-scheme/skills', name: 'ESCO' },
        keywords: ['trim hedges', 'cut hedges'],
        level: 'sector-specific',
        language: 'en',
      },
      {
        uri: 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000002',
        name: 'types of hedges',
        statement: 'Without trees.',
        type: 'knowledge',
        framework: { uri: 'http://data.europa.eu/esco/concept-scheme/skills', name: 'ESCO' },
        keywords: ['hedge kinds'],
        level: 'cross-sector',
        status: 'deprecated',
        language: 'en',
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('of a collection are a framework of their own, each skill below the first broader one that is in it', async () => {
    const { frameworks, skills, warnings } = await readAll(
      escoCsv,
      fixture('esco-csv', 'greenSkillsCollection_de.csv'),
    );
    expect(frameworks).toMatchObject([{ name: 'ESCO: greenSkillsCollection de', language: 'de' }]);
    expect(frameworks[0]?.uri).toMatch(/^urn:uuid:/);
    expect(skills[0]).toMatchObject({
      keywords: ['Hecken hegen', 'Hecken schneiden'],
      category: 'Grün pflegen',
      parent: skills[1]?.uri,
    });
    expect(skills[1]).not.toHaveProperty('parent');
    expect(warnings).toEqual([]);
  });

  it('leave out occupations that stand among skills', async () => {
    const source = documentFrom(
      'mixed.csv',
      'conceptType,conceptUri,preferredLabel,skillType\nOccupation,http://data.europa.eu/esco/occupation/1,gardener,\nKnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,dig,skill/competence\n',
    );
    const { skills, warnings } = await readAll(escoCsv, source);
    expect(skills.map(({ name }) => name)).toEqual(['dig']);
    expect(countsOf(warnings)).toEqual({ I445: 1 });
  });

  const real: [path: string, skills: number][] = [
    ['registries/esco/esco_skills_en_merged.csv.gz', 13_973],
    ['registries/esco/digCompSkillsCollection_en.csv.gz', 25],
    ['registries/esco/transversalSkillsCollection_en.csv.gz', 95],
  ];
  noticeLeftOut('real tables of ESCO', real.length);

  it.skipIf(!hasShared)('are read as published', async () => {
    for (const [path, count] of real) {
      const source = sharedDocument(path);
      expect((await recognise(source))?.id).toBe('esco-csv');
      const { skills } = await readAll(escoCsv, source);
      expect(skills.length, path).toBe(count);
      expect(skills.every(({ uri }) => uri.startsWith('http://data.europa.eu/esco/skill/'))).toBe(true);
    }
  });
});
