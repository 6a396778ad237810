import { ProblemError } from '../domain/problem.ts';
import {
  I400,
  type I401Bytes,
  I402,
  I403,
  I404,
  I405,
  I405CutShort,
  I406,
  I410Entry,
  I410Item,
  I410Package,
  I411,
  I412,
} from '../domain/problems.ts';

/** Texts of documents are quoted in problems no longer than this, in UTF-16 code units. */
const longestQuote = 120;

/** A text of a document as it is quoted in a problem: in one line, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

/** I400: there is nothing in it. */
export function empty(name: string): ProblemError {
  return new ProblemError(I400({ file: quoted(name) }));
}

/** I401: bytes that are no text; `made` says what they seem to be. */
export function notText(name: string, made: typeof I401Bytes): ProblemError {
  return new ProblemError(made({ file: quoted(name) }));
}

/** I402: bytes in an encoding other than UTF-8, or UTF-16 with a byte order mark. */
export function wrongEncoding(name: string): ProblemError {
  return new ProblemError(I402({ file: quoted(name) }));
}

/** I403: more bytes than are read of this kind of document. `size` and `limit` in bytes. */
export function tooLarge(name: string, size: number, limit: number, kind: string): ProblemError {
  return new ProblemError(I403({ file: quoted(name), size: megabytes(size), kind, limit: megabytes(limit) }));
}

/** I404: a web page where data was expected, such as an error page that was saved under the name of data. */
export function webPage(name: string): ProblemError {
  return new ProblemError(I404({ file: quoted(name) }));
}

/** I405: JSON that breaks off or that breaks JSON's rules (RFC 8259). */
export function brokenJson(name: string, isCutShort: boolean, reason: string): ProblemError {
  const file = quoted(name);
  return new ProblemError(isCutShort ? I405CutShort({ file }) : I405({ file, reason: quoted(reason) }));
}

/** I406: a document of none of the kinds that are read. For whoever asked `recognise` and got nothing. */
export function unrecognised(name: string): ProblemError {
  return new ProblemError(I406({ file: quoted(name) }));
}

/** I410: a package of CASE without the parts that make it one. */
export function noPackage(name: string): ProblemError {
  return new ProblemError(I410Package({ file: quoted(name) }));
}

/** I410: something in a package that is no item; `place` says where, such as `CFItems[3]`. */
export function noItem(name: string, place: string): ProblemError {
  return new ProblemError(I410Item({ file: quoted(name), place }));
}

/** I410: an entry of a list that is no skill; counts from 1. */
export function noEntry(name: string, number: number): ProblemError {
  return new ProblemError(I410Entry({ file: quoted(name), number }));
}

/** I411: one identifier stands for two skills; `first` and `second` count from 1. */
export function duplicate(name: string, uri: string, first: number, second: number): ProblemError {
  const places = { first: String(first), second: String(second) };
  return new ProblemError(I411({ file: quoted(name), uri: quoted(uri), ...places }));
}

/** I412: the right kind of document, but no skill in it. */
export function noSkills(name: string): ProblemError {
  return new ProblemError(I412({ file: quoted(name) }));
}

/** Bytes in megabytes, to one place. */
function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
