import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import { proposedAlignmentColumns } from '../domain/alignment-columns.ts';
import type { Bundle } from '../domain/bundle.ts';
import { type FieldName, type LearningResourceDraft, titleOf, winning } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Columns } from '../domain/problems.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import { csvLine, joinedCell, tableRows } from './csv-cells.ts';
import { readForeignRow, readOwnRow } from './csv-rows.ts';
import { beginningOf, foreignTable, headingsOf } from './csv-table.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { readWarnings } from './incoming.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { resourceGroups } from './resource-groups.ts';

const lossTable = {
  identifier: 'table.identifier',
  source: 'table.source',
  author: 'table.author',
  'skill details': 'table.skill-details',
  'page details': 'table.page-details',
  'passage address': 'table.passage-address',
} as const;
type Lost = keyof typeof lossTable;

type Column = {
  heading: string;
  cell(alignment: ResourceAlignment, resource: LearningResourceDraft): string | undefined;
};

/** The columns in their order. `readOwnRow` reads them by their headings. */
const columns: readonly Column[] = [
  { heading: 'Page address', cell: ({ resource }) => linksOf(resource).url ?? resource },
  { heading: 'Page title', cell: (_, resource) => titleOf(resource) },
  { heading: 'Relation', cell: ({ relation }) => relation },
  { heading: 'Fit', cell: ({ fit }) => fit },
  { heading: 'Skill address', cell: ({ skill }) => linksOf(skill.uri).iri },
  { heading: 'Skill name', cell: ({ skill }) => skill.name },
  { heading: 'Skill statement', cell: ({ skill }) => skill.statement },
  { heading: 'Skill code', cell: ({ skill }) => skill.code },
  { heading: 'Skill type', cell: ({ skill }) => skill.type },
  { heading: 'Framework', cell: ({ skill }) => skill.framework?.name },
  { heading: 'Framework address', cell: ({ skill }) => linksOf(skill.framework?.uri).iri },
  { heading: 'Category', cell: ({ skill }) => skill.category },
  { heading: 'Keywords', cell: ({ skill }) => joinedCell(skill.keywords) },
  { heading: 'Language', cell: ({ skill }) => skill.language },
  { heading: 'Licence', cell: ({ skill }) => linksOf(skill.license).iri },
  { heading: 'Note', cell: ({ note }) => note },
  { heading: 'Quote', cell: ({ evidence }) => evidence?.quote.exact },
  { heading: 'Text before', cell: ({ evidence }) => evidence?.quote.prefix },
  { heading: 'Text after', cell: ({ evidence }) => evidence?.quote.suffix },
  { heading: 'Quote start', cell: ({ evidence }) => evidence?.position.start.toString() },
  { heading: 'Quote end', cell: ({ evidence }) => evidence?.position.end.toString() },
  { heading: 'Quote address', cell: ({ evidence }) => linksOf(evidence?.address).url },
  { heading: 'Quote frame', cell: ({ evidence }) => evidence?.frame },
  { heading: 'Made', cell: ({ created }) => created },
  { heading: 'Changed', cell: ({ modified }) => modified },
  { heading: 'Alignment id', cell: ({ id }) => id },
];

/** By these a table is known for one of ours, in whatever order they stand. */
const marks = ['Page address', 'Relation', 'Skill address', 'Alignment id'];

/**
 * A table for spreadsheets: one row an alignment, headings first (RFC 4180, with a byte order mark, without which Excel
 * takes UTF-8 for something else). Cells that look like formulas are made harmless, and plain again when they are read.
 */
export const csv: AlignmentFormat = {
  id: 'csv',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: lines(bundle, options, tally),
      mediaType: 'text/csv;charset=utf-8',
      extension: '.csv',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ text, json }) => json === undefined && columnsOf(text) !== undefined,
  sample: foreignTable,
  async read(text, { signal, columns: chosen } = {}) {
    signal?.throwIfAborted();
    const known = chosen ?? columnsOf(text);
    if (!known) throw new ProblemError(F501Columns);
    const [first, ...rows] = tableRows(text);
    const headings = headingsOf(first);
    const warnings = readWarnings();
    const resources = new Map<string, LearningResourceDraft>();
    const alignments = rows.flatMap((row) => {
      signal?.throwIfAborted();
      const cell = (heading: string | undefined) =>
        heading === undefined ? '' : (row[headings.indexOf(heading)] ?? '');
      const read = known === 'own' ? readOwnRow(cell, warnings) : readForeignRow(cell, known, warnings);
      if (!read) return [];
      const { alignment, title } = read;
      const { resource: address } = alignment;
      const fields = title && title !== address ? { title: [{ value: title, by: 'person' as const }] } : {};
      if (!resources.has(address)) resources.set(address, { address, fields });
      return [alignment];
    });
    const bundle = { resources: [...resources.values()], alignments, skills: [], skillAlignments: [] };
    return { bundle, warnings: warnings.list() };
  },
};

/** What the columns of a table hold: ours, what their headings say, or undefined. */
function columnsOf(text: string): 'own' | AlignmentColumns | undefined {
  const table = beginningOf(text);
  if (marks.every((mark) => table.headings.includes(mark))) return 'own';
  return proposedAlignmentColumns(table);
}

async function* lines(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns.map(({ heading }) => heading))}`;
  for await (const { resource, alignments } of resourceGroups(bundle, signal))
    for (const alignment of alignments) {
      countLosses(alignment, resource, bundle, tally);
      yield csvLine(columns.map(({ cell }) => cell(alignment, resource) ?? ''));
    }
}

function countLosses(
  { skill, evidence }: ResourceAlignment,
  { fields }: LearningResourceDraft,
  { author }: Bundle,
  tally: LossTally<Lost>,
): void {
  if (linksOf(skill.uri).iri === undefined) tally.add('identifier');
  tally.add('source');
  if (author?.name || author?.uri) tally.add('author');
  const details: string[] = [];
  if (skill.occupations && skill.occupations.length > 0) details.push('occupations');
  if (skill.license !== undefined && linksOf(skill.license).iri === undefined) details.push('license');
  const { uri } = skill.framework ?? {};
  if (uri !== undefined && linksOf(uri).iri === undefined) details.push('framework address');
  if (details.length > 0) tally.add('skill details', details);
  if (evidence?.address !== undefined && linksOf(evidence.address).url === undefined) tally.add('passage address');
  const left = (Object.keys(fields) as FieldName[]).filter(
    (name) => name !== 'title' && winning(fields, name).length > 0,
  );
  if (left.length > 0) tally.add('page details', left);
}
