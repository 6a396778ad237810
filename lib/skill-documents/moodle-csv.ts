import type { Framework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import { wordsOf } from './cells.ts';
import { placeOf } from './headings.ts';
import { newLineTally } from './line-tally.ts';
import { frameworkOfSource, namedUri } from './named-uri.ts';
import { plainText } from './plain-text.ts';
import type { Row } from './rows.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { openTable, type Table } from './table.ts';
import { missingColumn } from './table-problem.ts';
import { tableOf } from './table-sample.ts';
import { type TableReading, tableSkills } from './table-skills.ts';

/**
 * The columns of an export in its order (Moodle, admin/tool/lpimportcsv, framework_importer.php), as far as the last one
 * that is read. Moodle writes their headings in the language of its site; these are the English ones.
 */
const exported = [
  'Parent ID number',
  'ID number',
  'Short name',
  'Description',
  'Description format',
  'Scale values',
  'Scale configuration',
  'Rule type (optional)',
  'Rule outcome (optional)',
  'Rule config (optional)',
  'Cross-referenced competency ID numbers',
  'Exported ID (optional)',
  'Is framework',
] as const;

/** How many columns every export has: the last one says how competencies are called at each level. */
const exportedCount = 14;

/** Moodle's number for descriptions without markup (FORMAT_PLAIN). */
const plainFormat = '2';

/**
 * A competency framework as Moodle exports it (Site administration, Competencies, Export competency framework), in the
 * language of any site. A competency's uri is made from the ID numbers of the framework and of itself, which are all that
 * Moodle knows them by. Scales, rules, cross-references and the names of levels have no place in a skill.
 */
export const moodleCsv: SkillDocument = {
  id: 'moodle-csv',
  label: 'Moodle competency framework (CSV)',

  recognises: (sample) => placesOf(tableOf(sample)) !== undefined,

  async read(source, { signal } = {}) {
    const table = await openTable(source, signal);
    const places = placesOf({ headings: table.headings, rows: table.firstRows });
    if (!places) throw missingColumn(source.name, 'Is framework');
    const cellsOf = cellReader(places);
    const framework = await frameworkIn(table, cellsOf, source, signal);
    const tally = newLineTally();
    const skillsOf = competenciesOf(cellsOf, framework);
    const skills = tableSkills({ table, name: source.name, tally, skillsOf, parentsAnywhere: true, signal });
    return { frameworks: [{ framework, skills }], warnings: tally.warnings };
  },
};

type Heading = (typeof exported)[number];

/** Reads the cell of a row under a heading of the English export. */
type Cells = (row: Row, heading: Heading) => string;

/** Where the columns stand: by their headings, or by their order where a framework stands first as only Moodle writes one. */
function placesOf({ headings, rows }: { headings: readonly string[]; rows: readonly Row[] }) {
  const places = exported.map((heading) => placeOf(headings, [heading]));
  const needed = ['Parent ID number', 'ID number', 'Short name', 'Is framework'] as const;
  if (needed.every((heading) => places[exported.indexOf(heading)] !== -1)) return places;
  const cells = rows[0]?.cells ?? [];
  const isFramework = cells[0] === '' && cells[12] === '1' && cells[6]?.startsWith('[{"scaleid"');
  return headings.length === exportedCount && isFramework ? exported.map((_, place) => place) : undefined;
}

function cellReader(places: readonly number[]): Cells {
  return ({ cells }, heading) => cells[places[exported.indexOf(heading)] ?? -1] ?? '';
}

/** The row of the framework, which is the first of an export; the file's name where a table has none. */
async function frameworkIn(
  table: Table,
  cellsOf: Cells,
  source: DocumentSource,
  signal?: AbortSignal,
): Promise<Framework> {
  for await (const row of table.rows(newLineTally(), signal)) {
    if (!isFramework(row, cellsOf)) continue;
    const [id, name] = [cellsOf(row, 'ID number'), cellsOf(row, 'Short name')];
    const description = descriptionOf(row, cellsOf);
    return {
      uri: namedUri('moodle', id || name || source.name),
      name: name || id || frameworkOfSource(source).name,
      ...(description && { description }),
    };
  }
  return frameworkOfSource(source);
}

/** Whatever PHP takes for true: Moodle writes `1`, and nothing for competencies. */
function isFramework(row: Row, cellsOf: Cells): boolean {
  return !['', '0'].includes(cellsOf(row, 'Is framework'));
}

function competenciesOf(cellsOf: Cells, framework: Framework): TableReading['skillsOf'] {
  const uriOf = (id: string) => namedUri(framework.uri, id);
  return (row, tally) => {
    if (isFramework(row, cellsOf)) return [];
    const words = wordsOf(cellsOf(row, 'Short name'), descriptionOf(row, cellsOf));
    if (!words) {
      tally.count('I442', row.line);
      return [];
    }
    const code = cellsOf(row, 'ID number');
    const parent = cellsOf(row, 'Parent ID number');
    const skill: Skill = {
      uri: uriOf(code || words.name),
      ...words,
      ...(code && { code }),
      type: 'Competency',
      framework: { uri: framework.uri, name: framework.name },
      keywords: [],
    };
    return [{ skill, below: parent ? [uriOf(parent)] : [] }];
  };
}

function descriptionOf(row: Row, cellsOf: Cells): string {
  const description = cellsOf(row, 'Description');
  return cellsOf(row, 'Description format') === plainFormat ? description : plainText(description);
}
