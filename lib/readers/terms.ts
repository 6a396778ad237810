import type { NodeObject, Syntax } from '../domain/page-reading.ts';
import { linkPrefix, metaPrefix } from './vocabularies.ts';

/**
 * Vocabularies by the short name under which interpretation knows them. Spellings that mean one vocabulary share a
 * name: schema.org in http and https, LRMI's two namespaces (whose terms schema.org took over), CTDL's and CTDL-ASN's.
 */
const namespaces: [short: string, address: RegExp][] = [
  ['schema', /^https?:\/\/(www\.)?schema\.org\//i],
  ['schema', /^https?:\/\/(purl\.org\/dcx\/lrmi-terms\/|(www\.)?lrmi\.net\/the-specification#)/i],
  ['dc', /^https?:\/\/purl\.org\/dc\/(elements\/1\.1|terms)\//],
  ['og', /^https?:\/\/ogp\.me\/ns#/],
  ['article', /^https?:\/\/ogp\.me\/ns\/article#|^article:/],
  ['link', new RegExp(`^${linkPrefix}`)],
  ['link', /^http:\/\/www\.w3\.org\/1999\/xhtml\/vocab#/],
  ['cc', /^https?:\/\/creativecommons\.org\/ns#/],
  ['meta', new RegExp(`^${metaPrefix}`)],
  ['prism', /^https?:\/\/prismstandard\.org\/namespaces\/basic\/\d\.\d\//],
  ['eprints', /^https?:\/\/purl\.org\/eprint\/terms\//],
  ['ceterms', /^https?:\/\/purl\.org\/ctdl\/terms\//],
  ['ceasn', /^https?:\/\/purl\.org\/(ctdlasn|ceasn)\/terms\//],
  ['ob', /^https:\/\/(purl\.imsglobal\.org\/spec\/vc\/ob\/vocab\.html|w3id\.org\/openbadges)#/],
  ['name', /^http:\/\/www\.w3\.org\/(2000\/01\/rdf-schema#(?=label)|2004\/02\/skos\/core#(?=prefLabel))/],
];

/** A term's short name in lower case, `schema:educationalframework`; the whole IRI where its vocabulary is unknown. */
export function shortName(iri: string): string {
  for (const [short, address] of namespaces) {
    const start = address.exec(iri)?.[0];
    if (start) return `${short}:${iri.slice(start.length).toLowerCase()}`;
  }
  return iri;
}

/** What a property holds: text, perhaps with an address, and the node itself where the value is one. */
export type TermValue = { text?: string; uri?: string; node?: Entity };

/** A node as interpretation sees it: short property names without regard to case, references followed. */
export type Entity = {
  /** The node's own address or `urn:`, absent for a blank one. */
  id?: string;
  /** Short names of its types. */
  types: string[];
  /** The class names as the page writes them, without vocabulary. */
  classes: string[];
  /** The values of the first of these properties that has any. */
  get(...names: string[]): TermValue[];
  /** The first non-empty text under these properties. */
  text(...names: string[]): string | undefined;
};

/** The statements of one document or one syntax. */
export type SyntaxNodes = { syntax: Syntax; nodes: NodeObject[] };

/** The longest text that is kept of a value, in characters. */
export const longestText = 5_000;

/** The most nodes of one document that are looked at. */
const mostNodes = 50_000;

/** Entities of one document, and those among them that stand in no other's property. */
export type Entities = { all: Entity[]; top: Entity[] };

/** Makes entities of expanded JSON-LD, nested or flat. Without recursion, since pages nest as deeply as they like. */
export function entitiesOf(nodes: NodeObject[]): Entities {
  const byId = new Map<string, NodeObject[]>();
  const known = new Map<NodeObject, Entity>();
  const inside = new Set<Entity>();
  const found: NodeObject[] = nodes.filter(isObject);
  for (const node of found) {
    const id = node['@id'];
    if (typeof id === 'string') byId.set(id, [...(byId.get(id) ?? []), node]);
    if (found.length > mostNodes) continue;
    for (const value of Object.values(node).flat()) {
      for (const part of isObject(value) ? [value, ...listOf(value['@list']), ...listOf(value['@graph'])] : []) {
        if (isObject(part) && !Object.hasOwn(part, '@value') && Object.keys(part).length > 1) found.push(part);
      }
    }
  }
  const entity = (node: NodeObject): Entity => {
    const id = node['@id'];
    const parts = (typeof id === 'string' && byId.get(id)) || [node];
    const main = parts[0] ?? node;
    const made = known.get(main) ?? createEntity(parts, entity);
    known.set(main, made);
    return made;
  };
  const all = [...new Set(found.map(entity))];
  for (const one of all) for (const value of one.get('*')) if (value.node) inside.add(value.node);
  return { all, top: all.filter((one) => !inside.has(one)) };
}

function createEntity(nodes: NodeObject[], entity: (node: NodeObject) => Entity): Entity {
  const properties = new Map<string, unknown[]>();
  const classes: string[] = [];
  const types: string[] = [];
  for (const node of nodes) {
    for (const [key, value] of Object.entries(node)) {
      if (key === '@type') {
        for (const type of listOf(value)) {
          if (typeof type !== 'string') continue;
          types.push(shortName(type));
          classes.push(type.replace(/^.*[/#:]/s, ''));
        }
      } else if (!key.startsWith('@')) {
        const name = shortName(key);
        properties.set(name, [...(properties.get(name) ?? []), ...listOf(value)]);
      }
    }
  }
  const id = nodes[0]?.['@id'];
  const get = (...names: string[]): TermValue[] => {
    for (const name of names) {
      const values = name === '*' ? [...properties.values()].flat() : properties.get(name);
      const read = values?.flatMap((value) => valuesOf(value, entity)) ?? [];
      if (read.length) return read;
    }
    return [];
  };
  return {
    ...(typeof id === 'string' && !id.startsWith('_:') && { id }),
    types,
    classes,
    get,
    text: (...names) => get(...names).find((value) => value.text)?.text,
  };
}

function valuesOf(value: unknown, entity: (node: NodeObject) => Entity): TermValue[] {
  if (typeof value === 'string') return [{ text: collapse(value) }];
  if (!isObject(value)) return [];
  if (Object.hasOwn(value, '@value')) return literal(value['@value']);
  if (Object.hasOwn(value, '@list')) return listOf(value['@list']).flatMap((one) => valuesOf(one, entity));
  const node = entity(value);
  return [{ node, ...(node.id !== undefined && { uri: node.id }) }];
}

function literal(value: unknown): TermValue[] {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  const text = collapse(String(value));
  return text ? [{ text }] : [];
}

function collapse(text: string): string {
  return text.slice(0, longestText).replace(/\s+/g, ' ').trim();
}

/** A plain object: what JSON calls an object, and no array. */
export function isObject(value: unknown): value is NodeObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
