// Written by "npm run words" from locales/en/warning.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { numberIn } from './english.ts';
import type { Warning } from './page-reading.ts';

/** {syntax} of the page could not be read: {error} */
export const readerFailed = (values: { syntax: string; error: string }): Warning => ({
  code: 'reader-failed',
  message: `${values.syntax} of the page could not be read: ${values.error}`,
  values,
});

/** The page is too large; it was read in part. */
export const readingStopped: Warning = {
  code: 'reading-stopped',
  message: "The page is too large; it was read in part.",
};

/** What the page says is about another address, perhaps the page shown before, and was not used. */
export const staleStatement: Warning = {
  code: 'stale-statement',
  message: "What the page says is about another address, perhaps the page shown before, and was not used.",
};

/** An alignment is written as plain text; its relation was guessed. */
export const alignmentAsText: Warning = {
  code: 'alignment-as-text',
  message: "An alignment is written as plain text; its relation was guessed.",
};

/** The page writes an alignment without a scope of its own; it was read all the same. */
export const alignmentWithoutScope: Warning = {
  code: 'alignment-without-scope',
  message: "The page writes an alignment without a scope of its own; it was read all the same.",
};

/** An alignment points to something that is no address. */
export const alignmentAddressUnusable: Warning = {
  code: 'alignment-address-unusable',
  message: "An alignment points to something that is no address.",
};

/** An alignment does not say its relation; it was taken as “{relation}”. */
export const relationMissing = (values: { relation: string }): Warning => ({
  code: 'relation-missing',
  message: `An alignment does not say its relation; it was taken as “${values.relation}”.`,
  values,
});

/** “{word}” is no known relation; it was taken as “{relation}”. */
export const relationUnknown = (values: { word: string; relation: string }): Warning => ({
  code: 'relation-unknown',
  message: `“${values.word}” is no known relation; it was taken as “${values.relation}”.`,
  values,
});

/** The code {code} does not belong to “{framework}”. */
export const frameworkContradictsCode = (values: { code: string; framework: string }): Warning => ({
  code: 'framework-contradicts-code',
  message: `The code ${values.code} does not belong to “${values.framework}”.`,
  values,
});

/** JSON-LD script {script} is one too many and was left out. */
export const jsonLdTooMany = (values: { script: string }): Warning => ({
  code: 'json-ld-too-many',
  message: `JSON-LD script ${values.script} is one too many and was left out.`,
  values,
});

/** A JSON-LD block is too large to be read safely and was left out. */
export const jsonLdTooLarge: Warning = {
  code: 'json-ld-too-large',
  message: "A JSON-LD block is too large to be read safely and was left out.",
};

/** JSON-LD script {script} is too large and was left out. */
export const jsonLdTooLargeScript = (values: { script: string }): Warning => ({
  code: 'json-ld-too-large',
  message: `JSON-LD script ${values.script} is too large and was left out.`,
  key: 'warning.json-ld-too-large.script',
  values,
});

/** JSON-LD script {script} is no proper JSON and was mended. */
export const jsonLdMended = (values: { script: string }): Warning => ({
  code: 'json-ld-mended',
  message: `JSON-LD script ${values.script} is no proper JSON and was mended.`,
  values,
});

/** A JSON-LD block is not valid JSON and was left out: {reason} */
export const jsonLdMalformed = (values: { reason: string }): Warning => ({
  code: 'json-ld-malformed',
  message: `A JSON-LD block is not valid JSON and was left out: ${values.reason}`,
  values,
});

/** JSON-LD script {script} is no JSON and was left out. */
export const jsonLdMalformedScript = (values: { script: string }): Warning => ({
  code: 'json-ld-malformed',
  message: `JSON-LD script ${values.script} is no JSON and was left out.`,
  key: 'warning.json-ld-malformed.script',
  values,
});

/** JSON-LD that breaks the format’s rules was left out: {reason} */
export const jsonLdInvalid = (values: { reason: string }): Warning => ({
  code: 'json-ld-invalid',
  message: `JSON-LD that breaks the format’s rules was left out: ${values.reason}`,
  values,
});

/** A JSON-LD block nests deeper than {depth, number} levels and was left out. */
export const jsonLdTooDeep = (values: { depth: number }): Warning => ({
  code: 'json-ld-too-deep',
  message: `A JSON-LD block nests deeper than ${numberIn(values.depth)} levels and was left out.`,
  values,
});

/** The vocabulary at {address} is unknown here; its terms were read as schema.org’s. */
export const unknownContext = (values: { address: string }): Warning => ({
  code: 'unknown-context',
  message: `The vocabulary at ${values.address} is unknown here; its terms were read as schema.org’s.`,
  values,
});

/** A JSON-LD block names no vocabulary; its terms were read as those of schema.org. */
export const missingContext: Warning = {
  code: 'missing-context',
  message: "A JSON-LD block names no vocabulary; its terms were read as those of schema.org.",
};
