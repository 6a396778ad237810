import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { asObject, type Incoming, json, type Reply } from './reply.ts';

/** What can go wrong. Every kind but `slow`, `drop` and `truncated` answers instead of the registry, unless `after`. */
type FaultKind =
  /** Answers as usual, `ms` milliseconds late. */
  | { kind: 'slow'; ms: number }
  /** Begins to answer and never ends. */
  | { kind: 'stall' }
  /** Answers a status: 401, 403, 429 (with `retryAfter`), 500. The body repeats the key, as some do. */
  | { kind: 'status'; status: number; retryAfter?: string; body?: string }
  /** Carries the request out and cuts the line instead of answering. */
  | { kind: 'drop' }
  /** A web page with status 200, as a captive portal answers. */
  | { kind: 'html' }
  /** Nothing, with status 200. */
  | { kind: 'empty' }
  /** So many bytes of JSON, piece by piece; 10,000,000 by default. */
  | { kind: 'huge'; bytes?: number }
  /** JSON of another shape; `body` where given. */
  | { kind: 'other-schema'; body?: unknown }
  /** The usual answer, broken off in the middle. */
  | { kind: 'truncated' }
  /** A redirect; status 307 by default. */
  | { kind: 'redirect'; to: string; status?: number };

/** A fault and the requests that it falls upon. */
export type Fault = FaultKind & {
  /** Prefix of the path. Default: every path. */
  path?: string;
  method?: string;
  /** How many requests; all until cleared where absent. */
  times?: number;
  /** Carries the request out first and spoils only the answer. */
  after?: boolean;
};

const kinds = ['slow', 'stall', 'status', 'drop', 'html', 'empty', 'huge', 'other-schema', 'truncated', 'redirect'];

/** A fault from outside; throws where it is none. */
export function readFault(value: unknown): Fault {
  const fault = asObject(value);
  if (!fault || !kinds.includes(String(fault.kind))) throw new Error(`no fault: ${JSON.stringify(value)}`);
  return { ...fault } as Fault;
}

/** The first fault in the list that falls upon a request; uses up one of its times. */
export function takeFault(faults: Fault[], { method, path }: Incoming): Fault | undefined {
  const index = faults.findIndex(
    (fault) => path.startsWith(fault.path ?? '/') && (!fault.method || fault.method === method) && fault.times !== 0,
  );
  const fault = faults[index];
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}

/** Whether the registry still carries out a request upon which the fault falls. */
export function carriesOut(fault: Fault): boolean {
  return fault.after === true || ['slow', 'drop', 'truncated'].includes(fault.kind);
}

/**
 * Spoils an answer. `usual` is what the registry would have said, where it was asked. Answers what is to be sent, or
 * undefined where the fault has dealt with the line itself.
 */
export async function spoil(
  fault: Fault,
  usual: Reply | undefined,
  incoming: Incoming,
  response: ServerResponse,
): Promise<Reply | undefined> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms);
      return usual;
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
      return undefined;
    case 'status':
      return refusal(fault, incoming);
    case 'drop':
      response.socket?.destroy();
      return undefined;
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Welcome</title>' };
    case 'empty':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
    case 'huge':
      await flood(response, fault.bytes ?? 10_000_000);
      return undefined;
    case 'other-schema':
      return json(fault.body ?? [{ identifier: '1', fullStatement: 'A row of another registry' }]);
    case 'truncated':
      return { status: 200, ...usual, body: usual?.body?.slice(0, usual.body.length / 2) ?? '' };
    case 'redirect':
      return { status: fault.status ?? 307, headers: { location: fault.to } };
  }
}

function refusal(fault: Extract<Fault, { kind: 'status' }>, { headers }: Incoming): Reply {
  const message = `Refused what came with ${headers.authorization ?? headers['x-api-key'] ?? 'nothing'}`;
  const wait = fault.retryAfter === undefined ? undefined : { 'retry-after': fault.retryAfter };
  if (fault.body === undefined) return json({ message }, fault.status, wait);
  return { status: fault.status, ...(wait && { headers: wait }), body: fault.body };
}

async function flood(response: ServerResponse, bytes: number): Promise<void> {
  const piece = Buffer.from(`${JSON.stringify({ id: 'https://skills.example/1', skillName: 'x'.repeat(65_000) })},`);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('[');
  for (let sent = 1; sent < bytes && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await drained(response);
  }
  response.end('{}]');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
