import { issue } from '@digitalbazaar/vc';
import { ProblemError } from '../domain/problem.ts';
import { admit, isAdmitted, isObject } from './admit.ts';
import { type DocumentLoader, loadDocument } from './document-loader.ts';
import type { SigningKey } from './key-pair.ts';
import { problems } from './problems.ts';
import { uncoveredIn, wordsOf } from './reasons.ts';
import { signingSuite } from './suite.ts';
import { verifyCredential } from './verify.ts';

/** Who signs, and when. */
export type Signing = {
  key: SigningKey;
  /** What the signer calls itself. */
  name?: string;
  now: Date;
  /** Default: what stands on this device. */
  load?: DocumentLoader;
  signal?: AbortSignal;
};

const credentials2 = 'https://www.w3.org/ns/credentials/v2';

/**
 * Signs a Verifiable Credential 2.0 by Data Integrity, `eddsa-rdfc-2022`; the signer takes the issuer's place. The
 * document given is left as it is. Throws ProblemError where the document is no such credential (K510), where a signature
 * would not cover every word of it (K511, K512), and K513 to K515; what was signed has been verified before it is handed
 * out.
 */
export async function signCredential(document: unknown, signing: Signing): Promise<Record<string, unknown>> {
  const { key, name, now, load = loadDocument, signal } = signing;
  const admitted = await admit(document, load);
  if (!isAdmitted(admitted)) throw new ProblemError(admitted);
  if (admitted['@context'][0] !== credentials2) throw new ProblemError(problems.noCredential);
  if (Object.hasOwn(admitted, 'proof')) throw new ProblemError(problems.signedAlready);
  const { issuer } = admitted;
  const type = isObject(issuer) && Object.hasOwn(issuer, 'type') ? { type: issuer.type } : {};
  const credential = structuredClone({
    ...admitted,
    issuer: { id: key.did, ...type, ...(name && { name }) },
    validFrom: admitted.validFrom ?? now.toISOString(),
  });
  const signed = await issue({ credential, suite: signingSuite(key, now), documentLoader: load, now }).catch(
    (error: unknown) => {
      throw new ProblemError(uncoveredIn(error) ?? problems.notSigned(wordsOf(error)), { cause: error });
    },
  );
  signal?.throwIfAborted();
  const { proof } = signed as { proof: object };
  // Both of 1EdTech's schemas for Open Badges take a list; one of them takes nothing else.
  const answer = { ...signed, proof: [proof] };
  const verdict = await verifyCredential(answer, { known: [key.did], now, load, signal });
  if (verdict.state === 'valid') return answer;
  throw new ProblemError('reason' in verdict ? verdict.reason : problems.changed);
}
