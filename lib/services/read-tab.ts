import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { type NodeObject, PageReading, type Warning } from '../domain/page-reading.ts';
import type { Problem } from '../domain/problem.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import { pageAddress } from '../domain/web-address.ts';
import type { Expanded } from '../jsonld/index.ts';
import { interpret } from '../readers/interpret.ts';
import { closedByAddress, closedOnReading } from './unreadable-tab.ts';

/** What reading a tab needs of the browser and of lib/jsonld. */
export type ReadTabNeeds = {
  /** The tab's address and title; both are known to us only after the person's click (activeTab). */
  tab(id: number): Promise<{ url?: string; title?: string }>;
  /** Injects the page reader and answers what it returns. Rejects where the browser keeps us out. */
  inject(id: number): Promise<unknown>;
  expandText(text: string, options: { baseUrl: string; where: string }): Promise<Expanded>;
};

/** Makes the use case "read this tab". Never rejects for a page that cannot be read: that is an answer too. */
export function createReadTab({ tab, inject, expandText }: ReadTabNeeds) {
  return async function readTab(id: number): Promise<TabReading> {
    // A tab can be gone before it is asked for.
    const { url = '', title = '' } = await tab(id).catch((): Awaited<ReturnType<typeof tab>> => ({}));
    const closed = closedByAddress(url);
    if (closed) return unreadable(url, title, closed);
    const reading = PageReading.safeParse(await inject(id).catch(() => undefined));
    if (!reading.success) return unreadable(url, title, closedOnReading(url));
    if (reading.data.contentType === 'application/pdf') {
      return unreadable(url, title, closedOnReading(url, reading.data.contentType));
    }
    return interpreted(reading.data, expandText);
  };
}

async function interpreted(reading: PageReading, expandText: ReadTabNeeds['expandText']): Promise<TabReading> {
  const warnings: Warning[] = [];
  const said: { syntax: PageReading['documents'][number]['syntax']; nodes: NodeObject[] }[] = [];
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
  const sources = new Map<TabReading['sources'][number]['syntax'], number>();
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

function unreadable(url: string, title: string, problem: Problem): TabReading {
  const address = pageAddress(url);
  const fields: LearningResourceDraft['fields'] = title ? { title: [{ value: title, by: 'tab' }] } : {};
  const resource = address ? { address, fields } : undefined;
  return { ...(resource && { resource }), declared: [], sources: [], warnings: [], problem };
}
