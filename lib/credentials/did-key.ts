import { base58 } from './base58.ts';

/** Says of the 32 bytes after it that they are an Ed25519 public key (multicodec 0xed, as a varint). */
const ed25519Header = [0xed, 0x01];

/** The address that an Ed25519 public key makes of itself (https://w3c-ccg.github.io/did-key-spec/). */
export function didKeyOf(publicKey: Uint8Array): string {
  return `did:key:z${base58(Uint8Array.from([...ed25519Header, ...publicKey]))}`;
}

/** The address of the one key that a did:key has: itself, with its own last part as fragment. */
export function keyAddressOf(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** What stands at an address, where it is an Ed25519 `did:key:` or the key in it: worked out of the address alone. */
export function didKeyDocument(address: string): Record<string, unknown> | undefined {
  const [, did, multibase, fragment] = /^(did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44}))(?:#(.+))?$/.exec(address) ?? [];
  if (!did || (fragment !== undefined && fragment !== multibase)) return undefined;
  const id = keyAddressOf(did);
  const key = { id, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
  if (fragment !== undefined) return { '@context': 'https://w3id.org/security/multikey/v1', ...key };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [key],
    assertionMethod: [id],
  };
}
