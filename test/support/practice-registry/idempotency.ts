import { type Incoming, json, type Reply } from './reply.ts';

/**
 * Makes a registry carry out a write once for each `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): one that
 * comes again gets the answer of the first, and one that comes with another request is refused with 422. Only what
 * succeeded is remembered.
 */
export function createIdempotency() {
  const answered = new Map<string, { what: string; reply: Reply }>();

  return {
    once(incoming: Incoming, carryOut: () => Reply): Reply {
      const key = keyOf(incoming);
      if (key === undefined) return carryOut();
      // CASS's addresses end with the time of writing, which is another with each try.
      const what = `${incoming.method} ${incoming.path.replace(/\/\d+$/, '')}`;
      const before = answered.get(key);
      if (before)
        return before.what === what ? before.reply : json({ message: 'This key is of another request.' }, 422);
      const reply = carryOut();
      if (reply.status < 300) answered.set(key, { what, reply });
      return reply;
    },
    forget: () => answered.clear(),
  };
}

/** The key of a request: a string of structured fields, whose quotation marks belong to it. */
export function keyOf({ headers }: Incoming): string | undefined {
  return /^"([\x20-\x7e]+)"$/.exec(String(headers['idempotency-key'] ?? ''))?.[1];
}
