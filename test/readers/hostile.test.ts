import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../lib/domain/page-reading.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { warningWords } from '../../lib/language/problem-words.ts';
import { readPage } from '../../lib/readers/index.ts';
import { interpret } from '../../lib/readers/interpret.ts';
import { jsonLdCaps, mend } from '../../lib/readers/json-ld.ts';
import { longestReading } from '../../lib/readers/page.ts';

const url = 'https://lessons.example/page';

function open(html: string): Document {
  return new JSDOM(html, { url }).window.document;
}

function codes(reading: PageReading): string[] {
  return reading.documents.flatMap(({ warnings }) => warnings.map(({ code }) => code));
}

const lesson =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"A"}</script>';
const item = '<div itemscope itemtype="https://schema.org/Course"><b itemprop="name">B</b></div>';
const typed = '<div vocab="https://schema.org/" typeof="Course"><b property="name">C</b></div>';

/** All three syntaxes were read although the page did its worst. */
function expectAll(reading: PageReading): void {
  expect(reading.documents.map(({ syntax }) => syntax)).toEqual(['json-ld', 'microdata', 'rdfa']);
  expect(codes(reading)).toEqual([]);
}

describe('a page that hides the DOM from its readers', () => {
  it.each(['querySelectorAll', 'documentElement', 'getElementById', 'baseURI', 'URL', 'title', 'createElement'])(
    'is read with a form named %s in the document',
    (name) => {
      expectAll(
        readPage(open(`<form name="${name}" id="${name}"></form><img name="${name}">${lesson}${item}${typed}`)),
      );
    },
  );

  it.each(['getAttribute', 'getAttributeNames', 'textContent', 'parentElement', 'localName', 'attributes', 'closest'])(
    'is read with an input named %s in a form that is an item',
    (name) => {
      const form = `<form itemscope itemtype="https://schema.org/Course" vocab="https://schema.org/" typeof="Course">
      <input name="${name}"><b itemprop="name" property="name">B</b></form>`;
      const reading = readPage(open(form));
      expect(codes(reading)).toEqual([]);
      for (const { expanded } of reading.documents) {
        expect(JSON.stringify(expanded)).toContain('"B"');
      }
      expect(reading.documents).toHaveLength(2);
    },
  );
});

describe('a page that is too much', () => {
  it('leaves out a script over the cap and reads the rest', () => {
    const huge = `<script type="application/ld+json">"${'x'.repeat(jsonLdCaps.script)}"</script>`;
    const reading = readPage(open(huge + lesson + item + typed));
    expect(codes(reading)).toEqual(['json-ld-too-large']);
    expect(reading.documents.filter(({ text }) => text)).toHaveLength(1);
    expect(reading.documents.map(({ syntax }) => syntax)).toContain('rdfa');
  });

  it('stops at the most scripts and says so once', () => {
    const reading = readPage(open('<script type="application/ld+json">{}</script>'.repeat(jsonLdCaps.scripts + 50)));
    expect(codes(reading)).toEqual(['json-ld-too-many']);
  });

  it('survives JSON-LD nested 100,000 deep', async () => {
    const depth = 100_000;
    const deep = `${'{"@graph":['.repeat(depth)}${']}'.repeat(depth)}`;
    const reading = readPage(open(`<script type="application/ld+json">${deep}</script>${item}`));
    for (const { text } of reading.documents) {
      if (text !== undefined) expect((await expandText(text)).warnings.length).toBeGreaterThan(0);
    }
    expect(reading.documents.some(({ syntax }) => syntax === 'microdata')).toBe(true);
  });

  it('reads elements nested 1,500 deep without recursion', () => {
    const document = open('');
    let at: Element = document.body;
    for (let depth = 0; depth < 1_500; depth++) {
      const next = document.createElement('div');
      next.setAttribute('itemscope', '');
      next.setAttribute('itemprop', 'hasPart');
      next.setAttribute('typeof', 'schema:Thing');
      next.setAttribute('property', 'schema:hasPart');
      at.append(next);
      at = next;
    }
    const reading = readPage(document);
    expect(codes(reading).filter((code) => code === 'reader-failed')).toEqual([]);
    expect(reading.documents.find(({ syntax }) => syntax === 'microdata')?.expanded?.length).toBe(1_499);
  }, 30_000);

  it('answers within its time whatever the page holds', () => {
    const references = Array.from({ length: 400 }, (_, index) => `r${index}`).join(' ');
    const parts = Array.from(
      { length: 400 },
      (_, index) => `<p id="r${index}">${'<b itemprop="x">y</b>'.repeat(20)}</p>`,
    );
    const items = `<i itemscope itemref="${references}"></i>`.repeat(200);
    const start = Date.now();
    const reading = readPage(open(parts.join('') + items));
    expect(codes(reading)).toContain('reading-stopped');
    const stopped = reading.documents
      .flatMap(({ warnings }) => warnings)
      .find(({ code }) => code === 'reading-stopped');
    expect(stopped && warningWords(stopped)).toBe(stopped?.message);
    expect(Date.now() - start).toBeLessThan(longestReading + 3_000);
  }, 20_000);

  it('ends on items that refer to each other in circles', () => {
    const html = `<div itemscope itemref="a"><p id="a" itemprop="p" itemscope itemref="b"></p></div>
      <p id="b" itemprop="q" itemscope itemref="a b"></p>`;
    expect(codes(readPage(open(html)))).toEqual([]);
  });

  it('ends on patterns that copy each other', () => {
    const html = `<div typeof="schema:Thing"><link property="rdfa:copy" href="#a"></div>
      <p resource="#a" typeof="rdfa:Pattern"><link property="rdfa:copy" href="#b"><b property="schema:name">A</b></p>
      <p resource="#b" typeof="rdfa:Pattern"><link property="rdfa:copy" href="#a"><b property="schema:name">B</b></p>`;
    const [rdfa] = readPage(open(html)).documents;
    expect(rdfa?.expanded).toEqual([
      {
        '@id': '_:r0',
        '@type': ['http://schema.org/Thing'],
        'http://schema.org/name': [{ '@value': 'A' }, { '@value': 'B' }],
      },
    ]);
  });

  it.each([
    ['quotes and escapes', '"\\'.repeat(200_000)],
    ['openings of comments', '<!--'.repeat(200_000)],
    ['slashes', '/*'.repeat(300_000)],
    ['commas', ', '.repeat(300_000)],
  ])('mends %s in linear time', (_, text) => {
    const start = Date.now();
    mend(text);
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});

describe('names that reach for prototypes', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString'];

  it.each(names)('reads %s as a name like any other', async (name) => {
    const html = `<div itemscope itemid="${name}"><b itemprop="${name}">1</b></div>
      <div typeof="${name}" about="${name}" prefix="${name}: http://x.example/"><b property="${name}:p">2</b></div>
      <meta name="${name}" content="3"><meta name="${name}.${name}" content="4">
      <script type="application/ld+json">{"@context":{"@vocab":"http://v.example/"},"${name}":{"${name}":{"a":1}}}</script>`;
    const reading = readPage(open(html));
    const text = reading.documents.find((one) => one.text)?.text ?? '';
    const { nodes } = await expandText(text, { baseUrl: url });
    interpret([...nodes, ...reading.documents.flatMap(({ expanded }) => expanded ?? [])], reading);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(JSON.stringify(reading)).toContain('http://x.example/p');
  });

  it('reads them at every level of JSON-LD', async () => {
    const key = fc.constantFrom(...names, '@id', '@type', '@graph', '@list', '@reverse', 'teaches', 'name');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('a', 1, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        // Not by fc.dictionary: an assignment to `__proto__` would make no member of it.
        fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => new Map(members)),
      ),
    }));
    const json = (one: unknown): string => {
      if (Array.isArray(one)) return `[${one.map(json).join()}]`;
      if (!(one instanceof Map)) return JSON.stringify(one);
      return `{${[...one].map(([name, member]) => `${JSON.stringify(name)}:${json(member)}`).join()}}`;
    };
    const reading = readPage(open(lesson + item));
    await fc.assert(
      fc.asyncProperty(value, async (one) => {
        const text = `{"@context":{"@vocab":"https://schema.org/"},"polluted":${json(one)}}`;
        const { nodes } = await expandText(text, { baseUrl: url });
        interpret(nodes, reading);
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>).teaches).toBeUndefined();
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
        expect(nodes.every((node) => Object.getPrototypeOf(node) === Object.prototype)).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('interprets nodes whose keys are prototypes', () => {
    const node = JSON.parse('{"__proto__":{"polluted":true},"@id":"x","constructor":[{"__proto__":[]}]}');
    const reading: PageReading = { url, title: '', language: '', documents: [] };
    expect(interpret([node], reading).declared).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
