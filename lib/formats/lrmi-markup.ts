import { schemaOrg } from '../jsonld/contexts/schema-org.ts';
import type { Json } from './json-text.ts';
import type { SchemaOrgNode } from './lrmi-resource.ts';

const vocabulary = 'https://schema.org/';

/** How a syntax names what a node is and what a value is of it: attributes, without values that are undefined. */
type Syntax = {
  /** Of the element that stands for a node; `property` is absent for the outermost one. */
  node(types: readonly string[], id: string | undefined, property: string | undefined): Attributes;
  /** Name of the attribute that says which property an element is. */
  property: string;
};
type Attributes = readonly (readonly [name: string, value: string | undefined])[];

/**
 * A node as microdata. An identifier stands in `itemid`, which HTML allows beside a type alone; of our nodes those with an
 * identifier have one. Types of one vocabulary stand in one `itemtype` (WHATWG HTML, section 5.2.2).
 */
export function microdata(node: SchemaOrgNode, indent = 2): string {
  return elementOf(node, undefined, inMicrodata, indent, '');
}

/** A node as RDFa 1.1, with its own vocabulary, so that it may stand anywhere in a page. */
export function rdfa(node: SchemaOrgNode, indent = 2): string {
  return elementOf(node, undefined, inRdfa, indent, '');
}

const inMicrodata: Syntax = {
  node: (types, id, property) => [
    ['itemprop', property],
    ['itemscope', ''],
    ['itemtype', types.map((type) => vocabulary + type).join(' ') || undefined],
    ['itemid', id],
  ],
  property: 'itemprop',
};

const inRdfa: Syntax = {
  node: (types, id, property) => [
    ['vocab', property === undefined ? vocabulary : undefined],
    ['property', property],
    // Without a type of its own, an empty one is what makes the element a node.
    ['typeof', types.join(' ')],
    ['resource', id],
  ],
  property: 'property',
};

function elementOf(
  node: SchemaOrgNode,
  property: string | undefined,
  syntax: Syntax,
  indent: number,
  margin: string,
): string {
  const types = listOf(node['@type']).filter((type) => typeof type === 'string');
  const id = typeof node['@id'] === 'string' ? node['@id'] : undefined;
  const inner = margin + ' '.repeat(indent);
  const lines = Object.entries(node).flatMap(([term, values]) =>
    term.startsWith('@') ? [] : listOf(values).flatMap((value) => elementsOf(term, value, syntax, indent, inner)),
  );
  return `${margin}<div${written(syntax.node(types, id, property))}>\n${lines.join('')}${margin}</div>\n`;
}

function elementsOf(term: string, value: Json, syntax: Syntax, indent: number, margin: string): string[] {
  if (value === undefined || value === null) return [];
  if (isNode(value)) return [elementOf(value, term, syntax, indent, margin)];
  const text = String(value);
  const element = isAddress(term)
    ? `link${written([
        [syntax.property, term],
        ['href', text],
      ])}`
    : `meta${written([
        [syntax.property, term],
        ['content', text],
      ])}`;
  return [`${margin}<${element}>\n`];
}

/** Whether schema.org's context takes the values of a term for addresses. */
function isAddress(term: string): boolean {
  const definition = Object.hasOwn(schemaOrg, term) ? schemaOrg[term] : undefined;
  return typeof definition === 'object' && definition !== null && Reflect.get(definition, '@type') === '@id';
}

function isNode(value: Json): value is SchemaOrgNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function written(attributes: Attributes): string {
  return attributes
    .map(([name, value]) => (value === undefined ? '' : value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser takes a bare one for a line feed.
  '\r': '&#13;',
};

/** Text in an attribute with double quotes. What no document of HTML can hold, NUL and half characters, becomes U+FFFD. */
function escaped(text: string): string {
  return text.replace(/[&"<>\r]|\0|\p{Cs}/gu, (character) => references[character] ?? '\ufffd');
}
