import { asObject, type Incoming, json, parse, type Reply } from './reply.ts';
import type { Side } from './side.ts';

/** What the practice endpoint can be told. */
export type EndpointOrder = {
  /** Members that a body has to have, which has to be a JSON object then. */
  requires?: string[];
  /** The methods it takes, as it says itself. */
  allows?: string[];
};

/** What stands at the endpoint: under an address of its own, or under the key that it came with. */
type Kept = { method: string; body: string };

/** The endpoint of the practice registry. */
export type EndpointSide = Side & {
  /** What stands there, by address, or by key where the address is the one of all. */
  kept(): ReadonlyMap<string, Kept>;
};

const usualMethods = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Makes an endpoint of somebody's own, as one may write it in an afternoon: `/inbox` takes anything, `/inbox/<id>` keeps
 * one under each address. It knows `Idempotency-Key`: what came with a key before is answered as then, and kept once.
 */
export function createEndpoint(): EndpointSide {
  const kept = new Map<string, Kept>();
  let requires: string[] = [];
  let allows = usualMethods;

  function take({ method, path, headers, body }: Incoming): Reply {
    const key = String(headers['idempotency-key'] ?? `${kept.size}`);
    const text = body.toString('utf8');
    const value = asObject(parse(text));
    const missing = requires.find((member) => !value || !Object.hasOwn(value, member));
    if (missing) return json({ detail: `“${missing}” is missing` }, 422);
    kept.set(path === '/inbox' ? key : path, { method, body: text });
    return json({ received: text.length }, 201);
  }

  return {
    route(incoming) {
      const { method, path } = incoming;
      if (!/^\/inbox(\/[^/]+)?$/.test(path)) return undefined;
      if (method === 'OPTIONS') return { status: 204, headers: { allow: allows.join(', ') } };
      if (!allows.includes(method)) return json({ error: 'method not allowed' }, 405, { allow: allows.join(', ') });
      if (method !== 'DELETE') return take(incoming);
      return kept.delete(path) ? { status: 204 } : json({ error: 'not found' }, 404);
    },
    order({ clear, forget, endpoint }) {
      if (clear) [requires, allows] = [[], usualMethods];
      if (forget) kept.clear();
      requires = endpoint?.requires ?? requires;
      allows = endpoint?.allows ?? allows;
    },
    cors: ({ path }) => (path.startsWith('/inbox') ? {} : undefined),
    kept: () => kept,
  };
}
