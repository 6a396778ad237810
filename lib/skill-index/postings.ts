/** Growing bytes. */
export type Bytes = { buffer: Uint8Array; length: number };

/** No bytes yet. */
export function emptyBytes(capacity = 16): Bytes {
  return { buffer: new Uint8Array(capacity), length: 0 };
}

/** What was written, as a copy of its exact length. */
export function writtenBytes(bytes: Bytes): Uint8Array {
  return bytes.buffer.slice(0, bytes.length);
}

/** Appends one byte. */
export function writeByte(bytes: Bytes, byte: number): void {
  if (bytes.length === bytes.buffer.length) grow(bytes, 1);
  bytes.buffer[bytes.length++] = byte;
}

/** Appends a number from 0 to 2^31 - 1, seven bits a byte, the lowest first, the top bit set on all but the last. */
export function writeNumber(bytes: Bytes, number: number): void {
  let rest = number;
  for (; rest > 0x7f; rest >>>= 7) writeByte(bytes, (rest & 0x7f) | 0x80);
  writeByte(bytes, rest);
}

/** Appends the bytes that another holds. */
export function writeBytes(bytes: Bytes, other: Bytes): void {
  if (bytes.buffer.length - bytes.length < other.length) grow(bytes, other.length);
  bytes.buffer.set(other.buffer.subarray(0, other.length), bytes.length);
  bytes.length += other.length;
}

function grow(bytes: Bytes, room: number): void {
  const grown = new Uint8Array(Math.max(bytes.buffer.length * 2, bytes.length + room));
  grown.set(bytes.buffer.subarray(0, bytes.length));
  bytes.buffer = grown;
}

/** The skills that have a term, in rising order, each with the byte that says how (standing.ts). */
export type PostingList = Bytes & { count: number; last: number };

/** A list without postings. */
export function emptyPostings(): PostingList {
  return { ...emptyBytes(4), count: 0, last: -1 };
}

/** Appends a posting as the distance from the last one, then its byte. `skill` is above all before it. */
export function addPosting(list: PostingList, skill: number, standing: number): void {
  writeNumber(list, skill - list.last);
  writeByte(list, standing);
  list.last = skill;
  list.count++;
}

/** Calls back with each posting between two offsets. Stops where the bytes end, whatever they say. */
export function eachPosting(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (skill: number, standing: number) => void,
): void {
  let skill = -1;
  for (let at = start; at < end; ) {
    let byte = bytes[at++] ?? 0;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < end; shift += 7) {
      byte = bytes[at++] ?? 0;
      distance |= (byte & 0x7f) << shift;
    }
    skill += distance;
    visit(skill, bytes[at++] ?? 0);
  }
}

/** Where a term's postings stand in a row. */
export type TermPlace = { term: string; count: number; start: number; end: number };

/** Appends a term's postings to a row, behind how many they are and how long. */
export function writeTerm(row: Bytes, list: PostingList): void {
  writeNumber(row, list.count);
  writeNumber(row, list.length);
  writeBytes(row, list);
}

/** The terms of a row with the places of their postings. */
export function termsOf(row: { terms: string; postings: Uint8Array }): TermPlace[] {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = row.postings[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  return row.terms.split(' ').map((term) => {
    const count = number();
    const length = number();
    const place = { term, count, start: at, end: at + length };
    at = place.end;
    return place;
  });
}
