import type { SigningKey } from './adapter.ts';

/** How CASS signs: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2), the `RS256` of RFC 7518. */
export const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/**
 * Makes an RSA key pair of 2,048 bits for signing what is published. The private half cannot be exported, not even by
 * the extension itself; IndexedDB keeps it as it is.
 */
export async function makeSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(
    { ...signingAlgorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    false,
    ['sign', 'verify'],
  );
  return {
    privateKey: pair.privateKey,
    publicKeyPem: oneLinePem(await crypto.subtle.exportKey('spki', pair.publicKey)),
  };
}

/** A public key as CASS names its owner: the PEM of its SubjectPublicKeyInfo (RFC 7468, section 13) without line breaks. */
export function oneLinePem(spki: ArrayBuffer): string {
  return `-----BEGIN PUBLIC KEY-----${base64(spki)}-----END PUBLIC KEY-----`;
}

/** Base64 with padding (RFC 4648, section 4). */
export function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
