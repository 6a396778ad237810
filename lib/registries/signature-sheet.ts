import type { SigningKey } from './adapter.ts';
import { base64, signingAlgorithm } from './signing-key.ts';

/** How long a sheet is good for, in milliseconds: five minutes, as CASS's own tools have it. */
export const sheetLifetime = 300_000;

const context = 'https://schema.cassproject.org/kbac/0.4';
const type = 'TimeLimitedSignature';

/** What a signature in a sheet says. */
export type Statement = {
  /** The signer's public key as one line of PEM. */
  owner: string;
  /** Milliseconds since the epoch, by the server's clock. */
  expiry: number;
  /** The object, or the server, that the signature is meant for. */
  server: string;
};

/**
 * The text whose UTF-8 bytes a signature covers. The order of the members and the absence of white space are part of
 * it (cassproject/cass-npm, EbacSignature.toSignableJson); on the wire the members have other names.
 */
export function signedText({ owner, expiry, server }: Statement): string {
  return JSON.stringify({ '@context': context, '@owner': owner, '@type': type, expiry, server });
}

/**
 * A signature sheet with one signature: proof, for a short time, that we hold the private half of a key
 * (cassproject/CASS, src/main/server/skyRepo/kbac.js). ASCII wherever `server` is, so that it can be a header.
 */
export async function signatureSheet(key: SigningKey, server: string, expiry: number): Promise<string> {
  const text = signedText({ owner: key.publicKeyPem, expiry, server });
  const signature = await crypto.subtle.sign(signingAlgorithm, key.privateKey, new TextEncoder().encode(text));
  return JSON.stringify([
    { type, context, expiry, server, '@owner': key.publicKeyPem, '@signatureSha256': base64(signature) },
  ]);
}
