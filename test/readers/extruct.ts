import { expect } from 'vitest';
import type { NodeObject, PageReading } from '../../lib/domain/page-reading.ts';
import { resolveIri } from '../../lib/readers/iri.ts';

/** What a page says, in the shapes of the extruct samples. */
export type ExtructItems = { nodes: NodeObject[]; microdata: unknown[]; 'json-ld': unknown[]; opengraph: NodeObject };

export function extructItems(reading: PageReading): ExtructItems {
  const of = (syntax: string) => reading.documents.filter((one) => one.syntax === syntax);
  const texts = of('json-ld').flatMap(({ text }) => (text === undefined ? [] : [JSON.parse(text)]));
  const nodes = of('microdata').flatMap(({ expanded }) => expanded ?? []);
  return {
    nodes,
    microdata: itemsOf(nodes),
    'json-ld': texts.flat().filter((one) => one !== null),
    opengraph: of('meta').flatMap(({ expanded }) => expanded ?? [])[0] ?? {},
  };
}

/** Microdata in HTML's own JSON form (HTML, section 5.4): items with types and properties by their short names. */
function itemsOf(nodes: NodeObject[]): unknown[] {
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const inside = new Set<unknown>();
  const item = (node: NodeObject, around: unknown[] = []): unknown => {
    const properties: Record<string, unknown> = {};
    for (const [key, values] of Object.entries(node)) {
      if (key.startsWith('@')) continue;
      properties[key.replace(/^.*[/#]/, '')] = (values as NodeObject[]).map((value) => {
        const nested = byId.get(value['@id']);
        if (!nested || [...around, node].includes(nested)) return value['@id'] ?? value['@value'];
        inside.add(nested['@id']);
        return item(nested, [...around, node]);
      });
    }
    return { ...(node['@type'] ? { type: node['@type'] } : {}), properties };
  };
  const made = nodes.map((node) => ({ node, item: item(node) }));
  return made.filter(({ node }) => !inside.has(node['@id'])).map(({ item: one }) => one);
}

/** Judges what was found by one of extruct's files: the shape of the file tells what it holds. */
export function matches(found: ExtructItems, wanted: unknown, file: string, baseUrl: string): void {
  if (file.endsWith('.jsonld')) {
    const list = isRecord(wanted) && Array.isArray(wanted.items) ? wanted.items.flat() : [wanted].flat();
    expect(plain(found['json-ld'])).toEqual(plain(list));
  } else if (isRecord(wanted)) {
    expect(plain(found['json-ld'])).toEqual(plain(wanted['json-ld']));
    expect(plain(found.microdata)).toEqual(plain(wanted.microdata));
  } else if (Array.isArray(wanted) && isRecord(wanted[0]) && 'namespace' in wanted[0]) {
    for (const [name, content] of wanted[0].properties as [string, string][]) {
      const iri = name.replace(/^og:/, 'http://ogp.me/ns#').replace(/^product:/, 'http://ogp.me/ns/product#');
      expect(plain(found.opengraph[iri]), name).toContain(plain(content));
    }
  } else if (JSON.stringify(wanted).includes('"id":')) {
    // Two items with one id are one node to us and two to extruct: what they say of it is compared.
    expect(factsOfNodes(found.nodes)).toEqual(factsOfItems(wanted));
  } else {
    expect(plain(found.microdata)).toEqual(plain(withAddresses(wanted, found.microdata, baseUrl)));
  }
}

function factsOfNodes(nodes: NodeObject[]): string[] {
  const facts = nodes.flatMap((node) =>
    Object.entries(node).flatMap(([key, values]) =>
      key === '@id'
        ? []
        : (values as (NodeObject | string)[]).map((one) => {
            const value = typeof one === 'string' ? one : (one['@id'] ?? one['@value']);
            return `${node['@id']} ${key.replace(/^.*[/#]/, '').replace('@', '')} ${value}`;
          }),
    ),
  );
  return [...new Set(facts)].sort();
}

function factsOfItems(items: unknown): string[] {
  const facts = new Set<string>();
  const pending = [items].flat();
  for (const item of pending) {
    if (!isRecord(item)) continue;
    facts.add(`${item.id} type ${item.type}`);
    for (const [name, value] of Object.entries(isRecord(item.properties) ? item.properties : {})) {
      facts.add(`${item.id} ${name} ${isRecord(value) ? value.id : value}`);
      pending.push(value);
    }
  }
  return [...facts].sort();
}

/** The samples leave some addresses as written; ours are resolved, so theirs are where ours has the resolved form. */
function withAddresses(wanted: unknown, ours: unknown, baseUrl: string): unknown {
  const known = new Set(JSON.stringify(ours).match(/"https?:[^"]*"/g) ?? []);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const resolved = resolveIri(value, baseUrl);
      return known.has(JSON.stringify(resolved)) ? resolved : value;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'type' ? one : walk(one)]));
    }
    return value;
  };
  return walk(wanted);
}

/** Drops white space, since extruct lays text out as a screen would, and unwraps single values. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, '');
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (isRecord(value)) {
    const keys = Object.keys(value).sort();
    if (keys.includes('@value')) return plain(value['@value']);
    return Object.fromEntries(keys.map((key) => [key, plain(value[key])]));
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
