import { Fit, type ResourceAlignment } from './resource-alignment.ts';
import { skillIdentity } from './skill-identity.ts';
import { isCounted, type OutlineLine } from './skill-outline.ts';

/** The relations that coverage counts; the others place a page rather than cover a skill. */
export const coveredRelations = ['teaches', 'assesses', 'requires'] as const;
/** One of them. */
export type CoveredRelation = (typeof coveredRelations)[number];

/** How many pages stand in each relation to a skill. */
export type PageCounts = Readonly<Record<CoveredRelation, number>>;

/** What is counted of the alignments. */
export type Counting = {
  /** Those of these fits. */
  fits: readonly Fit[];
  /** Only what stands at a registry. */
  published: boolean;
  /** Whether an alignment to a heading counts for each skill below it. */
  below: boolean;
};

/** What is counted where the person said nothing. */
export const defaultCounting: Counting = { fits: ['exact', 'major', 'minor'], published: false, below: false };

/** How a skill is covered. */
export const coverageStates = ['neither', 'taughtOnly', 'assessedOnly', 'both'] as const;
/** One of them: `taughtOnly` is taught and never assessed. */
export type CoverageState = (typeof coverageStates)[number];

const places = coveredRelations.length * Fit.options.length * 2;

/** How many alignments there are to a uri, by relation, fit, and whether they are published. */
export type CoverageTally = Map<string, Uint32Array>;

/** Takes an alignment into a tally; those of other relations are passed over. */
export function tallyAlignment(
  tally: CoverageTally,
  { skill, relation, fit }: Pick<ResourceAlignment, 'relation' | 'fit'> & { skill: { uri: string } },
  isPublished: boolean,
): void {
  const row = (coveredRelations as readonly string[]).indexOf(relation);
  if (row < 0) return;
  const counts = tally.get(skill.uri) ?? new Uint32Array(places);
  tally.set(skill.uri, counts);
  const place = placeOf(row, Fit.options.indexOf(fit), isPublished);
  counts[place] = (counts[place] ?? 0) + 1;
}

/** The same tally by skills instead of uris: a skill may be named by several (skill-identity.ts). */
export function tallyBySkill(tally: CoverageTally): CoverageTally {
  const merged: CoverageTally = new Map();
  for (const [uri, counts] of tally) {
    const key = skillIdentity(uri);
    const before = merged.get(key);
    merged.set(key, before ? before.map((count, place) => count + (counts[place] ?? 0)) : counts);
  }
  return merged;
}

/** How a line is covered, and what is below it. */
export type LineCoverage = {
  /** How many alignments name it; with `below` those that name what is above it, too. */
  pages: PageCounts;
  /** Skills at and below it that are counted, and how many of them are covered in which way. */
  skills: number;
  taught: number;
  assessed: number;
  required: number;
  states: Record<CoverageState, number>;
  /** How it is covered itself; absent for headings and for what is no longer in force. */
  state?: CoverageState;
};

/** What a framework comes to as a whole. */
export type CoverageFigures = Omit<LineCoverage, 'pages' | 'state'>;

/** How a framework is covered: its lines in the outline's order, and the sum of all. */
export type Coverage = { lines: LineCoverage[]; figures: CoverageFigures };

/** Counts how each line of a framework is covered. `tally` is one by skills. Linear in the lines. */
export function coverageOf(outline: readonly OutlineLine[], tally: CoverageTally, counting: Counting): Coverage {
  const lines: LineCoverage[] = [];
  for (const [place, line] of outline.entries()) {
    const own = pagesIn(tally.get(line.identity), counting);
    const above = counting.below ? lines[line.parent]?.pages : undefined;
    const pages = above ? sumOfPages(own, above) : own;
    const state = isCounted(line, place) ? stateOf(pages) : undefined;
    lines.push({ pages, ...none(), ...(state && { state, ...countedOnce(state, pages) }) });
  }
  const figures = none();
  for (let place = lines.length - 1; place >= 0; place -= 1) {
    const line = lines[place];
    if (!line) continue;
    add(lines[outline[place]?.parent ?? -1] ?? figures, line);
  }
  return { lines, figures };
}

/** What of a framework is looked at: all of it, its gaps, or the skills that are covered in one way. */
export type CoverageView = 'all' | 'gaps' | CoverageState;

/**
 * The places of the lines to show: what passes the view with all that stands above it, so that the tree stays a tree.
 * Nothing of what is below a closed line.
 */
export function linesInView(
  outline: readonly OutlineLine[],
  { lines }: Pick<Coverage, 'lines'>,
  view: CoverageView,
  closed: ReadonlySet<string>,
): number[] {
  const shown: number[] = [];
  for (let place = 0; place < outline.length; ) {
    const line = outline[place];
    const covered = lines[place];
    if (!line || !covered) break;
    const passes = view === 'all' || countIn(covered, view) > 0;
    if (passes) shown.push(place);
    place = passes && !closed.has(line.node.uri) ? place + 1 : line.end;
  }
  return shown;
}

/** How many skills pass a view. */
export function countIn({ skills, states }: CoverageFigures, view: CoverageView): number {
  if (view === 'all') return skills;
  return view === 'gaps' ? skills - states.both : states[view];
}

function pagesIn(counts: Uint32Array | undefined, { fits, published }: Counting): PageCounts {
  const of = (relation: number) => {
    let sum = 0;
    for (const fit of fits) {
      const place = Fit.options.indexOf(fit);
      sum += counts?.[placeOf(relation, place, true)] ?? 0;
      if (!published) sum += counts?.[placeOf(relation, place, false)] ?? 0;
    }
    return sum;
  };
  return { teaches: of(0), assesses: of(1), requires: of(2) };
}

function placeOf(relation: number, fit: number, isPublished: boolean): number {
  return (relation * Fit.options.length + fit) * 2 + (isPublished ? 1 : 0);
}

function sumOfPages(one: PageCounts, other: PageCounts): PageCounts {
  return {
    teaches: one.teaches + other.teaches,
    assesses: one.assesses + other.assesses,
    requires: one.requires + other.requires,
  };
}

function stateOf({ teaches, assesses }: PageCounts): CoverageState {
  if (teaches > 0) return assesses > 0 ? 'both' : 'taughtOnly';
  return assesses > 0 ? 'assessedOnly' : 'neither';
}

function none(): CoverageFigures {
  return {
    skills: 0,
    taught: 0,
    assessed: 0,
    required: 0,
    states: { neither: 0, taughtOnly: 0, assessedOnly: 0, both: 0 },
  };
}

function countedOnce(state: CoverageState, { teaches, assesses, requires }: PageCounts): CoverageFigures {
  const once = { ...none(), skills: 1 };
  once.taught = teaches > 0 ? 1 : 0;
  once.assessed = assesses > 0 ? 1 : 0;
  once.required = requires > 0 ? 1 : 0;
  once.states[state] = 1;
  return once;
}

function add(sum: CoverageFigures, more: CoverageFigures): void {
  sum.skills += more.skills;
  sum.taught += more.taught;
  sum.assessed += more.assessed;
  sum.required += more.required;
  for (const state of coverageStates) sum.states[state] += more.states[state];
}
