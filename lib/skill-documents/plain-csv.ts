import type { ColumnMap } from '../domain/document-kind.ts';
import type { Skill } from '../domain/skill.ts';
import { partsOf, wordsOf } from './cells.ts';
import { placeOf } from './headings.ts';
import { newLineTally } from './line-tally.ts';
import { frameworkOfSource, namedUri } from './named-uri.ts';
import type { Row } from './rows.ts';
import { looksLikeJson } from './sample.ts';
import type { Sample, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { openTable, type Table } from './table.ts';
import { missingColumn, unknownColumns } from './table-problem.ts';
import { tableOf } from './table-sample.ts';
import { type TableReading, tableSkills } from './table-skills.ts';

/**
 * Any other table, by what the person says of its columns. A skill without an address of its own is known by its code;
 * where no column holds codes, by its name where others stand below it by name, else by its name and its statement. Its
 * `urn:uuid:` is made from that and from the framework's uri, so that the same file gives the same ones again.
 */
export const plainCsv: SkillDocument = {
  id: 'plain-csv',
  label: 'Table (CSV)',

  recognises: isTable,

  async read(source, { columns, signal } = {}) {
    if (!columns) throw unknownColumns(source.name);
    const table = await openTable(source, signal);
    for (const heading of Object.values(columns)) {
      if (placeOf(table.headings, [heading]) === -1) throw missingColumn(source.name, heading);
    }
    const framework = frameworkOfSource(source);
    const tally = newLineTally();
    const skills = tableSkills({
      table,
      name: source.name,
      tally,
      skillsOf: rowsBy(columns, table, framework),
      parentsAnywhere: columns.parent !== undefined,
      signal,
    });
    return { frameworks: [{ framework, skills }], warnings: tally.warnings };
  },
};

/** Whether most rows have as many cells as there are headings; of a single column, whether it is headed as one of skills. */
function isTable(sample: Sample): boolean {
  const { headings, rows } = tableOf(sample);
  if (rows.length === 0 || looksLikeJson(sample) || /^\s*</.test(sample.text)) return false;
  if (headings.length === 1) return /^(skill|competenc|kompeten|compéten|compet[eê]nc)/i.test(headings[0] ?? '');
  const even = rows.filter(({ cells }) => cells.length === headings.length);
  return even.length * 2 > rows.length;
}

function rowsBy(columns: ColumnMap, table: Table, framework: { uri: string; name: string }): TableReading['skillsOf'] {
  const cell = cellReader(columns, table);
  return (row, tally) => {
    const words = wordsOf(cell(row, 'name'), cell(row, 'statement'));
    if (!words) {
      tally.count('I442', row.line);
      return [];
    }
    const [address, code, category, level] = [
      cell(row, 'uri'),
      cell(row, 'code'),
      cell(row, 'category'),
      cell(row, 'level'),
    ];
    const uri = skillUri(address);
    if (address && !uri) tally.count('I443', row.line);
    const parent = cell(row, 'parent');
    const skill: Skill = {
      uri: uri ?? madeUri(columns, framework.uri, { ...words, code }),
      ...words,
      ...(code && { code }),
      type: 'Skill',
      framework,
      ...(category && { category }),
      keywords: keywordsIn(cell(row, 'keywords')),
      ...(level && { level }),
    };
    return [{ skill, below: parent ? urisAbove(columns, framework.uri, parent) : [] }];
  };
}

function cellReader(columns: ColumnMap, table: Table): (row: Row, field: keyof ColumnMap) => string {
  const places = new Map(
    Object.entries(columns).map(([field, heading]) => [field, table.requiredColumn(heading)] as const),
  );
  return (row, field) => places.get(field)?.(row) ?? '';
}

function madeUri(
  columns: ColumnMap,
  framework: string,
  skill: { name: string; statement: string; code: string },
): string {
  if (skill.code) return namedUri(framework, 'code', skill.code);
  return columns.parent ? namedUri(framework, 'name', skill.name) : namedUri(framework, skill.name, skill.statement);
}

/** What a cell may mean by the skill above: its address, its code or its name. */
function urisAbove(columns: ColumnMap, framework: string, parent: string): string[] {
  const address = skillUri(parent);
  const byCode = columns.code ? [namedUri(framework, 'code', parent)] : [];
  return [...(address ? [address] : []), ...byCode, namedUri(framework, 'name', parent)];
}

/** Keywords between semicolons, bars or line ends; between commas where the cell has none of those. */
function keywordsIn(cell: string): string[] {
  const separator = /[;|\r\n]/;
  return partsOf(cell, separator.test(cell) ? separator : ',');
}
