import type { Bundle } from '../domain/bundle.ts';
import { type FieldName, type LearningResourceDraft, titleOf, winning } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { htmlHand } from './report-html.ts';
import { markdownHand } from './report-markdown.ts';
import { resourceGroups } from './resource-groups.ts';

const lossTable = {
  data: 'report.data',
  dates: 'report.dates',
  'skill details': 'report.skill-details',
  'page details': 'report.page-details',
} as const;
type Lost = keyof typeof lossTable;

const told: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'author', 'license']);

/** What is taken from elsewhere, and under which licence: listed once at the end, whoever uses the report has to say it. */
export type Credit = { what: string; license: string };

/** How a report is written: in pieces, each whole, every text escaped. */
export type ReportHand = {
  mediaType: string;
  extension: string;
  begin(bundle: Bundle): string;
  page(resource: LearningResourceDraft): string;
  alignment(alignment: ResourceAlignment): string;
  endOfPage(): string;
  end(credits: readonly Credit[]): string;
};

/**
 * A report that a person can read and print: page by page what it is aligned to, with the passages that show it, and at
 * the end the licences to be named. `html` (default): one complete document without script; `markdown`: CommonMark 0.31.
 */
export const report: AlignmentFormat = {
  id: 'report',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    const hand = options.content === 'markdown' ? markdownHand : htmlHand;
    return {
      chunks: pieces(bundle, options, hand, tally),
      mediaType: hand.mediaType,
      extension: hand.extension,
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
};

async function* pieces(
  bundle: Bundle,
  { signal }: WriteOptions,
  hand: ReportHand,
  tally: LossTally<Lost>,
): AsyncGenerator<string> {
  const credits = new Map<string, Credit>();
  yield hand.begin(bundle);
  for await (const { resource, alignments } of resourceGroups(bundle, signal)) {
    for (const credit of creditsOf(resource, alignments)) credits.set(`${credit.what}\n${credit.license}`, credit);
    for (const alignment of alignments) countLosses(alignment, resource, tally);
    yield hand.page(resource) + alignments.map((one) => hand.alignment(one)).join('') + hand.endOfPage();
  }
  yield hand.end([...credits.values()]);
}

function creditsOf(resource: LearningResourceDraft, alignments: readonly ResourceAlignment[]): Credit[] {
  const page = winning(resource.fields, 'license').map(({ value, uri }) => ({
    what: titleOf(resource),
    license: uri && uri !== value ? `${value} (${uri})` : value,
  }));
  const skills = alignments.flatMap(({ skill }) =>
    skill.license ? [{ what: skill.framework?.name || skill.source.name, license: skill.license }] : [],
  );
  return [...page, ...skills].filter(({ license }) => license !== '');
}

function countLosses({ skill }: ResourceAlignment, { fields }: LearningResourceDraft, tally: LossTally<Lost>): void {
  tally.add('data');
  tally.add('dates');
  const details: string[] = [];
  if (skill.category !== undefined) details.push('category');
  if (skill.keywords.length > 0) details.push('keywords');
  if (skill.occupations && skill.occupations.length > 0) details.push('occupations');
  if (skill.language !== undefined) details.push('language');
  if (skill.type !== '') details.push('type');
  if (skill.framework?.uri !== undefined && linksOf(skill.framework.uri).iri === undefined)
    details.push('framework address');
  if (details.length > 0) tally.add('skill details', details);
  const left = (Object.keys(fields) as FieldName[]).filter(
    (name) => !told.has(name) && winning(fields, name).length > 0,
  );
  if (left.length > 0) tally.add('page details', left);
}
