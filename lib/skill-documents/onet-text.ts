import type { Framework } from '../domain/framework.ts';
import { hasHeadings } from './headings.ts';
import { newLineTally } from './line-tally.ts';
import { activitiesOf, elementsOf, type OnetRows, partOf, tasksOf, technologiesOf } from './onet-rows.ts';
import type { SkillDocument } from './skill-document.ts';
import { openTable, type Table } from './table.ts';
import { missingColumn } from './table-problem.ts';
import { tableOf } from './table-sample.ts';
import { tableSkills } from './table-skills.ts';

/** One of the database's tables: the headings that tell it, in every edition, and how it is called. */
type OnetTable = { headings: readonly string[]; title: string; rows: OnetRows };

/** Those that hold skills. The more particular ones come first: what rates activities names elements too. */
const tables: readonly OnetTable[] = [
  { headings: ['DWA ID', 'DWA Title'], title: 'Detailed Work Activities', rows: activitiesOf },
  { headings: ['IWA ID', 'IWA Title'], title: 'Intermediate Work Activities', rows: activitiesOf },
  { headings: ['O*NET-SOC Code', 'Task ID', 'Task'], title: 'Tasks', rows: tasksOf },
  { headings: ['O*NET-SOC Code', 'Example', 'Commodity Title'], title: 'Technology Skills', rows: technologiesOf },
  { headings: ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID'], title: '', rows: elementsOf },
  { headings: ['Element ID', 'Element Name', 'Description'], title: 'Content Model', rows: elementsOf },
];

/** What is the same in each of O*NET's tables. */
const onet = {
  publisher: 'U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  attribution:
    'Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training ' +
    'Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.',
  language: 'en',
} satisfies Partial<Framework>;

/**
 * Tables of the O*NET database (https://www.onetcenter.org/database.html) of any release, as its tab-delimited text or as
 * its spreadsheets saved as CSV: the content model, ratings of skills, knowledge, abilities, work activities and work
 * styles, tasks, technology skills, and the references of detailed and intermediate work activities. Each is a framework
 * of its own. What many occupations share is taken once, and how they rate it is left out.
 */
export const onetText: SkillDocument = {
  id: 'onet-text',
  label: 'O*NET table',

  recognises: (sample) => kindOf(tableOf(sample).headings) !== undefined,

  async read(source, { signal } = {}) {
    const table = await openTable(source, signal);
    const kind = kindOf(table.headings);
    if (!kind) throw missingColumn(source.name, 'Element ID');
    const framework = frameworkOf(kind, table);
    const tally = newLineTally();
    const skills = tableSkills({
      table,
      name: source.name,
      tally,
      skillsOf: kind.rows(table, framework),
      mayRepeat: true,
      isPart: true,
      signal,
    });
    return { frameworks: [{ framework, skills }], warnings: tally.warnings };
  },
};

function kindOf(headings: readonly string[]): OnetTable | undefined {
  return tables.find((table) => hasHeadings(headings, ...table.headings.map((heading) => [heading])));
}

/** All tables of ratings have the same headings: what they rate, their first row tells. */
function frameworkOf({ title }: OnetTable, table: Table): Framework {
  const [first] = table.firstRows;
  const name = title || (first && partOf(table.column('Element ID')(first))?.title) || 'Ratings';
  const place = name.toLowerCase().replaceAll(' ', '-');
  return { uri: `https://www.onetcenter.org/database.html#${place}`, name: `O*NET: ${name}`, ...onet };
}
