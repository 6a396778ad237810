import type { Bundle } from '../domain/bundle.ts';
import { type Skill, sentenceOf } from '../domain/skill.ts';
import { csvLine } from './csv-cells.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { type LossTally, tallyLosses } from './losses.ts';

const lossTable = {
  alignment: 'osmt-csv.alignment',
  statement: 'osmt-csv.statement',
  identifier: 'osmt-csv.identifier',
  'skill details': 'table.skill-details',
} as const;
type Lost = keyof typeof lossTable;

type Column = { heading: string; cell(skill: Skill): string };

/** OSMT joins lists by this, so that no text in a list may hold it. */
const list = (texts: readonly string[]) => texts.map((text) => text.replaceAll(';', ',')).join('; ');

/** The headings of OSMT 3 (docs/csv-schema-*.csvs, io/csv); what it does not find it takes for empty. */
const columns: readonly Column[] = [
  { heading: 'Canonical URL', cell: ({ uri }) => linksOf(uri).url ?? '' },
  { heading: 'RSD Name', cell: (skill) => skill.name || sentenceOf(skill) },
  { heading: 'Skill Statement', cell: sentenceOf },
  { heading: 'Categories', cell: ({ category }) => (category ? list([category]) : '') },
  { heading: 'Keywords', cell: ({ keywords }) => list(keywords) },
  { heading: 'O*Net Job Codes', cell: ({ occupations = [] }) => list(occupations.map(({ code }) => code)) },
  { heading: 'Alignment Name', cell: ({ name }) => name },
  { heading: 'Alignment URL', cell: ({ uri }) => linksOf(uri).url ?? '' },
  { heading: 'Alignment Framework', cell: ({ framework }) => framework?.name ?? '' },
];

/**
 * Skills as the table that OSMT uploads: one row for each skill of the bundle, those of its alignments included, each once.
 * Its alignment names the skill that it was taken from, since an upload becomes a skill of its own.
 */
export const osmtCsv: AlignmentFormat = {
  id: 'osmt-csv',
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
};

async function* lines(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<string> {
  const told = new Set<string>();
  const rowOf = (skill: Skill) => {
    if (told.has(skill.uri)) return '';
    told.add(skill.uri);
    return csvLine(columns.map(({ cell }) => cell(skill)));
  };
  yield csvLine(columns.map(({ heading }) => heading));
  for await (const skill of bundle.skills ?? []) {
    signal?.throwIfAborted();
    countLosses(skill, tally);
    yield rowOf(skill);
  }
  for await (const { skill } of bundle.alignments) {
    signal?.throwIfAborted();
    tally.add('alignment');
    countLosses(skill, tally);
    yield rowOf(skill);
  }
  for await (const _ of bundle.skillAlignments ?? []) tally.add('statement');
}

function countLosses(skill: Skill, tally: LossTally<Lost>): void {
  if (linksOf(skill.uri).url === undefined) tally.add('identifier');
  const details = (['code', 'language', 'license', 'level'] as const).filter((name) => skill[name] !== undefined);
  const more = skill.type === '' ? [] : ['type'];
  const framework = skill.framework?.uri === undefined ? [] : ['framework address'];
  const all = [...details, ...more, ...framework];
  if (all.length > 0) tally.add('skill details', all);
}
