import { isWebAddress } from '../domain/web-address.ts';

/**
 * An http(s) address as an IRI: what browsers accept in an address but no IRI may hold (RFC 3987, section 2.2: white
 * space, quotes, brackets, control characters) is percent-encoded. Undefined where the text is no address to open:
 * another scheme, or a password in it.
 */
export function addressOf(identifier: string | undefined): string | undefined {
  return identifier !== undefined && isWebAddress(identifier)
    ? identifier.trim().replace(/[\s"<>\\^`{|}\p{Cc}]|\p{Cs}/gu, encode)
    : undefined;
}

/**
 * What may stand as an `@id`: an address, or a name that cannot be opened but identifies, a `urn:` (RFC 8141, section 2)
 * or a `did:` (DID Core 1.0, section 3.1). Undefined for everything else, such as a bare word or `javascript:`.
 */
export function iriOf(identifier: string | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  const isName = /^(urn:[a-z0-9][a-z0-9-]{0,31}|did:[a-z0-9]+):[^\s"<>\\^`{|}\p{Cc}\p{Cs}]+$/iu.test(identifier);
  return isName ? identifier : addressOf(identifier);
}

function encode(character: string): string {
  return /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
}
