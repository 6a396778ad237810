import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PageReading } from '../../lib/domain/page-reading.ts';
import { warningWords } from '../../lib/language/problem-words.ts';
import { readPage } from '../../lib/readers/index.ts';
import { resolveIri } from '../../lib/readers/iri.ts';
import { jsonLdCaps, mend } from '../../lib/readers/json-ld.ts';
import { documentOf } from './suites.ts';

function fixture(name: string): PageReading {
  const html = readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8');
  return readPage(documentOf(html, 'https://lessons.example/page#part'));
}

function fail(): never {
  throw new Error('no such vocabulary');
}

const nodesOf = (reading: PageReading, syntax: string) =>
  reading.documents.filter((one) => one.syntax === syntax).flatMap(({ expanded }) => expanded ?? []);

describe('readPage', () => {
  it.each([
    'modern-json-ld',
    'malformed-microdata',
    'spread-alignment',
    'lrmi-rdfa',
    'repository-item',
    'mended-json-ld',
  ])('answers %s as plain JSON of the domain shape', (name) => {
    const reading = fixture(name);
    expect(PageReading.safeParse(structuredClone(reading)).success).toBe(true);
    expect(reading.url).toBe('https://lessons.example/page#part');
    expect(reading.documents.length).toBeGreaterThan(0);
  });

  it('names the blocks that it mends and those that it leaves out', () => {
    const blocks = fixture('mended-json-ld').documents;
    expect(blocks.map(({ warnings }) => warnings.map(({ code, where }) => `${code}, ${where}`))).toEqual([
      ['json-ld-mended, script 1'],
      ['json-ld-mended, script 2'],
      ['json-ld-malformed, script 3'],
      [],
    ]);
    expect(JSON.parse(blocks[0]?.text ?? '')).toMatchObject({ name: 'Line one\nline two' });
    expect(JSON.parse(blocks[1]?.text ?? '')).toMatchObject({ name: '// not a comment' });
    expect(blocks[2]?.text).toBeUndefined();
  });

  it('says its warnings as their messages do', () => {
    const scripts = [
      '{"a":1,}',
      'none',
      `"${'x'.repeat(jsonLdCaps.script)}"`,
      ...Array<string>(jsonLdCaps.scripts).fill('{}'),
    ];
    const html = scripts.map((text) => `<script type="application/ld+json">${text}</script>`).join('');
    const vocabRegistry = new Proxy({}, { get: fail, has: fail, ownKeys: fail });
    const page = documentOf(
      `${html}<p itemscope itemtype="https://schema.org/Quiz"><b itemprop="name">A quiz</b>`,
      'https://lessons.example/',
    );
    const warnings = readPage(page, { vocabRegistry }).documents.flatMap((one) => one.warnings);
    expect(warnings.map(({ code }) => code)).toEqual([
      'json-ld-mended',
      'json-ld-malformed',
      'json-ld-too-large',
      'json-ld-too-many',
      'reader-failed',
    ]);
    expect(warnings.map(warningWords)).toEqual(warnings.map(({ message }) => message));
  });

  it('reads an item that is a property of nothing, and itemref from it', () => {
    const quiz = nodesOf(fixture('malformed-microdata'), 'microdata').find((node) =>
      (node['@type'] as string[]).includes('https://schema.org/Quiz'),
    );
    expect(quiz).toMatchObject({
      'https://schema.org/name': [{ '@value': 'Quiz', '@language': 'en' }],
      'https://schema.org/about': [{ '@value': 'Stories', '@language': 'en' }],
    });
  });

  it('says in one node what meta tags and links say of the page', () => {
    const [node, translation] = nodesOf(fixture('repository-item'), 'meta');
    expect(node).toMatchObject({
      '@id': 'https://lessons.example/page',
      'http://purl.org/dc/elements/1.1/title': [{ '@value': 'Soil and water' }],
      'http://purl.org/dc/terms/created': [{ '@value': '2018' }],
      'http://purl.org/dc/terms/issued': [{ '@value': '2019-03' }],
      'http://purl.org/dcx/lrmi-terms/educationalAudience': [{ '@value': 'teacher' }],
      'http://purl.org/eprint/terms/subjects': [{ '@value': 'S1' }],
      'urn:x-meta:citation_title': [{ '@value': 'Soil and Water' }],
      'urn:x-meta:twitter:title': [{ '@value': 'Soil and water!' }],
      'urn:x-meta:rft.title': [{ '@value': 'Soil and water' }],
      'http://www.iana.org/assignments/relation/cite-as': [{ '@id': 'https://doi.example/10.1/4' }],
      'http://www.iana.org/assignments/relation/item': [{ '@id': 'https://lessons.example/bitstream/123/4.pdf' }],
      'http://www.iana.org/assignments/relation/alternate': [{ '@id': 'https://lessons.example/de/123/4' }],
    });
    expect(translation).toMatchObject({ 'http://purl.org/dc/terms/language': [{ '@value': 'de' }] });
  });

  it.each([
    ['/lessons/', undefined, 'https://lessons.example/lessons/'],
    ['https://other.example/a#b', undefined, 'https://other.example/a'],
    ['parts/', 'https://read.example/as/if', 'https://read.example/as/parts/'],
  ])('says against which address JSON-LD is to be expanded: base %s, read at %s', (href, baseUrl, base) => {
    const document = documentOf(`<base href="${href}"><base href="/second/">`, 'https://lessons.example/page#part');
    expect(readPage(document, { baseUrl }).base).toBe(base);
  });

  it('reads a document without any element', () => {
    const document = documentOf('', 'https://lessons.example/page');
    document.documentElement.remove();
    expect(readPage(document).documents).toEqual([]);
  });
});

describe('mend', () => {
  it.each([
    ['\uFEFF{"a":1};', { a: 1 }],
    ['<!--{"a":1}-->', { a: 1 }],
    ['<!-- made by hand --> {"a":1}', { a: 1 }],
    ['<![CDATA[{"a":1}]]>', { a: 1 }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"x\ty\n"}', { a: 'x\ty\n' }],
    ['{"a":"/* kept */ // kept ; <!-- kept -->"} // gone', { a: '/* kept */ // kept ; <!-- kept -->' }],
    ['{"a":"\\"//"}', { a: '"//' }],
  ])('makes JSON of %j', (text, value) => {
    expect(JSON.parse(mend(text))).toEqual(value);
  });
});

/** RFC 3986, section 5.4: the reference resolution examples. */
describe('resolveIri', () => {
  it.each([
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../..', 'http://a/'],
    ['../../../g', 'http://a/g'],
    ['g;x=1/../y', 'http://a/b/c/y'],
    ['g:h', 'g:h'],
    ['é f', 'http://a/b/c/é%20f'],
  ])('resolves %j', (reference, iri) => {
    expect(resolveIri(reference, 'http://a/b/c/d;p?q')).toBe(iri);
  });
});
