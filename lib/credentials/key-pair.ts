import { ProblemError } from '../domain/problem.ts';
import { K501, K505 } from '../domain/problems.ts';
import { didKeyOf } from './did-key.ts';

/** A key that signs: the private half as a handle whose bytes nobody can read, and its own address. */
export type SigningKey = { did: string; privateKey: CryptoKey };

/** A key just made: `pkcs8` is its private half in the open (RFC 8410), to be locked at once and forgotten. */
export type FreshKey = { key: SigningKey; pkcs8?: Uint8Array<ArrayBuffer> };

/**
 * Makes an Ed25519 key (RFC 8032) by WebCrypto. `locking`: its private half is handed out once, to be locked under a
 * password; the key that is kept cannot be extracted either way. Throws K501 where the browser has no Ed25519.
 */
export async function makeKeyPair(locking: boolean, crypto: Crypto = globalThis.crypto): Promise<FreshKey> {
  const pair = await generate(locking, crypto);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const did = didKeyOf(publicKey);
  if (!locking) return { key: { did, privateKey: pair.privateKey } };
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { key: { did, privateKey: await importPrivate(pkcs8, crypto) }, pkcs8 };
}

/**
 * A key from its private half (PKCS #8) and the address that it is said to have. Throws K505 where the two do not belong
 * together, and K501 as above.
 */
export async function takeKeyPair(
  pkcs8: Uint8Array<ArrayBuffer>,
  did: string,
  crypto: Crypto = globalThis.crypto,
): Promise<SigningKey> {
  await requireEd25519(crypto);
  try {
    // WebCrypto tells the public half of a private key only by way of JWK.
    const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', open);
    const publicKey = Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    if (didKeyOf(publicKey) === did) return { did, privateKey: await importPrivate(pkcs8, crypto) };
  } catch (cause) {
    throw foreignKey(cause);
  }
  throw foreignKey();
}

async function importPrivate(pkcs8: Uint8Array<ArrayBuffer>, crypto: Crypto): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
}

async function requireEd25519(crypto: Crypto): Promise<void> {
  await generate(false, crypto);
}

async function generate(extractable: boolean, crypto: Crypto): Promise<CryptoKeyPair> {
  try {
    return (await crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify'])) as CryptoKeyPair;
  } catch (cause) {
    throw new ProblemError(K501, { cause });
  }
}

function foreignKey(cause?: unknown): ProblemError {
  return new ProblemError(K505, { cause });
}
