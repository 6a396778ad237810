import jsonld, { type JsonLdDocument } from 'jsonld';
import type { Quad } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import { extractJsonLd, jsonLdSelector, ScriptError } from '../../lib/readers/json-ld.ts';
import { openPage } from '../../lib/readers/page.ts';
import { extructItems, matches } from './extruct.ts';
import {
  type Case,
  casesOf,
  documentOf,
  quadsOf,
  read,
  sameGraph,
  show,
  statementsOf,
  suitesExist,
  turtle,
} from './suites.ts';

type Syntax = 'json-ld' | 'microdata' | 'rdfa' | 'meta';

/** Cases that are left out, each with its reason and the clause that it rests on. At most two in all. */
const skipped: Record<string, string> = {
  'jsonld-html/tr006':
    'a page without scripts is an error by JSON-LD 1.1 API, section 10.3, as te006 asks; tr006 asks for an empty graph',
  'extruct/misc/Portfolio_Niels_Lubberman':
    'its version is RDFa 1.0, which makes XML literals of markup; RDFa Core 1.1, section 1.2 does not',
};

/** Samples that their own suite reads at another address than the one given with the case. */
const addresses: Record<string, string> = {
  'extruct/w3c/microdata.7.1': 'http://blog.example.com/progress-report',
  'extruct/w3c/microdata.object': 'http://www.example.com/microdata/index.html',
};

const counts = new Map<string, { passed: number; total: number }>();

/** Declares one test a case, and counts those that pass. */
function suite<T extends Case>(name: string, judge: (one: T) => Promise<void>): void {
  const cases = casesOf<T>(name);
  const count = { passed: 0, total: cases.length };
  counts.set(name, count);
  describe.skipIf(!suitesExist)(name, () => {
    for (const one of cases) {
      it.skipIf(Object.hasOwn(skipped, one.id))(`${one.id} ${one.note ?? ''}`, async () => {
        await judge(one);
        count.passed++;
      });
    }
  });
}

afterAll(() => {
  for (const [name, { passed, total }] of counts) {
    console.log(suitesExist ? `${name}: ${passed} / ${total}` : `${name}: left out, the suite is not here`);
  }
});

it('leaves out at most two cases of all suites', () => {
  expect(Object.keys(skipped).length).toBeLessThanOrEqual(2);
});

async function statements(html: string, url: string, syntax: Syntax, vocabRegistry?: object): Promise<Quad[]> {
  const reading = readPage(documentOf(html, url), { baseUrl: url, vocabRegistry });
  const nodes = reading.documents.filter((one) => one.syntax === syntax).flatMap((one) => one.expanded ?? []);
  return quadsOf(nodes);
}

function expectSameGraph(ours: Quad[], theirs: Quad[]): void {
  if (!sameGraph(ours, theirs)) expect(show(ours)).toBe(show(theirs));
}

type GraphCase = Case & { vocabRegistry?: string; expect: { turtle?: string; terminates?: boolean } };

suite<GraphCase>('microdata', async (one) => {
  const folder = 'conformance/microdata/';
  const registry = one.vocabRegistry && JSON.parse(read(folder + one.vocabRegistry));
  const ours = await statements(read(folder + one.input), one.baseUrl, 'microdata', registry || undefined);
  if (one.expect.turtle) expectSameGraph(ours, turtle(read(folder + one.expect.turtle), one.baseUrl));
  else expect(one.expect.terminates).toBe(true);
});

suite<GraphCase>('rdfa', async (one) => {
  const ours = await statements(read(`conformance/rdfa/${one.input}`), one.baseUrl, 'rdfa');
  expectSameGraph(ours, turtle(read(`conformance/rdfa/${one.expect.turtle}`), one.baseUrl));
});

type ScriptCase = Case & {
  operation: 'expand' | 'compact' | 'flatten' | 'tordf';
  context?: string;
  options: { base?: string; extractAllScripts?: boolean };
  expect: { document?: string; error?: string };
};

suite<ScriptCase>('jsonld-html', async (one) => {
  const folder = 'conformance/jsonld-html/';
  const html = read(folder + one.input.replace(/#.*/, ''));
  const run = async () => {
    const page = openPage(documentOf(html, one.baseUrl), jsonLdSelector, one.options.base ?? one.baseUrl);
    if (!page) throw new Error('no page');
    const document = extractJsonLd(page, { url: one.baseUrl, extractAll: one.options.extractAllScripts });
    return perform(one, document as JsonLdDocument, page.base, folder);
  };
  if (one.expect.error) {
    await expect(run()).rejects.toBeInstanceOf(ScriptError);
    await expect(run()).rejects.toMatchObject({ code: one.expect.error });
    return;
  }
  const expected = read(folder + one.expect.document);
  const ours = await run();
  if (one.operation === 'tordf') expectSameGraph(ours as Quad[], turtle(expected, one.baseUrl));
  else expect(ours).toEqual(JSON.parse(expected));
});

async function perform(one: ScriptCase, document: JsonLdDocument, base: string, folder: string): Promise<unknown> {
  const context = one.context ? JSON.parse(read(folder + one.context)) : {};
  if (one.operation === 'expand') return jsonld.expand(document, { base });
  if (one.operation === 'compact') return jsonld.compact(document, context, { base });
  if (one.operation === 'flatten') return jsonld.flatten(document, context, { base });
  return quadsOf(await jsonld.expand(document, { base }));
}

type PairCase = Case & { inputs: Record<Syntax, string>; agree: [Syntax, Syntax][] };

suite<PairCase>('schemaorg', async (one) => {
  for (const [first, second] of one.agree) {
    const said = await Promise.all(
      [first, second].map((syntax) => quadsIn(read(`conformance/schemaorg/${one.inputs[syntax]}`), syntax)),
    );
    const [ours, theirs] = said.map(statementsOf);
    expect(ours, `${first} and ${second}`).toEqual(theirs);
  }
});

async function quadsIn(html: string, syntax: Syntax, url = 'http://example.org/'): Promise<Quad[]> {
  if (syntax !== 'json-ld') return statements(html, url, syntax);
  const reading = readPage(documentOf(html, url), { baseUrl: url });
  const texts = reading.documents.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const expanded = await Promise.all(texts.map((text) => expandText(text, { baseUrl: url })));
  return quadsOf(expanded.flatMap(({ nodes }) => nodes));
}

type ExtructCase = Case & { expect: string[] };

suite<ExtructCase>('extruct', async (one) => {
  const html = read(`conformance/extruct/${one.input}`);
  for (const file of one.expect) {
    const wanted = JSON.parse(read(`conformance/extruct/${file}`));
    if (file.endsWith('.expanded.json') || isExpanded(wanted)) {
      const ours = await statements(html, one.baseUrl, 'rdfa');
      expectSameGraph(ours, await quadsOf(wanted));
    } else {
      const baseUrl = addresses[one.id] ?? one.baseUrl;
      matches(extructItems(readPage(documentOf(html, baseUrl), { baseUrl })), wanted, file, baseUrl);
    }
  }
});

function isExpanded(wanted: unknown): boolean {
  return Array.isArray(wanted) && wanted.every((one) => typeof one === 'object' && one !== null && '@id' in one);
}

/** LRMI's own examples say the same thing in three syntaxes. */
describe.skipIf(!suitesExist)('dcmi-lrmi', () => {
  it.each(['alignmentsUK', 'type+audience+level'])('%s says the same in three syntaxes', async (name) => {
    const folder = `schemas/dcmi-lrmi/lrmi_examples/${name}`;
    const said = [
      statementsOf(await quadsIn(read(`${folder}_jsonld.json`), 'json-ld')),
      statementsOf(await quadsIn(read(`${folder}_md.html`), 'microdata')),
      statementsOf(await quadsIn(read(`${folder}_rdfa.html`), 'rdfa')),
    ];
    expect(said[0]?.length).toBeGreaterThan(10);
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
  });
});
