import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { Syntax } from '../../lib/domain/page-reading.ts';
import type { WriteOptions } from '../../lib/formats/format.ts';
import { textOf } from '../../lib/formats/index.ts';
import { lrmi } from '../../lib/formats/lrmi.ts';
import { lrmiHtml } from '../../lib/formats/lrmi-html.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import { goldenBundle, hostileIdentifiers, hostileTexts, plainAlignment, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { lrmiLossesOf } from './judges/lrmi-losses.ts';

const url = 'https://lessons.example/units/read?x=1';
const { window } = new JSDOM('', { url });

/** What a page with the piece of HTML in it says in one syntax, read by our own reader. */
async function statements(html: string, syntax: Syntax): Promise<string[]> {
  const page = new window.DOMParser().parseFromString(
    `<!doctype html><title>x</title><main>${html}</main>`,
    'text/html',
  );
  const documents = readPage(page).documents.filter((one) => one.syntax === syntax);
  const nodes = await Promise.all(
    documents.map(async ({ expanded, text }) => expanded ?? (await expandText(text ?? '', { baseUrl: url })).nodes),
  );
  return canonical(nodes.flat());
}

/** Statements in canonical order: one scheme for schema.org, addresses as a URL parser writes them, no datatypes. */
async function canonical(nodes: unknown[]): Promise<string[]> {
  // RDFa says of the page itself which vocabulary it uses, and nothing else.
  const said = nodes.map(plainly).filter((node) => Object.keys(node as object).some((name) => name !== '@id'));
  const quads = await jsonld.canonize(said as never, { format: 'application/n-quads' } as never);
  return String(quads).split('\n').filter(Boolean).sort();
}

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? inOneScheme(value) : value;
  if ('@value' in value) return { '@value': String(value['@value']).replaceAll('\0', '\ufffd') };
  const members = Object.entries(value).filter(([name]) => !/^http:\/\/www\.w3\.org\/ns\/(md|rdfa)#/.test(name));
  return Object.fromEntries(
    members.map(([name, inner]) => [
      inOneScheme(name),
      name === '@id' && URL.canParse(String(inner)) ? new URL(String(inner)).href : plainly(inner),
    ]),
  );
}

function inOneScheme(iri: string): string {
  return iri.replace(/^https:\/\/schema\.org\//, 'http://schema.org/');
}

for (const syntax of ['json-ld', 'microdata', 'rdfa'] as const)
  describeFormat({
    format: lrmiHtml,
    text: 'other',
    choices: { syntax },
    golden: `lrmi-html-${syntax}.html`,
    async judge(text, bundle, options) {
      const said = await statements(text, syntax);
      expect(said).toEqual(await meant(bundle, options));
    },
    losses: lrmiLossesOf,
  });

/** What the JSON-LD of the same bundle says; how pages are written apart is judged with LRMI itself. */
async function meant(bundle: TestBundle, { alignmentObjects }: WriteOptions): Promise<string[]> {
  const { nodes } = await expandText(await textOf(lrmi.write(bundle, { alignmentObjects })), { baseUrl: url });
  return canonical(nodes);
}

function alignedTo(uri: string, words = 'plain') {
  const { skill } = plainAlignment();
  return plainAlignment({ skill: { ...skill, uri, name: words, statement: `${words}.`, code: words } });
}

describe('LRMI in HTML', () => {
  const syntaxes = ['json-ld', 'microdata', 'rdfa'] as const;

  it.each(syntaxes)('makes no other elements and no other attributes of any text, in %s', async (syntax) => {
    const shapeOf = async (words: string, uri: string) => {
      const one = alignedTo(uri, words);
      const html = await textOf(lrmiHtml.write({ ...goldenBundle(), alignments: [one] }, { syntax }));
      const page = new window.DOMParser().parseFromString(html, 'text/html');
      return [...page.querySelectorAll('*')].map((element) => `${element.localName} ${element.getAttributeNames()}`);
    };
    const plain = await shapeOf('plain', 'https://skills.example/1');
    for (const words of hostileTexts) expect(await shapeOf(words, 'https://skills.example/1')).toEqual(plain);
    const ours = /^(html|head|body|(script type)|(div|meta|link)( [a-z,]+)?) ?$/;
    for (const uri of hostileIdentifiers) {
      const html = await textOf(lrmiHtml.write({ ...goldenBundle(), alignments: [alignedTo(uri)] }, { syntax }));
      for (const line of await shapeOf('plain', uri)) expect(line).toMatch(ours);
      const page = new window.DOMParser().parseFromString(html, 'text/html');
      for (const element of page.querySelectorAll('[href], [itemid], [resource]'))
        for (const name of ['href', 'itemid', 'resource']) expect(element.getAttribute(name)).not.toBe(uri);
    }
  });

  it.each(['microdata', 'rdfa'] as const)('shows nothing in the page, in %s', async (syntax) => {
    const html = await textOf(lrmiHtml.write(goldenBundle(), { syntax }));
    expect(new window.DOMParser().parseFromString(html, 'text/html').body.textContent?.trim()).toBe('');
  });
});
