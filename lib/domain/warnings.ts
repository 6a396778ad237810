// Written by "npm run words" from locales/en/warning.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { numberIn } from './english.ts';
import type { Warning } from './page-reading.ts';

/** The page’s {syntax} could not be read: {error} */
export const readerFailed = (values: { syntax: string; error: string }): Warning => ({
  code: 'reader-failed',
  message: `The page’s ${values.syntax} could not be read: ${values.error}`,
  key: 'warning.reader-failed',
  values,
});

/** The page is too large; it was read in part. */
export const readingStopped: Warning = {
  code: 'reading-stopped',
  message: "The page is too large; it was read in part.",
  key: 'warning.reading-stopped',
};

/** What the page says is about another address, perhaps the page shown before, and was not used. */
export const staleStatement: Warning = {
  code: 'stale-statement',
  message: "What the page says is about another address, perhaps the page shown before, and was not used.",
  key: 'warning.stale-statement',
};

/** An alignment is written as plain text; its relation was guessed. */
export const alignmentAsText: Warning = {
  code: 'alignment-as-text',
  message: "An alignment is written as plain text; its relation was guessed.",
  key: 'warning.alignment-as-text',
};

/** The page writes an alignment without a scope of its own; it was read all the same. */
export const alignmentWithoutScope: Warning = {
  code: 'alignment-without-scope',
  message: "The page writes an alignment without a scope of its own; it was read all the same.",
  key: 'warning.alignment-without-scope',
};

/** An alignment points to something that is no address. */
export const alignmentAddressUnusable: Warning = {
  code: 'alignment-address-unusable',
  message: "An alignment points to something that is no address.",
  key: 'warning.alignment-address-unusable',
};

/** An alignment does not say its relation; it was taken as “{relation}”. */
export const relationMissing = (values: { relation: string }): Warning => ({
  code: 'relation-missing',
  message: `An alignment does not say its relation; it was taken as “${values.relation}”.`,
  key: 'warning.relation-missing',
  values,
});

/** “{word}” is no known relation; it was taken as “{relation}”. */
export const relationUnknown = (values: { word: string; relation: string }): Warning => ({
  code: 'relation-unknown',
  message: `“${values.word}” is no known relation; it was taken as “${values.relation}”.`,
  key: 'warning.relation-unknown',
  values,
});

/** The code {code} does not belong to “{framework}”. */
export const frameworkContradictsCode = (values: { code: string; framework: string }): Warning => ({
  code: 'framework-contradicts-code',
  message: `The code ${values.code} does not belong to “${values.framework}”.`,
  key: 'warning.framework-contradicts-code',
  values,
});

/** JSON-LD script {script, number} and all after it were left out. */
export const jsonLdTooMany = (values: { script: number }): Warning => ({
  code: 'json-ld-too-many',
  message: `JSON-LD script ${numberIn(values.script)} and all after it were left out.`,
  key: 'warning.json-ld-too-many',
  values,
});

/** A JSON-LD block is too large to be read safely and was left out. */
export const jsonLdTooLarge: Warning = {
  code: 'json-ld-too-large',
  message: "A JSON-LD block is too large to be read safely and was left out.",
  key: 'warning.json-ld-too-large',
};

/** JSON-LD script {script, number} is too large and was left out. */
export const jsonLdTooLargeScript = (values: { script: number }): Warning => ({
  code: 'json-ld-too-large',
  message: `JSON-LD script ${numberIn(values.script)} is too large and was left out.`,
  key: 'warning.json-ld-too-large.script',
  values,
});

/** JSON-LD script {script, number} is no proper JSON and was mended. */
export const jsonLdMended = (values: { script: number }): Warning => ({
  code: 'json-ld-mended',
  message: `JSON-LD script ${numberIn(values.script)} is no proper JSON and was mended.`,
  key: 'warning.json-ld-mended',
  values,
});

/** A JSON-LD block is not valid JSON and was left out: {reason} */
export const jsonLdMalformed = (values: { reason: string }): Warning => ({
  code: 'json-ld-malformed',
  message: `A JSON-LD block is not valid JSON and was left out: ${values.reason}`,
  key: 'warning.json-ld-malformed',
  values,
});

/** JSON-LD script {script, number} is no JSON and was left out. */
export const jsonLdMalformedScript = (values: { script: number }): Warning => ({
  code: 'json-ld-malformed',
  message: `JSON-LD script ${numberIn(values.script)} is no JSON and was left out.`,
  key: 'warning.json-ld-malformed.script',
  values,
});

/** JSON-LD that breaks the format’s rules was left out: {reason} */
export const jsonLdInvalid = (values: { reason: string }): Warning => ({
  code: 'json-ld-invalid',
  message: `JSON-LD that breaks the format’s rules was left out: ${values.reason}`,
  key: 'warning.json-ld-invalid',
  values,
});

/** A JSON-LD block nests deeper than {depth, number} levels and was left out. */
export const jsonLdTooDeep = (values: { depth: number }): Warning => ({
  code: 'json-ld-too-deep',
  message: `A JSON-LD block nests deeper than ${numberIn(values.depth)} levels and was left out.`,
  key: 'warning.json-ld-too-deep',
  values,
});

/** The vocabulary at {address} is unknown here; its terms were read as schema.org’s. */
export const unknownContext = (values: { address: string }): Warning => ({
  code: 'unknown-context',
  message: `The vocabulary at ${values.address} is unknown here; its terms were read as schema.org’s.`,
  key: 'warning.unknown-context',
  values,
});

/** A JSON-LD block names no vocabulary; its terms were read as those of schema.org. */
export const missingContext: Warning = {
  code: 'missing-context',
  message: "A JSON-LD block names no vocabulary; its terms were read as those of schema.org.",
  key: 'warning.missing-context',
};
