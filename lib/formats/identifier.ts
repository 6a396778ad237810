import { isWebAddress } from '../domain/web-address.ts';

/** What of an identifier may leave the house. */
export type Links = {
  /** An `@id`: an address, or a name that cannot be opened but identifies. Undefined for anything else. */
  iri?: string;
  /** An http(s) address to open. */
  url?: string;
};

/**
 * Sorts an identifier. Addresses are http(s), without a password; what browsers accept in one but no IRI may hold
 * (RFC 3987, section 2.2: white space, quotes, brackets, control characters) is percent-encoded. Names are `urn:`
 * (RFC 8141, section 2) and `did:` (DID Core 1.0, section 3.1). Everything else, such as a bare word or `javascript:`,
 * has no links.
 */
export function linksOf(identifier: string | undefined): Links {
  if (!identifier) return {};
  if (isName(identifier)) return { iri: identifier };
  if (!isWebAddress(identifier)) return {};
  const url = identifier.trim().replace(/[\s"<>\\^`{|}\p{Cc}]|\p{Cs}/gu, encode);
  return { iri: url, url };
}

function isName(identifier: string): boolean {
  return /^(urn:[a-z0-9][a-z0-9-]{0,31}|did:[a-z0-9]+):[^\s"<>\\^`{|}\p{Cc}\p{Cs}]+$/iu.test(identifier);
}

function encode(character: string): string {
  return /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
}
