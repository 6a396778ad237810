import { type Problem, ProblemError } from '../domain/problem.ts';

const unchanged = 'Nothing was imported.';

/** Texts of documents are quoted in problems no longer than this, in UTF-16 code units. */
const longestQuote = 120;

/** A text of a document as it is quoted in a problem: in one line, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}”`;
}

/** I400: there is nothing in it. */
export function empty(name: string): ProblemError {
  return failure('I400', `${quoted(name)} is empty.`, `${unchanged} Save or download it again.`);
}

/** I401: bytes that are no text, with what they seem to be. */
export function notText(name: string, what: string, advice: string): ProblemError {
  return failure('I401', `${quoted(name)} is ${what}, and no text.`, `${unchanged} ${advice}`);
}

/** I402: bytes in an encoding other than UTF-8, or UTF-16 with a byte order mark. */
export function wrongEncoding(name: string): ProblemError {
  return failure(
    'I402',
    `${quoted(name)} is not written in UTF-8, so that its letters cannot be told for sure.`,
    `${unchanged} Open it in the program that made it and save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`,
  );
}

/** I403: more bytes than are read of this kind of document. `size` and `limit` in bytes. */
export function tooLarge(name: string, size: number, limit: number, of: string): ProblemError {
  return failure(
    'I403',
    `${quoted(name)} has ${megabytes(size)}, and ${of} is read up to ${megabytes(limit)}.`,
    `${unchanged} Export one framework at a time, or fewer of its columns.`,
  );
}

/** I404: a web page where data was expected, such as an error page that was saved under the name of data. */
export function webPage(name: string): ProblemError {
  return failure(
    'I404',
    `${quoted(name)} is a web page, and no data, whatever its name says.`,
    `${unchanged} Download the data itself; the page may say why that failed.`,
  );
}

/** I405: JSON that breaks off or that breaks JSON's rules (RFC 8259). */
export function brokenJson(name: string, isCutShort: boolean, reason: string): ProblemError {
  return failure(
    'I405',
    isCutShort ? `${quoted(name)} breaks off before its end.` : `${quoted(name)} is not valid JSON: ${quoted(reason)}.`,
    isCutShort ? `${unchanged} Download it again.` : `${unchanged} Ask whoever made it for a valid one.`,
  );
}

/** I406: a document of none of the kinds that are read. For whoever asked `recognise` and got nothing. */
export function unrecognised(name: string): ProblemError {
  return failure(
    'I406',
    `${quoted(name)} is none of the kinds of document that Plumbline reads.`,
    `${unchanged} Skills are read from RSD, CASE, CTDL-ASN, ASN and SKOS as JSON, and from CSV tables.`,
  );
}

/** I410: not shaped as a document of its kind is; `place` says where, such as `CFItems[3].uri`. */
export function wrongShape(name: string, place: string, what: string): ProblemError {
  return failure(
    'I410',
    `${quoted(name)} cannot be read at ${place}: ${what}.`,
    `${unchanged} Ask whoever made it for a valid one.`,
  );
}

/** I411: one identifier stands for two skills; `first` and `second` count from 1. */
export function duplicate(name: string, uri: string, first: number, second: number): ProblemError {
  return failure(
    'I411',
    `${quoted(name)} calls two skills by the same identifier, number ${first} and number ${second}: ${quoted(uri)}.`,
    `${unchanged} One of the two has to go, or to get an identifier of its own.`,
  );
}

/** I412: the right kind of document, but no skill in it. */
export function noSkills(name: string): ProblemError {
  return failure(
    'I412',
    `${quoted(name)} holds no skill that could be read.`,
    `${unchanged} Check that it is the whole document and not only a list of frameworks.`,
  );
}

/** A failure of a document, as an error. */
export function failure(code: `I4${string}`, message: string, advice: string): ProblemError {
  return new ProblemError({ code, message, advice } satisfies Problem);
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
