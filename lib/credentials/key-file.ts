import { KeyFile } from '../domain/identity.ts';
import { ProblemError } from '../domain/problem.ts';
import { K503, K504 } from '../domain/problems.ts';

/** How often PBKDF2 turns: what OWASP asks for with SHA-256 (Password Storage Cheat Sheet, 2023). */
const iterations = 600_000;

/** Locks a private key under a password, as a file for the person. `made` is when the key was made, ISO 8601 in UTC. */
export async function lockKey(
  pkcs8: Uint8Array<ArrayBuffer>,
  { did, made, password }: { did: string; made: string; password: string },
  crypto: Crypto = globalThis.crypto,
): Promise<KeyFile> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await passwordKey(password, salt, iterations, crypto);
  const locked = await crypto.subtle.encrypt(cipher(iv, did), key, pkcs8);
  return {
    plumblineKey: 1,
    did,
    made,
    iterations,
    salt: toBase64(salt),
    iv: toBase64(iv),
    key: toBase64(new Uint8Array(locked)),
  };
}

/** Unlocks a key file. Throws K504 where the password is another one, or the file was changed. */
export async function unlockKey(
  file: KeyFile,
  password: string,
  crypto: Crypto = globalThis.crypto,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await passwordKey(password, fromBase64(file.salt), file.iterations, crypto);
  try {
    const open = await crypto.subtle.decrypt(cipher(fromBase64(file.iv), file.did), key, fromBase64(file.key));
    return new Uint8Array(open);
  } catch (cause) {
    throw new ProblemError(K504, { cause });
  }
}

/** Reads the text of a key file. Throws K503 where it is none. */
export function parseKeyFile(text: string): KeyFile {
  const { data } = KeyFile.safeParse(parse(text));
  if (data) return data;
  throw new ProblemError(K503);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function passwordKey(password: string, salt: Uint8Array<ArrayBuffer>, turns: number, crypto: Crypto) {
  // The same letters can come as different code points from different keyboards.
  const bytes = new TextEncoder().encode(password.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: turns },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function cipher(iv: Uint8Array<ArrayBuffer>, did: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(did) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}
