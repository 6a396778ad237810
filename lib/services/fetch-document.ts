import type { Validators } from '../domain/framework.ts';
import { type Problem, ProblemError } from '../domain/problem.ts';
import { I450, I451, I452, I453, I454, I454Closed, I455 } from '../domain/problems.ts';
import { originPattern } from '../domain/registry.ts';
import type { Moved, Unchanged } from '../domain/staging.ts';
import { hostOf, isWebAddress, pageAddress } from '../domain/web-address.ts';
import { pieces } from '../registries/answer-body.ts';
import { deadline } from '../registries/deadline.ts';
import { documentName } from './document-name.ts';

/** A document with what its server said of it. */
export type DocumentBytes = { name: string; address: string; body: Blob; validators: Validators };

/** Fetches a document at an http(s) address. See `createFetchDocument`. */
export type FetchDocument = (
  address: string,
  known: Validators | undefined,
  signal: AbortSignal,
) => Promise<({ state: 'fetched' } & DocumentBytes) | Unchanged | Moved>;

/** What fetching documents needs. */
export type FetchNeeds = {
  fetch: typeof fetch;
  /** Whether the browser lets us speak to a match pattern's host. */
  permitted(pattern: string): Promise<boolean>;
  /** Milliseconds that a server has to answer in full. Default 60,000. */
  timeout?: number;
  /** The most bytes of a document that are read. Default 60,000,000. */
  limit?: number;
};

/** JSON-LD before JSON before tables: servers of RSDs and of CASE have their screens at the same address. */
const accepted =
  'application/ld+json, application/json;q=0.9, text/csv;q=0.8, text/tab-separated-values;q=0.8, text/plain;q=0.5, */*;q=0.1';

/**
 * Makes `fetchDocument`: one GET without cookies, referrer and keys, conditional where validators are known (RFC 9110,
 * section 13.1). A redirect within the site is followed; where it leaves the site the answer is `moved` with the address
 * at its end, and nothing is taken from there. Rejects with ProblemError I450 to I455, and on abort with the signal's
 * reason.
 */
export function createFetchDocument({
  fetch,
  permitted,
  timeout = 60_000,
  limit = 60_000_000,
}: FetchNeeds): FetchDocument {
  return async function fetchDocument(address, known, signal) {
    signal.throwIfAborted();
    if (!(await permitted(originPattern(address)))) throw problem(I455, address);
    const clock = deadline(signal, timeout);
    try {
      return await read(address, known, clock.signal);
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof ProblemError) throw cause;
      throw problem(clock.signal.aborted ? I451 : I450, address, cause);
    } finally {
      clock.stop();
    }
  };

  async function read(
    asked: string,
    known: Validators | undefined,
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<FetchDocument>>> {
    const request = requestOf(known, signal);
    let address = pageAddress(asked) ?? asked;
    let response = await fetch(address, request);
    if (isRedirect(response)) {
      const end = await endOf(address, signal);
      if (!end) throw problem(I452, asked);
      if (new URL(end).origin !== new URL(asked).origin) return { state: 'moved', to: end };
      address = end;
      response = await fetch(address, request);
    }
    const { status, headers } = response;
    if (status === 304 && known) return { state: 'unchanged' };
    if (isRedirect(response)) throw problem(I452, asked);
    if (!response.ok) throw refused(asked, status);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of pieces(response, limit, () => tooLarge(asked, limit))) parts.push(piece);
    const body = new Blob(parts);
    return { state: 'fetched', name: documentName(address, headers), address, body, validators: validatorsIn(headers) };
  }

  /**
   * A browser hides where a redirect leads unless it follows it itself. That is tried without cookies, and only the
   * address at which it ends is looked at.
   */
  async function endOf(address: string, signal: AbortSignal): Promise<string | undefined> {
    try {
      const end = await fetch(address, { ...plain, redirect: 'follow', signal });
      await end.body?.cancel();
      return isWebAddress(end.url) && end.url !== address ? end.url : undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      return undefined;
    }
  }
}

const plain = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const satisfies RequestInit;

function requestOf(known: Validators | undefined, signal: AbortSignal): RequestInit {
  const { etag, lastModified } = known ?? {};
  const headers = {
    accept: accepted,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
  return { ...plain, headers, redirect: 'manual', signal };
}

function validatorsIn(headers: Headers): Validators {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

function problem(made: (values: { host: string }) => Problem, address: string, cause?: unknown): ProblemError {
  return new ProblemError(made({ host: hostOf(address) }), { cause });
}

function tooLarge(address: string, limit: number): ProblemError {
  return new ProblemError(I453({ host: hostOf(address), limit: Math.round(limit / 1_000_000) }));
}

function refused(address: string, status: number): ProblemError {
  const made = status === 401 || status === 403 ? I454Closed : I454;
  return new ProblemError(made({ host: hostOf(address), status: String(status) }));
}
