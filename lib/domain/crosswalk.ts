import { isCounterpart, type SkillAlignment } from './skill-alignment.ts';
import { skillIdentity } from './skill-identity.ts';
import { isCounted, type OutlineLine } from './skill-outline.ts';

/** One of the two frameworks of a crosswalk. */
export type CrosswalkSide = {
  outline: readonly OutlineLine[];
  /** The place of each skill, under whatever uri it is named (skill-identity.ts). */
  places: ReadonlyMap<string, number>;
};

/** A statement between the two frameworks, with the places of its skills. */
export type CrosswalkRow = { statement: SkillAlignment; left: number; right: number };

/** How much of the left framework has a counterpart in the right one. */
export type CrosswalkProgress = { matched: number; skills: number };

/** A framework as a side of a crosswalk. */
export function sideOf(outline: readonly OutlineLine[]): CrosswalkSide {
  const places = new Map<string, number>();
  for (const [place, { identity }] of outline.entries()) places.set(identity, place);
  return { outline, places };
}

/** The statements between two frameworks, whichever of the two they are said of, in the order of the left one's tree. */
export function rowsBetween(
  statements: readonly SkillAlignment[],
  left: CrosswalkSide,
  right: CrosswalkSide,
): CrosswalkRow[] {
  const between = (one: string, other: string) => {
    const [there, here] = [left.places.get(one), right.places.get(other)];
    return there !== undefined && here !== undefined ? { left: there, right: here } : undefined;
  };
  return statements
    .flatMap((statement) => {
      const [subject, object] = [skillIdentity(statement.subject.uri), skillIdentity(statement.object.uri)];
      const places = between(subject, object) ?? between(object, subject);
      return places ? [{ statement, ...places }] : [];
    })
    .sort((one, other) => one.left - other.left || one.right - other.right);
}

/** The places on the left that have a counterpart on the right. */
export function matchedIn(rows: readonly CrosswalkRow[]): ReadonlySet<number> {
  return new Set(rows.filter(({ statement }) => isCounterpart(statement.relation)).map(({ left }) => left));
}

/** How many of the left framework's skills have a counterpart; headings are not counted. */
export function progressOf({ outline }: CrosswalkSide, matched: ReadonlySet<number>): CrosswalkProgress {
  const progress = { matched: 0, skills: 0 };
  for (const [place, line] of outline.entries()) {
    if (!isCounted(line, place)) continue;
    progress.skills += 1;
    if (matched.has(place)) progress.matched += 1;
  }
  return progress;
}

/**
 * The next skill on the left without a counterpart, after a place and then from the top again; -1 begins at the top.
 * Undefined where each has one.
 */
export function nextWithout(
  { outline }: CrosswalkSide,
  matched: ReadonlySet<number>,
  after: number,
): number | undefined {
  for (let step = 1; step <= outline.length; step += 1) {
    const place = (after + step) % outline.length;
    const line = outline[place];
    if (line && isCounted(line, place) && !matched.has(place)) return place;
  }
  return undefined;
}
