import type { NodeObject } from '../domain/page-reading.ts';
import { rdfa } from './initial-context.ts';

const copy = `${rdfa}copy`;
const pattern = `${rdfa}Pattern`;

/**
 * Property copying (HTML+RDFa 1.1, section 3.5): a node with `rdfa:copy` takes over what the named `rdfa:Pattern`
 * says, through patterns that copy others too; patterns that were used are then left out.
 */
export function copyPatterns(nodes: NodeObject[]): NodeObject[] {
  const patterns = new Map<unknown, NodeObject>();
  for (const node of nodes) if (valuesOf(node, '@type').includes(pattern)) patterns.set(node['@id'], node);
  if (!patterns.size) return nodes;
  const used = new Set<NodeObject>();
  const copied = nodes.map((node) => {
    // A set that grows while it is walked: patterns may name each other in a circle.
    const sources = new Set([node]);
    for (const source of sources) {
      for (const reference of valuesOf(source, copy)) {
        const found = patterns.get((reference as NodeObject)['@id']);
        if (found && found !== node) used.add(found) && sources.add(found);
      }
    }
    return sources.size > 1 ? merged([...sources]) : node;
  });
  return copied.filter((_, index) => !used.has(nodes[index] as NodeObject));
}

function merged([node, ...sources]: NodeObject[]): NodeObject {
  const all = { ...node };
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      if (key === '@id' || key === copy) continue;
      const values = valuesOf(source, key).filter((value) => value !== pattern);
      if (values.length) all[key] = [...valuesOf(all, key), ...values];
    }
  }
  delete all[copy];
  return all;
}

function valuesOf(node: NodeObject, key: string): unknown[] {
  return (node[key] ?? []) as unknown[];
}
