import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace for names that are addresses: RFC 9562, section 6.6. */
const urlNamespace = hexToBytes('6ba7b8119dad11d180b400c04fd430c8');

/**
 * The UUID by which an object is called that we make at a registry: version 5 of a text (RFC 9562, section 5.5), so that
 * each try and each device gives the same one. SHA-1 serves to spread names here, not to protect anything.
 */
export function objectUuid(text: string): string {
  const hash = sha1(new Uint8Array([...urlNamespace, ...utf8ToBytes(text)])).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
