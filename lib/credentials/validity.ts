import type { Problem } from '../domain/problem.ts';
import { isObject } from './admit.ts';
import { problems } from './problems.ts';

/** How far two clocks may differ, in milliseconds. */
const skew = 5 * 60 * 1000;

/**
 * Why a credential is not good now: before its begin or after its end (VC Data Model 2.0, section 4.9, and the members of
 * 1.1), or those of one of its proofs (VC Data Integrity 1.0, section 2.1). A date that cannot be read counts as passed.
 */
export function untimely(credential: Record<string, unknown>, now: Date): Problem | undefined {
  const proofs = [credential.proof].flat().filter(isObject);
  for (const end of [credential.validUntil, credential.expirationDate, ...proofs.map(({ expires }) => expires)]) {
    if (end !== undefined && !(Date.parse(String(end)) + skew >= now.getTime())) return problems.expired(String(end));
  }
  for (const begin of [credential.validFrom, credential.issuanceDate, ...proofs.map(({ created }) => created)]) {
    if (begin !== undefined && !(Date.parse(String(begin)) - skew <= now.getTime())) {
      return problems.early(String(begin));
    }
  }
  return undefined;
}
