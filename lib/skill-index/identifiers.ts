import { fold, longestTerm } from '../domain/words.ts';

const address = /^(?:https?:\/\/|urn:|ce-)\S+$/i;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const digit = /\d/;
const code = /^[\p{L}\p{N}]+(?:[.\-_/:][\p{L}\p{N}]+)+[.:]?$/u;
const separators = /[.\-_/:\s]+/g;

/** Whether a query names one thing: an http(s) address, a `urn:`, a CTID (`ce-...`) or a bare UUID. */
export function isIdentifier(text: string): boolean {
  return address.test(text) || uuid.test(text);
}

/** Whether a word of a query looks like a notation: parts with a digit among them, such as `K.CC.A.1` or `15-1252`. */
export function isCode(text: string): boolean {
  // The digit first, since few queries have one, and a class of all scripts takes long to compile.
  return digit.test(text) && code.test(text);
}

/**
 * The term under which a skill is found by its address: `#` and a hash of the address's last part, the one that names
 * the skill. So the address is found under http and https, under both hosts of an ASN twin, and by its UUID or CTID
 * alone. A version number behind it (CASS: `/<id>/<milliseconds>`) does not count. Different addresses may share it.
 */
export function identifierTerm(uri: string): string {
  const parts = uri.split(/[/#:?=&]/).filter((part) => part !== '');
  const versioned = parts.length > 2 && /^\d{13}$/.test(parts.at(-1) ?? '');
  // The 0 leaves two digits that tell rows apart (segment-builder.ts), so a segment has 256 rows of them, not 4,096.
  return `#0${hash((parts.at(versioned ? -2 : -1) ?? uri).toLowerCase())}`;
}

/** FNV-1a, 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** A notation as it is compared: folded, every separator a full stop. */
export function foldedCode(text: string): string {
  return fold(text.trim()).replace(separators, '.').replace(/\.$/, '').slice(0, longestTerm);
}

/**
 * The terms under which a skill is found by its notation: the whole, and what is left without leading words, since
 * people write `K.CC.A.1` for `CCSS.Math.Content.K.CC.A.1`.
 */
export function codeTerms(notation: string): string[] {
  const parts = foldedCode(notation).split('.');
  const firstShort = parts.findIndex((part) => !/^\p{L}{2,}$/u.test(part));
  const last = Math.max(0, Math.min(firstShort, parts.length - 2));
  return Array.from({ length: last + 1 }, (_, from) => parts.slice(from).join('.'));
}
