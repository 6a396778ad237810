import type { NodeObject } from '../domain/page-reading.ts';
import { rdfType } from './initial-context.ts';
import type { Page } from './page.ts';

/** A value in expanded JSON-LD: a reference, a literal or a list (JSON-LD 1.1, sections 9.5 to 9.7). */
export type Value =
  | { '@id': string }
  | { '@value': string; '@type'?: string; '@language'?: string }
  | { '@list': Value[] };

/** A reference to a node. */
export function nodeReference(id: string): { '@id': string } {
  return { '@id': id };
}

/** Statements as they are found, one node for each subject in the order of first mention. */
export type Graph = {
  /** Adds a statement, unless the page has said too much already (`page.spend`). */
  add(subject: string, predicate: string, value: Value): void;
  /** Flat expanded JSON-LD: nodes refer to each other by `@id`, so that no page can nest them deeply. */
  nodes(): NodeObject[];
};

/** What a statement takes beside its literal, in characters: its nodes and predicate, roughly. */
const statementCost = 50;

/** An empty graph. */
export function createGraph(page: Page): Graph {
  const nodes = new Map<string, NodeObject>();
  return {
    add(subject, predicate, value) {
      if (!page.spend(statementCost + ('@value' in value ? value['@value'].length : 0))) return;
      const node: NodeObject = nodes.get(subject) ?? nodeReference(subject);
      nodes.set(subject, node);
      const isType = predicate === rdfType && '@id' in value;
      const key = isType ? '@type' : predicate;
      const values = (node[key] ?? []) as unknown[];
      node[key] = values;
      values.push(isType ? value['@id'] : value);
    },
    nodes: () => [...nodes.values()],
  };
}
