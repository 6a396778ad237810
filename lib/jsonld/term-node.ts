import { isRecord, type JsonRecord, listOf, textOf, under } from '../domain/json-value.ts';
import { localisedTexts } from './localised.ts';

/** A node of a graph, with its properties by their names alone: `competencyText`, whatever prefix it was written with. */
export type TermNode = { id?: string; types: string[]; terms: ReadonlyMap<string, unknown> };

/** What a vocabulary is written with before its terms: prefixes (`skos:`) and namespaces, in any order. */
export type Namespaces = readonly string[];

/**
 * Reads a JSON-LD node by the names of its terms, without its context: expanded nodes, prefixed ones, and bare ones where
 * `''` is among the namespaces. Of two properties with one name, that of the earlier namespace counts.
 */
export function termNode(node: JsonRecord, namespaces: Namespaces): TermNode {
  const terms = new Map<string, unknown>();
  for (const namespace of namespaces) {
    for (const key of Object.keys(node)) {
      const name = nameIn(key, namespace);
      if (name !== undefined && !terms.has(name)) terms.set(name, node[key]);
    }
  }
  const types = listOf(under(node, '@type') ?? under(node, 'type')).flatMap((type) => textOf(type) ?? []);
  return { id: textOf(under(node, '@id') ?? under(node, 'id')), types, terms };
}

/** Whether a node is of one of some classes, however the vocabulary's prefix is written. */
export function isOfType({ types }: TermNode, namespaces: Namespaces, ...classes: string[]): boolean {
  return types.some((type) => namespaces.some((one) => classes.includes(nameIn(type, one) ?? '')));
}

/** The nodes of a JSON-LD document: what stands in its `@graph`, in its list, or itself; however deep graphs are put. */
export function nodesOf(document: unknown): JsonRecord[] {
  const nodes: JsonRecord[] = [];
  const open = [document];
  while (open.length > 0) {
    const value = open.pop();
    const inner = Array.isArray(value) ? value : under(value, '@graph');
    if (Array.isArray(inner)) {
      for (let at = inner.length - 1; at >= 0; at--) open.push(inner[at]);
    } else if (isRecord(inner)) {
      open.push(inner);
    } else if (isRecord(value)) {
      nodes.push(value);
    }
  }
  return nodes;
}

/** The identifiers that a property names: bare, as `{"@id"}`, or as `{"uri"}` or `{"id"}`, one or several. */
export function idsIn(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const id =
      textOf(one) ?? textOf(under(one, '@id') ?? under(one, 'uri') ?? under(one, 'id') ?? under(one, '@value'));
    // Some publishers treat an identifier as a text in a language: `{"en-US": "ex:b"}`.
    return id ?? localisedTexts(one).map(({ text }) => text);
  });
}

function nameIn(key: string, namespace: string): string | undefined {
  if (!key.startsWith(namespace)) return undefined;
  const name = key.slice(namespace.length);
  return /^[\w-]+$/.test(name) ? name : undefined;
}
