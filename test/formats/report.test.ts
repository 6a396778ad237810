import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { Evidence } from '../../lib/domain/evidence.ts';
import { linksOf } from '../../lib/formats/identifier.ts';
import { textOf } from '../../lib/formats/index.ts';
import { report } from '../../lib/formats/report.ts';
import { goldenBundle, plainAlignment, type TestBundle } from './bundles.ts';
import { describeFormat, type FormatCase } from './contract.ts';

const elements = 'A ARTICLE BLOCKQUOTE BODY H1 H2 H3 HEAD HTML LI MAIN META P SECTION STYLE TITLE UL'.split(' ');
const allowed = ['href', 'class', 'lang', 'charset', 'name', 'content'];

const parser = new new JSDOM().window.DOMParser();

/** HTML as a browser reads it: no element, attribute or address but those that the report is made of. */
function expectHtml(text: string, { alignments }: TestBundle): void {
  const document = parser.parseFromString(text, 'text/html');
  const all = [...document.querySelectorAll('*')];
  const attributes = all.flatMap((element) => element.getAttributeNames());
  expect(all.map(({ tagName }) => tagName).filter((name) => !elements.includes(name))).toEqual([]);
  expect(attributes.filter((name) => !allowed.includes(name))).toEqual([]);
  const links = [...document.querySelectorAll('a')].map(({ href }) => href);
  expect(links.filter((href) => linksOf(href).url === undefined)).toEqual([]);
  expect(document.querySelectorAll('article')).toHaveLength(alignments.length);
  expect(document.querySelectorAll('blockquote')).toHaveLength(alignments.filter(({ evidence }) => evidence).length);
  expect(document.querySelectorAll('script, img, iframe, link')).toHaveLength(0);
}

/** Markdown by its lines: one heading an alignment, and no mark of HTML that is not escaped. */
function expectMarkdown(text: string, { alignments }: TestBundle): void {
  expect(text.match(/^### /gm) ?? []).toHaveLength(alignments.length);
  const unlinked = text.replace(/\]\(<https?:[^<>\s]*>\)/g, ']');
  expect(unlinked.replace(/^> /gm, '')).not.toMatch(/(?<!\\)(\\\\)*[<>`]/);
  expect(unlinked).not.toMatch(/(?<!\\)(\\\\)*\]\(/);
}

const losses: FormatCase['losses'] = {
  data: () => true,
  dates: () => true,
  'skill details': ({ skill: { type, category, keywords, occupations = [], language, framework } }) =>
    type !== '' ||
    category !== undefined ||
    language !== undefined ||
    keywords.length + occupations.length > 0 ||
    (framework?.uri !== undefined && linksOf(framework.uri).iri === undefined),
  'page details': ({ resource }, { resources }) =>
    Object.entries(resources.get(resource)?.fields ?? {}).some(
      ([name, said]) => said.length > 0 && !['title', 'author', 'license'].includes(name),
    ),
};

/** The golden bundle with a passage, and a licence of the skills. */
function quotedBundle(): TestBundle {
  const bundle = goldenBundle();
  const evidence = Evidence.parse({
    quote: { type: 'TextQuoteSelector', exact: 'what is left of gross pay', prefix: 'net is ', suffix: '.' },
    position: { type: 'TextPositionSelector', start: 40, end: 65 },
    address: 'https://lessons.example/pay-slip#:~:text=what%20is%20left',
  });
  const license = 'https://creativecommons.org/licenses/by/4.0/';
  const [first, ...others] = bundle.alignments;
  if (!first) throw new Error('the golden bundle has three alignments');
  return { ...bundle, alignments: [{ ...first, evidence, skill: { ...first.skill, license } }, ...others] };
}

describeFormat({
  format: report,
  golden: 'report.html',
  text: 'other',
  goldenOf: quotedBundle,
  judge: async (text, bundle) => expectHtml(text, bundle),
  losses,
});

describeFormat({
  format: report,
  golden: 'report.md',
  text: 'other',
  choices: { content: 'markdown' },
  goldenOf: quotedBundle,
  judge: async (text, bundle) => expectMarkdown(text, bundle),
  losses,
});

describe('the report', () => {
  it('names every licence once, with what it covers', async () => {
    const { document } = new JSDOM(await textOf(report.write(quotedBundle()))).window;
    const items = [...document.querySelectorAll('li')].map((one) => one.textContent);
    expect(items).toEqual([
      'Your first pay slip: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
      'Starter library: https://creativecommons.org/licenses/by/4.0/',
    ]);
  });

  it('links a passage to the place where it stands', async () => {
    const { document } = new JSDOM(await textOf(report.write(quotedBundle()))).window;
    const link = document.querySelector<HTMLAnchorElement>('blockquote a');
    expect(link?.textContent).toBe('“what is left of gross pay”');
    expect(link?.href).toBe('https://lessons.example/pay-slip#:~:text=what%20is%20left');
  });

  it('keeps the marks of a text as text', async () => {
    const { skill } = plainAlignment();
    const name = '<b onclick="x">1 & 2</b> [a](javascript:x) *b*';
    const bundle = { ...goldenBundle(), alignments: [plainAlignment({ skill: { ...skill, name } })] };
    const { document } = new JSDOM(await textOf(report.write(bundle))).window;
    expect(document.querySelector('h3')?.textContent).toBe(`teaches: ${name}`);
    const markdown = await textOf(report.write(bundle, { content: 'markdown' }));
    expect(markdown).toContain('\\<b onclick="x"\\>1 \\& 2\\</b\\> \\[a\\](javascript:x) \\*b\\*');
  });
});
