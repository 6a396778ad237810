import { type Problem, quoting } from '../domain/problem.ts';
import {
  statusGaveUp,
  statusKeyRefused,
  statusKeyTooLittle,
  statusNoKey,
  statusNothingThere,
  statusPause,
  statusPauseFor,
  statusRefused,
  statusTrouble,
  statusTroubleFor,
} from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { RegistryError, type RegistryFailure } from './registry-error.ts';
import { serverWords } from './server-words.ts';

/**
 * What a failure says. Of the codes R4xx and R5xx carry the HTTP status; the others are ours:
 *
 * | code | reason | what |
 * |---|---|---|
 * | R310 | unreachable | no answer: no network, no such host, the connection broke off |
 * | R311 | timed-out | no full answer in time |
 * | R312 | redirected | it sends its visitors on to another address |
 * | R313 | too-large | it answered more than we read |
 * | R314 | not-json | it answered something else than data |
 * | R315 | wrong-shape | it answered data of another shape |
 * | R316 | no-key | publishing needs a signing key and there is none |
 * | R317 | refused | the address asked for is not one of this registry's |
 * | R318 | unauthorised | the key has characters that cannot be sent |
 * | R320 | not-permitted | the browser does not let us speak to it (said by the services) |
 * | R321 | not-permitted | the person switched it off (said by the services) |
 * | R330 | | the address where access is fetched gave none |
 * | R331 | unauthorised, refused | the client was refused there |
 * | R332 | no-key | access has to be fetched and there is no client secret (said by the services) |
 * | R335 | refused | it does not keep the release that was chosen |
 * | R322 | | something unexpected went wrong on our side (said by the services) |
 * | R323 | wrong-shape | its pages do not come to an end |
 * | R336 | | it was not asked: this device is offline (said by the services) |
 * | R340 | refused | nobody has said yet to which tenant, for which organisation or in which format it publishes |
 * | R341 | refused | what stands there as its organisation is no CTID |
 * | R342 | refused | its dry run found faults, and nothing was published |
 * | R343 | refused | none of a page's alignments can be said in its vocabulary |
 * | R344 | refused | a statement from skill to skill cannot stand there |
 * | R345 | unauthorised | it tells what was published of a page to those alone who have a key |
 * | R346 | refused | it cannot take back what it was sent, which stays there |
 * | R347 | refused, server-error | a node did not take a document, though it answered with status 200 |
 * | R348 | refused | a node goes on showing what was withdrawn |
 * | R349 | refused | it does not take what is sent by this method |
 * | R350 | not-permitted | nobody has chosen the folder yet |
 * | R351 | not-permitted | the browser does not let us write into the folder any more |
 * | R352 | not-found | the folder is not where it was |
 * | R353 | refused | there is no room left on the folder's disk |
 * | R354 | server-error | another program may have the file open |
 */
export type Failure = Problem & {
  reason: RegistryFailure;
  /** Milliseconds until the next try makes sense; default 0. */
  retryAfter?: number;
  cause?: unknown;
};

/** Why a status was answered, in sentences; the status itself is the code. */
export type Words = Omit<Failure, 'code' | 'retryAfter' | 'cause'>;

/** A kind's own words for a status, from the registry's name and the body; undefined for the common words. */
export type StatusWords = (name: string, body: string) => Words | undefined;

/** A kind's own words by HTTP status; a status that is missing here gets the common words. */
export type Explanations = ReadonlyMap<number, StatusWords>;

/** The longest wait that a registry can ask for: one day, in milliseconds. */
const longestRetryAfter = 86_400_000;

/** Makes the error of a failure. */
export function failed({ registry }: Connection, failure: Failure): RegistryError {
  const { reason, retryAfter, cause, ...problem } = failure;
  return new RegistryError(registry, reason, problem, retryAfter, cause === undefined ? undefined : { cause });
}

/** What a refusing answer is made of. */
export type Refusal = { status: number; headers: Headers; body: string };

/** The error of an answer whose status says no. The registry's own words are quoted, without keys and tokens. */
export function refused(connection: Connection, refusal: Refusal, explanations?: Explanations): RegistryError {
  const { status, headers, body } = refusal;
  const { name } = connection.registry;
  const retryAfter = status === 429 || status >= 500 ? retryAfterOf(headers, connection.now()) : 0;
  const words = explanations?.get(status)?.(name, body) ?? commonWords(connection, status, retryAfter);
  return failed(connection, { ...quoting(words, serverWords(connection, body)), code: `R${status}`, retryAfter });
}

/**
 * How long a registry asks us to wait, in milliseconds, at most a day: `Retry-After` in seconds or as a date (RFC 9110,
 * section 10.2.3), else `X-RateLimit-Reset` in seconds from now or since the epoch. 0 where it says nothing readable.
 */
export function retryAfterOf(headers: Headers, now: number): number {
  const wait = fromRetryAfter(headers.get('retry-after'), now) ?? fromReset(headers.get('x-ratelimit-reset'), now) ?? 0;
  return Math.min(Math.max(0, Math.round(wait)), longestRetryAfter);
}

function fromRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date - now;
}

function fromReset(value: string | null, now: number): number | undefined {
  if (value === null || !/^\s*\d+(\.\d+)?\s*$/.test(value)) return undefined;
  const seconds = Number(value);
  if (seconds < 1e9) return seconds * 1000;
  return (seconds < 1e12 ? seconds * 1000 : seconds) - now;
}

function commonWords({ registry, token }: Connection, status: number, retryAfter: number): Words {
  const { name } = registry;
  if (status === 401 || status === 403)
    return { reason: 'unauthorised', ...keyWords(name, status, token !== undefined) };
  if (status === 404 || status === 410) return { reason: 'not-found', ...statusNothingThere({ name }) };
  if (status === 408) return { reason: 'timed-out', ...statusGaveUp({ name }) };
  const wait = retryAfter ? waitOf(retryAfter) : undefined;
  if (status === 429)
    return { reason: 'rate-limited', ...(wait ? statusPauseFor({ name, ...wait }) : statusPause({ name })) };
  const answered = { name, status: String(status) };
  if (status >= 500)
    return {
      reason: 'server-error',
      ...(wait ? statusTroubleFor({ ...answered, ...wait }) : statusTrouble(answered)),
    };
  return { reason: 'refused', ...statusRefused(answered) };
}

function keyWords(name: string, status: number, given: boolean) {
  if (!given) return statusNoKey({ name });
  return status === 401 ? statusKeyRefused({ name }) : statusKeyTooLittle({ name });
}

/** A wait in milliseconds as a person counts it, rounded up. */
function waitOf(milliseconds: number): { unit: string; count: number } {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return { unit: 'seconds', count: seconds };
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.ceil(minutes / 60) };
}
