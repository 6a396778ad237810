/** A skill that has a term: its number in the segment, and the byte that says how the term stands there (standing.ts). */
export type Posting = number;

/** Packs a posting into one number. */
export function posting(skill: number, standing: number): Posting {
  return (skill << 8) | standing;
}

/** The skill of a posting. */
export function skillOf(posting: Posting): number {
  return posting >>> 8;
}

/** The byte of a posting. */
export function standingOf(posting: Posting): number {
  return posting & 0xff;
}

/**
 * Postings as they are kept, in rising order of their skills: of each the distance from the one before, from -1 for the
 * first, and its byte. Three bytes each, and nothing to decode but a sum: a page that has just opened runs it before it
 * is compiled.
 */
export type Postings = { distances: Uint16Array; standings: Uint8Array };

/** Postings that are still being written. */
export type GrowingPostings = { distances: number[]; standings: number[] };

/** Most skills in a segment, so that a distance is never longer than its 16 bits. */
export const mostSkills = 0xffff;

/** No postings yet. */
export function noPostings(): GrowingPostings {
  return { distances: [], standings: [] };
}

/** Appends the postings of one term, which are in rising order of their skills. */
export function writePostings({ distances, standings }: GrowingPostings, postings: readonly Posting[]): void {
  let last = -1;
  for (const one of postings) {
    const skill = skillOf(one);
    distances.push(skill - last);
    standings.push(standingOf(one));
    last = skill;
  }
}

/** What was written, as it is kept. */
export function writtenPostings({ distances, standings }: GrowingPostings): Postings {
  return { distances: Uint16Array.from(distances), standings: Uint8Array.from(standings) };
}
