// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { numberIn } from '../english.ts';
import type { Problem } from '../problem.ts';

/** “{file}” is empty. */
export const I400 = (values: { file: string }): Problem => ({
  code: 'I400',
  message: `“${values.file}” is empty.`,
  advice: "Nothing was imported. Save or download it again.",
  key: 'problem.I400',
  values,
});

/** “{file}” is a workbook or another ZIP archive, and no text. */
export const I401Workbook = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is a workbook or another ZIP archive, and no text.`,
  advice: "Nothing was imported. Save the sheet as CSV UTF-8.",
  key: 'problem.I401-workbook',
  values,
});

/** “{file}” is an old workbook, and no text. */
export const I401OldWorkbook = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is an old workbook, and no text.`,
  advice: "Nothing was imported. Save the sheet as CSV UTF-8.",
  key: 'problem.I401-old-workbook',
  values,
});

/** “{file}” is a PDF, and no text. */
export const I401Pdf = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is a PDF, and no text.`,
  advice: "Nothing was imported. Ask whoever made it for the data.",
  key: 'problem.I401-pdf',
  values,
});

/** “{file}” is packed with gzip, and no text. */
export const I401Packed = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is packed with gzip, and no text.`,
  advice: "Nothing was imported. Unpack it first.",
  key: 'problem.I401-packed',
  values,
});

/** “{file}” is made of bytes that only a program can read, and no text. */
export const I401Bytes = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is made of bytes that only a program can read, and no text.`,
  advice: "Nothing was imported. Export it as JSON or as CSV UTF-8.",
  key: 'problem.I401-bytes',
  values,
});

/** “{file}” is not written in UTF-8, so that its letters cannot be told for sure. */
export const I402 = (values: { file: string }): Problem => ({
  code: 'I402',
  message: `“${values.file}” is not written in UTF-8, so that its letters cannot be told for sure.`,
  advice: "Nothing was imported. Open it in the program that made it and save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
  key: 'problem.I402',
  values,
});

/** “{file}” has {size, number} MB, and {kind} is read up to {limit, number} MB. */
export const I403 = (values: { file: string; size: number; kind: string; limit: number }): Problem => ({
  code: 'I403',
  message: `“${values.file}” has ${numberIn(values.size)} MB, and ${values.kind} is read up to ${numberIn(values.limit)} MB.`,
  advice: "Nothing was imported. Export one framework at a time, or fewer of its columns.",
  key: 'problem.I403',
  values,
});

/** “{file}” is a web page, and no data, whatever its name says. */
export const I404 = (values: { file: string }): Problem => ({
  code: 'I404',
  message: `“${values.file}” is a web page, and no data, whatever its name says.`,
  advice: "Nothing was imported. Download the data itself; the page may say why that failed.",
  key: 'problem.I404',
  values,
});

/** “{file}” is not valid JSON: “{reason}”. */
export const I405 = (values: { file: string; reason: string }): Problem => ({
  code: 'I405',
  message: `“${values.file}” is not valid JSON: “${values.reason}”.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I405',
  values,
});

/** “{file}” breaks off before its end. */
export const I405CutShort = (values: { file: string }): Problem => ({
  code: 'I405',
  message: `“${values.file}” breaks off before its end.`,
  advice: "Nothing was imported. Download it again.",
  key: 'problem.I405-cut-short',
  values,
});

/** “{file}” is none of the kinds of document that Plumbline reads. */
export const I406 = (values: { file: string }): Problem => ({
  code: 'I406',
  message: `“${values.file}” is none of the kinds of document that Plumbline reads.`,
  advice: "Nothing was imported. Skills are read from RSD, CASE, CTDL-ASN, ASN and SKOS as JSON, and from CSV tables.",
  key: 'problem.I406',
  values,
});

/** “{file}” cannot be read at its beginning: there is no CFDocument with CFItems. */
export const I410Package = (values: { file: string }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at its beginning: there is no CFDocument with CFItems.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-package',
  values,
});

/** “{file}” cannot be read at {place}: it is no CFItem. */
export const I410Item = (values: { file: string; place: string }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at ${values.place}: it is no CFItem.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-item',
  values,
});

/** “{file}” cannot be read at entry {number, number}: no skill stands there. */
export const I410Entry = (values: { file: string; number: number }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at entry ${numberIn(values.number)}: no skill stands there.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-entry',
  values,
});

/** “{file}” calls two skills by the same identifier, number {first} and number {second}: “{uri}”. */
export const I411 = (values: { file: string; first: string; second: string; uri: string }): Problem => ({
  code: 'I411',
  message: `“${values.file}” calls two skills by the same identifier, number ${values.first} and number ${values.second}: “${values.uri}”.`,
  advice: "Nothing was imported. One of the two has to go, or to get an identifier of its own.",
  key: 'problem.I411',
  values,
});

/** “{file}” calls two skills by the same identifier, on line {first} and on line {second}: “{uri}”. */
export const I411Lines = (values: { file: string; first: string; second: string; uri: string }): Problem => ({
  code: 'I411',
  message: `“${values.file}” calls two skills by the same identifier, on line ${values.first} and on line ${values.second}: “${values.uri}”.`,
  advice: "Nothing was imported. One of the two rows has to go, or to get an identifier of its own.",
  key: 'problem.I411-lines',
  values,
});

/** “{file}” holds no skill that could be read. */
export const I412 = (values: { file: string }): Problem => ({
  code: 'I412',
  message: `“${values.file}” holds no skill that could be read.`,
  advice: "Nothing was imported. Check that it is the whole document and not only a list of frameworks.",
  key: 'problem.I412',
  values,
});

/** The quotation marks of “{file}” do not match in the row that begins on line {line}. */
export const I413 = (values: { file: string; line: string }): Problem => ({
  code: 'I413',
  message: `The quotation marks of “${values.file}” do not match in the row that begins on line ${values.line}.`,
  advice: "Nothing was imported. Close the cell there, or double the quotation mark that belongs to its text.",
  key: 'problem.I413',
  values,
});

/** The row of “{file}” that begins on line {line} does not end. */
export const I414 = (values: { file: string; line: string }): Problem => ({
  code: 'I414',
  message: `The row of “${values.file}” that begins on line ${values.line} does not end.`,
  advice: "Nothing was imported. Most likely a quotation mark is opened there and never closed.",
  key: 'problem.I414',
  values,
});

/** “{file}” holds more than {limit, number} skills. */
export const I415 = (values: { file: string; limit: number }): Problem => ({
  code: 'I415',
  message: `“${values.file}” holds more than ${numberIn(values.limit)} skills.`,
  advice: "Nothing was imported. Split it into several files, one for each framework.",
  key: 'problem.I415',
  values,
});

/** “{file}” has no column “{heading}”. */
export const I416 = (values: { file: string; heading: string }): Problem => ({
  code: 'I416',
  message: `“${values.file}” has no column “${values.heading}”.`,
  advice: "Nothing was imported. Check that the first row of the table holds its headings, and that this is the right table.",
  key: 'problem.I416',
  values,
});

/** Nobody has said yet which column of “{file}” holds the names of the skills. */
export const I417 = (values: { file: string }): Problem => ({
  code: 'I417',
  message: `Nobody has said yet which column of “${values.file}” holds the names of the skills.`,
  advice: "Nothing was imported. Say which column holds what, and import it again.",
  key: 'problem.I417',
  values,
});

/** “{name}” is the library that comes with Plumbline. */
export const I420 = (values: { name: string }): Problem => ({
  code: 'I420',
  message: `“${values.name}” is the library that comes with Plumbline.`,
  advice: "Nothing was changed. It is here already, and is renewed with the extension.",
  key: 'problem.I420',
  values,
});

/** It holds more than {limit, number} skills, which is more than Plumbline keeps. */
export const I421 = (values: { limit: number }): Problem => ({
  code: 'I421',
  message: `It holds more than ${numberIn(values.limit)} skills, which is more than Plumbline keeps.`,
  advice: "Nothing was changed. Import a part of it, such as one subject.",
  key: 'problem.I421',
  values,
});

/** The document that was fetched is no longer here. */
export const I422: Problem = {
  code: 'I422',
  message: "The document that was fetched is no longer here.",
  advice: "Nothing was changed. Fetch it again: a document waits for a day to be imported.",
  key: 'problem.I422',
};

/** It can no longer be brought back. */
export const I423: Problem = {
  code: 'I423',
  message: "It can no longer be brought back.",
  advice: "What was removed or replaced is kept for a day. Import it again from where it came.",
  key: 'problem.I423',
};

/** The import broke down before it was through. */
export const I428: Problem = {
  code: 'I428',
  message: "The import broke down before it was through.",
  advice: "What was kept before is as it was. Close other tabs to free memory, then try again.",
  key: 'problem.I428',
};

/** Something unexpected went wrong while importing. */
export const I429: Problem = {
  code: 'I429',
  message: "Something unexpected went wrong while importing.",
  advice: "Nothing was changed. Try again; the console of this page shows the details.",
  key: 'problem.I429',
};

/** An entry has no identifier that could stand for it for good, and was left out. */
export const I430: Problem = {
  code: 'I430',
  message: "An entry has no identifier that could stand for it for good, and was left out.",
  key: 'problem.I430',
};

/** An entry has neither a name nor a statement, and was left out. */
export const I431: Problem = {
  code: 'I431',
  message: "An entry has neither a name nor a statement, and was left out.",
  key: 'problem.I431',
};

/** A skill stands below one that is not in the document; it was put at the top. */
export const I432: Problem = {
  code: 'I432',
  message: "A skill stands below one that is not in the document; it was put at the top.",
  key: 'problem.I432',
};

/** An entry is marked by its publisher as not meant for alignment, and was left out. */
export const I433: Problem = {
  code: 'I433',
  message: "An entry is marked by its publisher as not meant for alignment, and was left out.",
  key: 'problem.I433',
};

/** A skill stands below itself; the circle was cut, and the skill put at the top. */
export const I434: Problem = {
  code: 'I434',
  message: "A skill stands below itself; the circle was cut, and the skill put at the top.",
  key: 'problem.I434',
};

/** A skill stands in several places of the tree; it was kept in the first. */
export const I435: Problem = {
  code: 'I435',
  message: "A skill stands in several places of the tree; it was kept in the first.",
  key: 'problem.I435',
};

/** The document’s vocabulary is not known here; its terms were read by their usual names. */
export const I436: Problem = {
  code: 'I436',
  message: "The document’s vocabulary is not known here; its terms were read by their usual names.",
  key: 'problem.I436',
};

/** An identifier is no address; one was made from it that holds on every device. */
export const I437: Problem = {
  code: 'I437',
  message: "An identifier is no address; one was made from it that holds on every device.",
  key: 'problem.I437',
};

/** A list names skills by their addresses only; those were left out. */
export const I438: Problem = {
  code: 'I438',
  message: "A list names skills by their addresses only; those were left out.",
  key: 'problem.I438',
};

/** A row has fewer cells than there are headings; the missing ones were taken as empty. */
export const I440: Problem = {
  code: 'I440',
  message: "A row has fewer cells than there are headings; the missing ones were taken as empty.",
  key: 'problem.I440',
};

/** A row has more cells than there are headings, so that nobody can tell which is which; it was left out. */
export const I441: Problem = {
  code: 'I441',
  message: "A row has more cells than there are headings, so that nobody can tell which is which; it was left out.",
  key: 'problem.I441',
};

/** A row has neither a name nor a statement, and was left out. */
export const I442: Problem = {
  code: 'I442',
  message: "A row has neither a name nor a statement, and was left out.",
  key: 'problem.I442',
};

/** An address of a skill is none; an identifier was made from the skill that holds on every device. */
export const I443: Problem = {
  code: 'I443',
  message: "An address of a skill is none; an identifier was made from the skill that holds on every device.",
  key: 'problem.I443',
};

/** A skill stands below one that is not in the table; it was put at the top. */
export const I444: Problem = {
  code: 'I444',
  message: "A skill stands below one that is not in the table; it was put at the top.",
  key: 'problem.I444',
};

/** A row is about something else than a skill, and was left out. */
export const I445: Problem = {
  code: 'I445',
  message: "A row is about something else than a skill, and was left out.",
  key: 'problem.I445',
};

/** A skill stands below itself; the circle was cut, and the skill put at the top. */
export const I446: Problem = {
  code: 'I446',
  message: "A skill stands below itself; the circle was cut, and the skill put at the top.",
  key: 'problem.I446',
};

/** {host} could not be reached. */
export const I450 = (values: { host: string }): Problem => ({
  code: 'I450',
  message: `${values.host} could not be reached.`,
  advice: "Nothing was changed. Check your connection and the address, then try again.",
  key: 'problem.I450',
  values,
});

/** {host} did not send the whole document in time. */
export const I451 = (values: { host: string }): Problem => ({
  code: 'I451',
  message: `${values.host} did not send the whole document in time.`,
  advice: "Nothing was changed. Try again in a moment, or download the document and choose it as a file.",
  key: 'problem.I451',
  values,
});

/** {host} sends its visitors on to an address that your browser does not tell. */
export const I452 = (values: { host: string }): Problem => ({
  code: 'I452',
  message: `${values.host} sends its visitors on to an address that your browser does not tell.`,
  advice: "Nothing was changed. Open the address in a tab and paste the address at which you arrive.",
  key: 'problem.I452',
  values,
});

/** The document at {host} is larger than {limit, number} MB. */
export const I453 = (values: { host: string; limit: number }): Problem => ({
  code: 'I453',
  message: `The document at ${values.host} is larger than ${numberIn(values.limit)} MB.`,
  advice: "Reading was broken off and nothing was changed. Look for the document in smaller parts.",
  key: 'problem.I453',
  values,
});

/** {host} did not give out the document and answered {status}. */
export const I454 = (values: { host: string; status: string }): Problem => ({
  code: 'I454',
  message: `${values.host} did not give out the document and answered ${values.status}.`,
  advice: "Nothing was changed. Check the address, or try again later.",
  key: 'problem.I454',
  values,
});

/** {host} did not give out the document and answered {status}. */
export const I454Closed = (values: { host: string; status: string }): Problem => ({
  code: 'I454',
  message: `${values.host} did not give out the document and answered ${values.status}.`,
  advice: "Nothing was changed. It asks for a key or a login: download the document and choose it as a file.",
  key: 'problem.I454-closed',
  values,
});

/** Your browser does not let Plumbline speak to {host}. */
export const I455 = (values: { host: string }): Problem => ({
  code: 'I455',
  message: `Your browser does not let Plumbline speak to ${values.host}.`,
  advice: "Nothing was sent. Try again and say yes when the browser asks.",
  key: 'problem.I455',
  values,
});

/** “{file}” is not well-formed XML, or breaks off before its end. */
export const I460 = (values: { file: string }): Problem => ({
  code: 'I460',
  message: `“${values.file}” is not well-formed XML, or breaks off before its end.`,
  advice: "Nothing was added. Download it again, or ask whoever made it for a sound one.",
  key: 'problem.I460',
  values,
});

/** “{file}” defines a document type or entities of its own, which a list of pages never needs. */
export const I461 = (values: { file: string }): Problem => ({
  code: 'I461',
  message: `“${values.file}” defines a document type or entities of its own, which a list of pages never needs.`,
  advice: "Nothing was read of it, since such files can be made to exhaust a computer. Ask whoever made it for one without.",
  key: 'problem.I461',
  values,
});

/** “{file}” is XML, but neither a sitemap nor an answer of OAI-PMH. */
export const I462 = (values: { file: string }): Problem => ({
  code: 'I462',
  message: `“${values.file}” is XML, but neither a sitemap nor an answer of OAI-PMH.`,
  advice: "Nothing was added. Lists are read from addresses, CSV, sitemaps and answers of OAI-PMH’s ListRecords.",
  key: 'problem.I462',
  values,
});

/** The repository answered: {said} */
export const I463 = (values: { said: string }): Problem => ({
  code: 'I463',
  message: `The repository answered: ${values.said}`,
  advice: "Nothing was added by this answer. Check the address, or choose another set of its records.",
  key: 'problem.I463',
  values,
});

/** “{file}” cannot be unpacked, or unpacks to more than {limit, number} MB. */
export const I464 = (values: { file: string; limit: number }): Problem => ({
  code: 'I464',
  message: `“${values.file}” cannot be unpacked, or unpacks to more than ${numberIn(values.limit)} MB.`,
  advice: "Nothing was added. Unpack it yourself, and choose what is inside.",
  key: 'problem.I464',
  values,
});

/** “{file}” has {size, number} MB, and lists of pages are read up to {limit, number} MB. */
export const I465 = (values: { file: string; size: number; limit: number }): Problem => ({
  code: 'I465',
  message: `“${values.file}” has ${numberIn(values.size)} MB, and lists of pages are read up to ${numberIn(values.limit)} MB.`,
  advice: "Nothing was added. Choose it in smaller parts; a sitemap index names such parts.",
  key: 'problem.I465',
  values,
});

/** “{file}” names no page. */
export const I466 = (values: { file: string }): Problem => ({
  code: 'I466',
  message: `“${values.file}” names no page.`,
  advice: "Nothing was added. A page is an address that begins with https:// or http://.",
  key: 'problem.I466',
  values,
});

/** {host} sends its visitors on to {to}. */
export const I467 = (values: { host: string; to: string }): Problem => ({
  code: 'I467',
  message: `${values.host} sends its visitors on to ${values.to}.`,
  advice: "Nothing was taken from there. Paste that address instead: your browser then asks for that site.",
  key: 'problem.I467',
  values,
});
