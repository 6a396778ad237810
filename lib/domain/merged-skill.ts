import { scoring } from './rank-skills.ts';
import type { FoundSkill } from './skill.ts';
import { skillIdentity } from './skill-identity.ts';

/** What one place found, in its own order: a registry, or this device. */
export type FoundThere = { place: string; skills: readonly FoundSkill[] };

/** One skill in the list of results, whoever found it. */
export type MergedSkill = {
  /** What all addresses of the skill come to, see skill-identity.ts; two rows never share it. */
  key: string;
  /** The fullest of what the places say of it. */
  skill: FoundSkill;
  /** Every place that found it, with the name that its rows give as their source; by name. */
  places: readonly { place: string; name: string }[];
  /** How well it answers the text, from 0 to 1; see rank-skills.ts. */
  score: number;
  /** The best place that it has in the order of any of those who found it, counted from 0. */
  standing: number;
};

/** Rows in the order in which they are shown. */
export type Placed = {
  rows: readonly MergedSkill[];
  /** From which row on they came in after the person had touched the list; as many as there are rows where none did. */
  late: number;
};

type Sighting = { place: string; skill: FoundSkill; score: number; standing: number };

/**
 * Merges what all places found: one row for each skill, ranked by how well it answers the text. The order in which places
 * answered changes nothing, and neither does a skill that one place lists twice.
 */
export function mergeSkills(text: string, found: readonly FoundThere[]): MergedSkill[] {
  const score = scoring(text);
  const asked = skillIdentity(text.trim());
  const byKey = new Map<string, Sighting[]>();
  for (const { place, skills } of found) {
    skills.forEach((skill, standing) => {
      const key = skillIdentity(skill.uri);
      const sighting = { place, skill, standing, score: key === asked ? 1 : score(skill) };
      byKey.set(key, [...(byKey.get(key) ?? []), sighting]);
    });
  }
  return Array.from(byKey, ([key, sightings]) => merged(key, sightings)).sort(inRank);
}

/**
 * Places rows where the person has touched the list: those that stand there stay where they are and say what they said,
 * with whoever else found them by now; new ones come after them, as they rank among each other.
 */
export function placeAfterTouch(before: Placed, rows: readonly MergedSkill[]): Placed {
  const fresh = new Map(rows.map((row) => [row.key, row]));
  const standing = new Set(before.rows.map(({ key }) => key));
  return {
    rows: [
      ...before.rows.map((row) => ({ ...row, places: fresh.get(row.key)?.places ?? row.places })),
      ...rows.filter(({ key }) => !standing.has(key)),
    ],
    late: before.late,
  };
}

/** The order of rows, total: the better answer, the better place in its source's own order, then name and key. */
export function inRank(one: MergedSkill, other: MergedSkill): number {
  return (
    other.score - one.score ||
    one.standing - other.standing ||
    compare(one.skill.name, other.skill.name) ||
    compare(one.key, other.key)
  );
}

function merged(key: string, sightings: readonly Sighting[]): MergedSkill {
  const sorted = sightings.toSorted(fullestFirst) as [Sighting, ...Sighting[]];
  const [best] = sorted;
  const names = new Map(sorted.map(({ place, skill }) => [place, skill.source.name]));
  return {
    key,
    skill: best.skill,
    places: Array.from(names, ([place, name]) => ({ place, name })).sort(
      (one, other) => compare(one.name, other.name) || compare(one.place, other.place),
    ),
    score: Math.max(...sightings.map(({ score }) => score)),
    standing: Math.min(...sightings.map(({ standing }) => standing)),
  };
}

/** Total but for sightings that are equal in all that is shown: the one that says most, whoever says it. */
function fullestFirst(one: Sighting, other: Sighting): number {
  return (
    fullness(other.skill) - fullness(one.skill) ||
    compare(one.place, other.place) ||
    compare(JSON.stringify(one.skill), JSON.stringify(other.skill))
  );
}

function fullness({ name, statement, code, framework, category, level, language }: FoundSkill): number {
  return [name && name !== statement, statement, code, framework, category, level, language].filter(Boolean).length;
}

/** By code units: the same on every device, whatever its language. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
