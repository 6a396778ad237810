import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { DataFactory, Parser, type Quad } from 'n3';
import { isomorphic } from 'rdf-isomorphic';

/** The suites of other people, beside the repository; not part of it. */
const folder = new URL('../../../shared/data/', import.meta.url);

export type Case = {
  id: string;
  input: string;
  baseUrl: string;
  note?: string;
};

export const suitesExist = existsSync(folder);

export function read(path: string): string {
  return readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), folder), 'utf8');
}

export function casesOf<T extends Case>(suite: string): T[] {
  return suitesExist ? JSON.parse(read(`conformance/${suite}/cases.json`)) : [];
}

export function documentOf(html: string, url: string): Document {
  return new JSDOM(html, { url }).window.document;
}

/** Quads of expanded JSON-LD. */
export async function quadsOf(expanded: unknown): Promise<Quad[]> {
  const text = await jsonld.toRDF(expanded as jsonld.JsonLdDocument, { format: 'application/n-quads' });
  return new Parser({ format: 'N-Quads' }).parse(text as unknown as string);
}

export function turtle(text: string, baseIRI: string): Quad[] {
  return new Parser({ baseIRI }).parse(text).map(withPlainDouble);
}

/** Doubles are written as jsonld writes them, since it rewrites ours: `1.1` is `1.1E0`. */
export function withPlainDouble(one: Quad): Quad {
  const { literal, namedNode, quad } = DataFactory;
  const { subject, predicate, object } = one;
  if (object.termType !== 'Literal' || !object.datatype.value.endsWith('#double')) return one;
  const text = Number(object.value)
    .toExponential(15)
    .replace(/(\d)0*e\+?/, '$1E');
  return quad(subject, predicate, literal(text, namedNode(object.datatype.value)));
}

export function sameGraph(one: Quad[], other: Quad[]): boolean {
  return isomorphic(one, other);
}

export function show(quads: Quad[]): string {
  const term = (one: Quad['object']) =>
    one.termType === 'Literal'
      ? `${JSON.stringify(one.value)}${one.language ? `@${one.language}` : `^^${one.datatype.value}`}`
      : one.value;
  return quads
    .map((one) => `${term(one.subject as Quad['object'])} ${one.predicate.value} ${term(one.object)}`)
    .sort()
    .join('\n');
}

/** Statements to compare across syntaxes: schema.org in one scheme, white space collapsed, datatypes and nodes dropped. */
export function statementsOf(quads: Quad[]): string[] {
  const plain = (text: string) =>
    text
      .replace(/^https?:\/\/schema\.org/, 'schema.org')
      .replace(/\s+/g, ' ')
      .trim();
  const said = quads
    .filter((one) => !one.predicate.value.endsWith('/ns/rdfa#usesVocabulary'))
    .map(({ predicate, object }) => {
      const value = object.termType === 'BlankNode' ? '[]' : plain(object.value);
      return `${plain(predicate.value)} ${value}`;
    });
  return [...new Set(said)].sort();
}
