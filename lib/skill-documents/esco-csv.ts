import type { Framework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import { partsOf, wordsOf } from './cells.ts';
import { hasHeadings } from './headings.ts';
import { newLineTally } from './line-tally.ts';
import { frameworkOfSource, namedUri } from './named-uri.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { openTable, type Table } from './table.ts';
import { tableOf } from './table-sample.ts';
import { type TableReading, tableSkills } from './table-skills.ts';

/** Columns by which the tables of skills are told from those of occupations and groups; English in every language. */
const marks = [['conceptUri'], ['preferredLabel'], ['skillType']];

/** Broader concepts and their labels: the first names are those of the collections. */
const broader = { uris: ['broaderConceptUri', 'broaderUris'], labels: ['broaderConceptPT', 'groupLabel'] };

/** What is the same in each of ESCO's tables. */
const esco = {
  publisher: 'European Commission',
  license: 'Reuse is free where the source is named (Commission Decision 2011/833/EU).',
  attribution: 'This service uses the ESCO classification of the European Commission.',
} satisfies Partial<Framework>;

/** Languages of ESCO's tables (version 1.2). */
const languages = new Set(
  'ar bg cs da de el en es et fi fr ga hr hu is it lt lv mt nl no pl pt ro sk sl sv uk'.split(' '),
);

/** Lists are joined by line ends in the tables of skills, by ` | ` in those of collections. */
const listSeparator = /\r\n|\n|\r|\s\|\s/;

/**
 * ESCO's tables of skills, as downloaded in any language and version, whose columns stand in another order from one file to
 * the next; and its collections (digital, green, transversal, language skills), which are frameworks of their own here. No
 * table says in which language it is; its file's name does (`skills_de.csv`).
 */
export const escoCsv: SkillDocument = {
  id: 'esco-csv',
  label: 'ESCO table (CSV)',

  recognises(sample) {
    return hasHeadings(tableOf(sample).headings, ...marks);
  },

  async read(source, { signal } = {}) {
    const table = await openTable(source, signal);
    const framework = frameworkOf(table, source);
    const tally = newLineTally();
    const skillsOf = conceptsOf(table, framework);
    const parentsAnywhere = hasHeadings(table.headings, broader.uris);
    const skills = tableSkills({
      table,
      name: source.name,
      tally,
      skillsOf,
      parentsAnywhere,
      isPart: true,
      signal,
    });
    return { frameworks: [{ framework, skills }], warnings: tally.warnings };
  },
};

function frameworkOf({ headings }: Table, source: DocumentSource): Framework {
  const language = languageOf(source.name);
  const isCollection = hasHeadings(headings, ['broaderConceptPT']);
  const { uri, name } = frameworkOfSource(source);
  return {
    ...(isCollection
      ? { uri, name: `ESCO: ${name}` }
      : { uri: 'http://data.europa.eu/esco/concept-scheme/skills', name: 'ESCO' }),
    ...esco,
    ...(language && { language }),
  };
}

function languageOf(name: string): string | undefined {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .findLast((part) => languages.has(part));
}

function conceptsOf(table: Table, framework: Framework): TableReading['skillsOf'] {
  const uriIn = table.requiredColumn('conceptUri');
  const nameIn = table.requiredColumn('preferredLabel');
  const kindIn = table.column('conceptType');
  const statementsIn = ['description', 'definition', 'scopeNote'].map((name) => table.column(name));
  const labelsIn = ['altLabels', 'hiddenLabels'].map((name) => table.column(name));
  const typeIn = table.column('skillType');
  const levelIn = table.column('reuseLevel');
  const statusIn = table.column('status');
  const broaderIn = table.column(...broader.uris);
  const groupIn = table.column(...broader.labels);
  return (row, tally) => {
    const words = wordsOf(nameIn(row), statementsIn.map((column) => column(row)).find(Boolean) ?? '');
    if (!words || !['', 'KnowledgeSkillCompetence'].includes(kindIn(row))) {
      tally.count(words ? 'I445' : 'I442', row.line);
      return [];
    }
    const uri = skillUri(uriIn(row));
    if (!uri) tally.count('I443', row.line);
    const keywords = labelsIn.flatMap((column) => partsOf(column(row), listSeparator));
    const [category] = partsOf(groupIn(row), listSeparator);
    const level = levelIn(row);
    const skill: Skill = {
      uri: uri ?? namedUri(framework.uri, words.name, words.statement),
      ...words,
      type: typeIn(row) || 'skill/competence',
      framework: { uri: framework.uri, name: framework.name },
      ...(category && { category }),
      keywords: [...new Set(keywords)].filter((keyword) => keyword !== words.name),
      ...(level && { level }),
      ...(/^(obsolete|deprecated)$/i.test(statusIn(row)) && { status: 'deprecated' }),
      ...(framework.language && { language: framework.language }),
    };
    return [{ skill, below: partsOf(broaderIn(row), listSeparator) }];
  };
}
