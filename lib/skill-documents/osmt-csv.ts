import type { Occupation, Skill } from '../domain/skill.ts';
import { partsOf, wordsOf } from './cells.ts';
import { hasHeadings } from './headings.ts';
import { newLineTally } from './line-tally.ts';
import { frameworkOfSource, namedUri } from './named-uri.ts';
import type { SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { openTable, type Table } from './table.ts';
import { tableOf } from './table-sample.ts';
import { type TableReading, tableSkills } from './table-skills.ts';

/**
 * The columns of OSMT's tables. The first name is that of the export of version 3 and of what its screens upload, the others
 * are those of version 2 and of the importer for the command line (docs/csv-schema-*.csvs, io/csv/*.kt).
 */
const columns = {
  address: ['Canonical URL'],
  name: ['RSD Name', 'Skill Name'],
  statement: ['Skill Statement', 'Contextualized Skill Statement'],
  categories: ['Categories', 'Category', 'Skill Categories'],
  keywords: ['Keywords'],
  occupations: [
    ['Detailed Occupations', 'BLS Detailed Occupation'],
    ['O*NET Job Codes', 'O*NET Job Role'],
  ],
} as const;

/** OSMT joins lists by this (and puts a space behind it in exports). */
const listSeparator = ';';

/**
 * Rich Skill Descriptors as OSMT's tables, exported or made to be uploaded. A skill without a canonical URL gets a
 * `urn:uuid:` made from the framework's uri, its name and its statement, so that the same file gives the same ones again.
 * Authors, standards, certifications, employers and alignments, numbered or not, have no place in a skill.
 */
export const osmtCsv: SkillDocument = {
  id: 'osmt-csv',
  label: 'OSMT table (CSV)',

  recognises(sample) {
    return hasHeadings(tableOf(sample).headings, columns.name, columns.statement);
  },

  async read(source, { signal } = {}) {
    const table = await openTable(source, signal);
    const framework = frameworkOfSource(source);
    const tally = newLineTally();
    const skillsOf = descriptorsOf(table, framework);
    const skills = tableSkills({ table, name: source.name, tally, skillsOf, signal });
    return { frameworks: [{ framework, skills }], warnings: tally.warnings };
  },
};

function descriptorsOf(table: Table, framework: { uri: string; name: string }): TableReading['skillsOf'] {
  const addressIn = table.column(...columns.address);
  const nameIn = table.requiredColumn(...columns.name);
  const statementIn = table.requiredColumn(...columns.statement);
  const categoriesIn = table.column(...columns.categories);
  const keywordsIn = table.column(...columns.keywords);
  const occupationsIn = columns.occupations.map((names) => table.column(...names));
  return (row, tally) => {
    const words = wordsOf(nameIn(row), statementIn(row));
    if (!words) {
      tally.count('I442', row.line);
      return [];
    }
    // Development servers of OSMT before 3.0 wrote addresses such as `-http://localhost:8080/api/skills/...`.
    const address = addressIn(row).replace(/^-+/, '');
    const uri = skillUri(address);
    if (address && !uri) tally.count('I443', row.line);
    const [category] = partsOf(categoriesIn(row), listSeparator);
    const occupations = occupationsIn.flatMap((column) => partsOf(column(row), listSeparator));
    const skill: Skill = {
      uri: uri ?? namedUri(framework.uri, words.name, words.statement),
      ...words,
      type: 'RichSkillDescriptor',
      framework,
      ...(category && { category }),
      keywords: partsOf(keywordsIn(row), listSeparator),
      ...(occupations.length > 0 && { occupations: occupationsOf(occupations) }),
    };
    return [{ skill }];
  };
}

/** Exports write bare codes, the command line's importer takes codes with or without a title behind them. */
function occupationsOf(texts: string[]): Occupation[] {
  const byCode = new Map<string, Occupation>();
  for (const text of texts) {
    const [, code = text, name = ''] = /^(\d\d-\d{4}(?:\.\d\d)?)[\s:–-]*(.*)$/.exec(text) ?? [];
    if (!byCode.has(code)) byCode.set(code, { code, ...(name && { name }) });
  }
  return [...byCode.values()];
}
