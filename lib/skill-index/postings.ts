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

/** Bytes that grow as they are written. */
export type Bytes = { buffer: Uint8Array; length: number };

/** No bytes yet. */
export function emptyBytes(): Bytes {
  return { buffer: new Uint8Array(256), length: 0 };
}

/** What was written, as a copy of its exact length. */
export function writtenBytes(bytes: Bytes): Uint8Array {
  return bytes.buffer.slice(0, bytes.length);
}

/**
 * Appends postings in rising order of their skills: of each the distance from the one before, from -1 for the first,
 * then its byte.
 */
export function writePostings(bytes: Bytes, postings: readonly Posting[]): void {
  let last = -1;
  for (const one of postings) {
    const skill = skillOf(one);
    writeNumber(bytes, skill - last);
    writeByte(bytes, standingOf(one));
    last = skill;
  }
}

/** Appends a term's postings to a row, behind how many they are and how many bytes they take. */
export function writeTerm(row: Bytes, postings: readonly Posting[]): void {
  writeNumber(row, postings.length);
  writeNumber(row, lengthOf(postings));
  writePostings(row, postings);
}

function lengthOf(postings: readonly Posting[]): number {
  let length = 0;
  let last = -1;
  for (const one of postings) {
    const distance = skillOf(one) - last;
    length += distance < 1 << 7 ? 2 : distance < 1 << 14 ? 3 : distance < 1 << 21 ? 4 : 5;
    last = skillOf(one);
  }
  return length;
}

/** Calls back with each term of a row: how many postings it has, and between which offsets they stand. */
export function eachTerm(
  row: { terms: string; postings: Uint8Array },
  visit: (term: string, count: number, start: number, end: number) => void,
): void {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = row.postings[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (const term of row.terms.split(' ')) {
    const count = number();
    const length = number();
    visit(term, count, at, at + length);
    at += length;
  }
}

/** Seven bits a byte, the lowest first, the top bit set on all but the last. */
function writeNumber(bytes: Bytes, number: number): void {
  let rest = number;
  for (; rest > 0x7f; rest >>>= 7) writeByte(bytes, (rest & 0x7f) | 0x80);
  writeByte(bytes, rest);
}

function writeByte(bytes: Bytes, byte: number): void {
  if (bytes.length === bytes.buffer.length) grow(bytes);
  bytes.buffer[bytes.length++] = byte;
}

function grow(bytes: Bytes): void {
  const grown = new Uint8Array(bytes.buffer.length * 2);
  grown.set(bytes.buffer);
  bytes.buffer = grown;
}
