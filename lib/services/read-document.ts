import type { NodeObject, PageReading, Syntax, Warning } from '../domain/page-reading.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import type { Expanded } from '../jsonld/index.ts';
import { interpret } from '../readers/interpret.ts';

/** Expands a block of JSON-LD, offline. */
export type ExpandText = (text: string, options: { baseUrl: string; where: string }) => Promise<Expanded>;

/** Makes of one document's reading what it comes to: its JSON-LD expanded, all of its syntaxes interpreted as one. */
export async function readDocument(reading: PageReading, expandText: ExpandText): Promise<TabReading> {
  const warnings: Warning[] = [];
  const said: { syntax: Syntax; nodes: NodeObject[] }[] = [];
  let block = 0;
  for (const document of reading.documents) {
    warnings.push(...document.warnings);
    if (document.expanded) said.push({ syntax: document.syntax, nodes: document.expanded });
    if (document.text === undefined) continue;
    block += 1;
    const where = `JSON-LD block ${block}`;
    const { nodes, warnings: more } = await expandText(document.text, { baseUrl: reading.base ?? reading.url, where });
    warnings.push(...more);
    said.push({ syntax: document.syntax, nodes });
  }
  const {
    resource,
    declared,
    warnings: more,
  } = interpret(
    said.flatMap(({ nodes }) => nodes),
    reading,
    said,
  );
  const sources = new Map<Syntax, number>();
  for (const { syntax, nodes } of said) {
    if (nodes.length > 0) sources.set(syntax, (sources.get(syntax) ?? 0) + nodes.length);
  }
  return {
    resource,
    declared,
    sources: [...sources].map(([syntax, items]) => ({ syntax, items })),
    warnings: [...warnings, ...more],
  };
}
