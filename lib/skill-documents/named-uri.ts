import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DocumentSource } from './skill-document.ts';

/** Our own namespace of names, a random UUID. It never changes: what was imported is found again by it. */
const namespace = hexToBytes('3c6e0f5e7b0a4f4f9d0b5f2a8f1f6b1d');

/**
 * A `urn:uuid:` for what its document calls by no address: version 5 (RFC 9562, section 5.5), so that the same parts give
 * the same name on every device and at every import. SHA-1 serves to spread names here, not to protect anything.
 */
export function namedUri(...parts: string[]): string {
  const hash = sha1(new Uint8Array([...namespace, ...utf8ToBytes(JSON.stringify(parts))]));
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')}`;
}

/** Uri and name of a framework where nothing inside the document says them: its address, else its file's name. */
export function frameworkOfSource({ name, address }: DocumentSource): { uri: string; name: string } {
  const title = name.replace(/(\.(json|jsonld|csv|tsv|txt))+$/i, '').replace(/[_\s]+/g, ' ');
  return { uri: address ?? namedUri('framework', name), name: title.trim() || name };
}
