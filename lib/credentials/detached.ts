import type { Verdict } from '../domain/verdict.ts';
import { isObject } from './admit.ts';
import { problems } from './problems.ts';
import { type Signing, signCredential } from './sign.ts';
import { type Checking, verifyCredential } from './verify.ts';

/** A file that is signed by a second file beside it. */
export type SignedFile = {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its name, which the signature repeats and does not prove. */
  name: string;
  mediaType: string;
};

/**
 * Signs the exact bytes of a file: answers a Verifiable Credential 2.0 that names the file by its SHA-256, as
 * `relatedResource` with `digestSRI` (VC Data Model 2.0, section 5.3) and as `ni:` address (RFC 6920). It needs no other
 * vocabulary than the data model's own, and the file stays as it is. Throws as `signCredential`.
 */
export async function signFile(file: SignedFile, signing: Signing): Promise<Record<string, unknown>> {
  const digest = await sha256(file.bytes);
  const id = `ni:///sha-256;${digest.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    name: `Signature of ${file.name}`,
    issuer: signing.key.did,
    validFrom: signing.now.toISOString(),
    credentialSubject: { id, name: file.name },
    relatedResource: [{ id, digestSRI: `sha256-${digest}`, mediaType: file.mediaType }],
  };
  return signCredential(credential, signing);
}

/** Whether a document is the signature of a file beside it. */
export function isFileSignature(document: unknown): boolean {
  return isObject(document) && Object.hasOwn(document, 'relatedResource') && Object.hasOwn(document, 'proof');
}

/**
 * Judges a file by the signature beside it: the signature must hold, and name these very bytes and no others. Rejects only
 * with the signal's reason.
 */
export async function verifyFile(
  bytes: Uint8Array<ArrayBuffer>,
  signature: unknown,
  checking: Checking,
): Promise<Verdict> {
  const verdict = await verifyCredential(signature, checking);
  if (verdict.state !== 'valid' && verdict.state !== 'unknown-issuer') return verdict;
  const { signer } = verdict;
  const resources = isObject(signature) ? [signature.relatedResource].flat() : [];
  const [resource] = resources;
  if (resources.length !== 1 || !isObject(resource)) return { state: 'invalid', reason: problems.signsNoFile, signer };
  const isThis = resource.digestSRI === `sha256-${await sha256(bytes)}`;
  return isThis ? verdict : { state: 'invalid', reason: problems.otherFile, signer };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}
