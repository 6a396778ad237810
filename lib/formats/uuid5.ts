import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace for names that are addresses: RFC 9562, section 6.6. */
const urlNamespace = hexToBytes('6ba7b8119dad11d180b400c04fd430c8');

/**
 * Version 5 UUID of an address as a `urn:uuid:` (RFC 9562, section 5.5): the same address gives the same one anywhere.
 * SHA-1 serves to spread names here, not to protect anything.
 */
export function uuid5(address: string): string {
  const hash = sha1(new Uint8Array([...urlNamespace, ...utf8ToBytes(address)]));
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')}`;
}
