import type { NodeObject } from '../domain/page-reading.ts';
import { rdfaNamespace } from './rdfa-context.ts';

const copy = `${rdfaNamespace}copy`;
const pattern = `${rdfaNamespace}Pattern`;

/**
 * Property copying (HTML+RDFa 1.1, section 3.5): a node with `rdfa:copy` takes over what the named `rdfa:Pattern`
 * says, through patterns that copy others too; patterns that were used are then left out.
 */
export function copyPatterns(nodes: NodeObject[]): NodeObject[] {
  if (!nodes.some((node) => copy in node)) return nodes;
  const patterns = new Map(nodes.filter((node) => typesOf(node).includes(pattern)).map((node) => [node['@id'], node]));
  const used = new Set<NodeObject>();
  const kept = nodes.map((node) => {
    if (!(copy in node)) return node;
    // A queue and a set: patterns may name each other in a circle.
    const sources = new Set<NodeObject>([node]);
    const missing: unknown[] = [];
    for (const source of sources) {
      for (const reference of valuesOf(source, copy)) {
        const found = patterns.get((reference as NodeObject)['@id']);
        if (found && found !== node) sources.add(found);
        else if (!found) missing.push(reference);
      }
    }
    const merged: NodeObject = { '@id': node['@id'] };
    for (const source of sources) {
      if (source !== node) used.add(source);
      for (const key of Object.keys(source)) {
        if (key === '@id' || key === copy) continue;
        const values = valuesOf(source, key).filter((value) => source === node || value !== pattern);
        if (values.length) merged[key] = [...valuesOf(merged, key), ...values];
      }
    }
    if (missing.length) merged[copy] = missing;
    return merged;
  });
  return kept.filter((_, index) => !used.has(nodes[index] as NodeObject));
}

function typesOf(node: NodeObject): unknown[] {
  return valuesOf(node, '@type');
}

function valuesOf(node: NodeObject, key: string): unknown[] {
  const values = node[key];
  return Array.isArray(values) ? values : [];
}
