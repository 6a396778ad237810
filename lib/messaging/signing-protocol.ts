import type { Result } from '../domain/problem.ts';
import type { Verdict } from '../domain/verdict.ts';

/**
 * What a page may ask of its signing worker. Only the page that started the worker can speak to it, so nothing here is
 * checked a second time.
 */
export type SigningRequests = {
  /** Sign the text of a credential, or of a list of them. */
  sign: { text: string };
  /** Sign the bytes of a file by a second file beside it. */
  signFile: { bytes: Uint8Array<ArrayBuffer>; name: string; mediaType: string };
  /** Judge what is signed; `beside` are the bytes of the file whose signature the text is. */
  verify: { text: string; beside?: Uint8Array<ArrayBuffer> };
};

/** What the worker answers, by request. */
export type SigningAnswers = { sign: string; signFile: string; verify: Verdict[] };

/** Name of a request. */
export type SigningRequestName = keyof SigningRequests;

/** What goes to the worker, each with a port of its own for the answer. Anything sent over that port cancels it. */
export type ToSigningWorker = {
  [Name in SigningRequestName]: { name: Name; request: SigningRequests[Name] };
}[SigningRequestName];

/** What comes back over the request's port, once. */
export type FromSigningWorker = Result<SigningAnswers[SigningRequestName]>;
