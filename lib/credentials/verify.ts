import { verifyCredential as verifyByPackage } from '@digitalbazaar/vc';
import type { Problem } from '../domain/problem.ts';
import type { Signer, Verdict } from '../domain/verdict.ts';
import { type Admitted, admit, isAdmitted, isObject } from './admit.ts';
import { type DocumentLoader, loadDocument, UnknownAddress } from './document-loader.ts';
import { problems } from './problems.ts';
import { uncoveredIn, wordsOf } from './reasons.ts';
import { checkingSuite, suiteName } from './suite.ts';
import { untimely } from './validity.ts';

/** What a signature is held against. */
export type Checking = {
  /** The issuers that are known here, by their `did:key:`. */
  known: readonly string[];
  now: Date;
  /** Default: what stands on this device. */
  load?: DocumentLoader;
  signal?: AbortSignal;
};

/** More than anybody signs with; each costs an elliptic curve's work. */
const mostProofs = 16;

/**
 * Judges the Data Integrity proofs of a Verifiable Credential (VC Data Integrity 1.0, section 4.4), without the network.
 * All proofs of the kind eddsa-rdfc-2022 must hold. Rejects only with the signal's reason.
 */
export async function verifyCredential(document: unknown, checking: Checking): Promise<Verdict> {
  const { load = loadDocument, now, known, signal } = checking;
  if (!isObject(document) || !Object.hasOwn(document, 'proof')) return { state: 'unsigned' };
  const admitted = await admit(document, load);
  if (!isAdmitted(admitted)) return notAdmitted(admitted);
  const signer = signerIn(admitted);
  if (!signer) return { state: 'invalid', reason: problems.noIssuer };
  const proofs = [admitted.proof].flat();
  const unfit = unfitProof(proofs, signer);
  if (unfit) return { ...unfit, signer };
  const broken = await brokenBy(admitted, load);
  signal?.throwIfAborted();
  if (broken) return { ...broken, signer };
  const late = untimely(admitted, now);
  if (late) return { state: 'invalid', reason: late, signer };
  if (admitted.credentialStatus !== undefined) return { state: 'unchecked', reason: problems.revocable, signer };
  const signed = ours(proofs)[0]?.created;
  const when = typeof signed === 'string' ? { signed } : {};
  return { state: known.includes(signer.id) ? 'valid' : 'unknown-issuer', signer, ...when };
}

function notAdmitted(reason: Problem): Verdict {
  return { state: reason.code === problems.halfCharacter.code ? 'invalid' : 'unchecked', reason };
}

/** Who is said to have issued a credential; undefined where nobody is. */
function signerIn({ issuer }: Admitted): Signer | undefined {
  if (typeof issuer === 'string') return { id: issuer };
  if (!isObject(issuer) || typeof issuer.id !== 'string') return undefined;
  return { id: issuer.id, ...(typeof issuer.name === 'string' && { name: issuer.name }) };
}

type Proof = Record<string, unknown>;
type Unfit = { state: 'invalid' | 'unchecked'; reason: Problem };

function ours(proofs: unknown[]): Proof[] {
  return proofs.filter(
    (one): one is Proof => isObject(one) && one.type === 'DataIntegrityProof' && one.cryptosuite === suiteName,
  );
}

/** What keeps proofs from being checked at all, or makes checking needless. */
function unfitProof(proofs: unknown[], signer: Signer): Unfit | undefined {
  const known = ours(proofs);
  if (proofs.length > mostProofs) return { state: 'unchecked', reason: problems.tooLarge };
  // A chained proof vouches for the one before it, which the package does not look at.
  if (known.length === 0 || known.some((one) => Object.hasOwn(one, 'previousProof'))) {
    return { state: 'unchecked', reason: problems.otherKind };
  }
  if (!signer.id.startsWith('did:key:z6Mk')) return { state: 'unchecked', reason: problems.keyElsewhere(signer.id) };
  if (known.some((one) => one.proofPurpose !== 'assertionMethod')) {
    return { state: 'invalid', reason: problems.otherPurpose };
  }
  const isForeign = (one: Proof) => String(one.verificationMethod).split('#')[0] !== signer.id;
  return known.some(isForeign) ? { state: 'invalid', reason: problems.otherSigner } : undefined;
}

/** Asks the package, as of a day on which the credential was good, so that a change is not mistaken for old age. */
async function brokenBy(credential: Admitted, load: DocumentLoader): Promise<Unfit | undefined> {
  const {
    verified,
    results = [],
    error,
  } = await verifyByPackage({
    credential: structuredClone(credential),
    suite: checkingSuite(),
    documentLoader: load,
    now: new Date(String(credential.validFrom ?? credential.issuanceDate ?? credential.validUntil ?? 0)),
    checkStatus: async () => ({ verified: true }),
  });
  if (verified && results.length > 0 && results.every((one) => one.verified)) return undefined;
  const trouble = error ?? results.find((one) => one.error)?.error;
  const uncovered = uncoveredIn(trouble);
  if (uncovered) return { state: 'invalid', reason: uncovered };
  const failed = results.length > 0 || trouble instanceof UnknownAddress;
  return { state: 'invalid', reason: failed ? problems.changed : problems.malformed(wordsOf(trouble)) };
}
