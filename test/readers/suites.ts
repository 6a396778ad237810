import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { isomorphic } from 'rdf-isomorphic';

/** The suites of other people, beside the repository; not part of it. */
const folder = new URL('../../../shared/data/', import.meta.url);

export type Case = {
  id: string;
  input: string;
  baseUrl: string;
  note?: string;
  [member: string]: unknown;
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
  return new Parser({ baseIRI }).parse(text);
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
