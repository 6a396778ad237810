import type { NodeObject, Warning } from '../domain/page-reading.ts';

/** A value in expanded JSON-LD: a reference, a literal or a list (JSON-LD 1.1, sections 9.5 to 9.7). */
export type Value =
  | { '@id': string }
  | { '@value': string; '@type'?: string; '@language'?: string }
  | { '@list': Value[] };

/** The RDF vocabulary's namespace. */
export const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The most statements that one reader keeps of a page. */
export const mostStatements = 200_000;

/** Statements as they are found, one node for each subject in the order of first mention. */
export type Graph = {
  /** Adds a statement; false once `mostStatements` are reached and nothing is added any more. */
  add(subject: string, predicate: string, value: Value): boolean;
  /** Whether it takes more. */
  hasRoom(): boolean;
  /** Flat expanded JSON-LD: nodes refer to each other by `@id`, so that no page can nest them deeply. */
  nodes(): NodeObject[];
};

/** An empty graph; it warns once when it is full. */
export function createGraph(warnings: Warning[]): Graph {
  const nodes = new Map<string, NodeObject>();
  let room = mostStatements;
  return {
    add(subject, predicate, value) {
      if (--room < 0) {
        if (room === -1) warnings.push({ code: 'too-many-statements', message: 'The page says more than is read.' });
        return false;
      }
      let node = nodes.get(subject);
      if (!node) {
        node = { '@id': subject };
        nodes.set(subject, node);
      }
      const isType = predicate === `${rdf}type` && '@id' in value;
      const key = isType ? '@type' : predicate;
      const values = (node[key] ?? []) as unknown[];
      node[key] = values;
      values.push(isType ? value['@id'] : value);
      return true;
    },
    hasRoom: () => room >= 0,
    nodes: () => [...nodes.values()],
  };
}
