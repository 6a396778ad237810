import type { Problem } from './problem.ts';

/** Who is said to have signed. */
export type Signer = {
  /** The issuer's address: `did:key:…` where the key is in it. */
  id: string;
  /** What the issuer calls itself. Part of what was signed, and no proof of who it is. */
  name?: string;
};

/**
 * What can be said of a signature.
 * - `valid`: nothing was changed since it was signed, by a key that is known here
 * - `unknown-issuer`: nothing was changed since it was signed, but nobody here knows whose key that is
 * - `invalid`: changed since, out of date, or signed for something else; `reason` says which
 * - `unsigned`: there is no signature
 * - `unchecked`: it cannot be judged on this device; `reason` says why
 */
export type Verdict =
  | { state: 'valid' | 'unknown-issuer'; signer: Signer; signed?: string }
  | { state: 'invalid' | 'unchecked'; reason: Problem; signer?: Signer }
  | { state: 'unsigned' };
