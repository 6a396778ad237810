import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../lib/domain/evidence.ts';
import { findPassage, type Passage } from '../../lib/readers/anchor.ts';
import { openText } from '../../lib/readers/page-text.ts';
import { captureSelection } from '../../lib/readers/selection.ts';
import { openDom, openSelected } from './dom.ts';

const sentence = 'The graph of the second pump climbs 90 litres in two minutes.';
const before = 'A tank is filled by two pumps. The first is described in a table, the second by a graph.';
const after = 'Which pump is faster, and how can you tell? Write down what you compared.';
const lesson = `<h1>Pumps</h1><p>${before}</p><p>[${sentence}]</p><p>${after}</p>`;

function captured(html: string): Evidence {
  const evidence = captureSelection(openSelected(html).document);
  if (!evidence) throw new Error('nothing selected');
  return evidence;
}

/** What is found, with its words in place of its range. */
function find(html: string, evidence: Evidence): { state: string; words?: string; score?: number } {
  return told(findPassage(openDom(html).document, evidence));
}

function told(passage: Passage) {
  if (passage.state === 'orphaned') return { state: passage.state };
  return { state: passage.state, score: passage.score, words: passage.range.toString().replace(/\s+/g, ' ') };
}

describe('a passage', () => {
  const evidence = captured(lesson);

  it('is found where it was', () => {
    expect(find(lesson.replace(/[[\]]/g, ''), evidence)).toEqual({ state: 'exact', words: sentence, score: 1 });
  });

  it.each([
    ['more stands before it', `<p>${'News of the week. '.repeat(300)}</p><p>${before}</p><p>${sentence}</p>`],
    ['it has other elements and spaces', `<p>${sentence.replace('second', '<b>second</b>\n ')}</p>`],
    ['it is in a part that is kept back', `<p>${before}</p><p hidden>${sentence}</p>`],
    ['everything around it is new', `<p>Quite another page.</p><p>${sentence}</p><p>The end.</p>`],
  ])('is found word for word where %s', (_what, html) => {
    expect(find(html, evidence)).toMatchObject({ state: 'exact', score: 1 });
  });

  it.each([
    ['a word was replaced', sentence.replace('climbs', 'rises')],
    ['a word was taken out', sentence.replace('second ', '')],
    ['a clause was added', sentence.replace('climbs', 'climbs, as you see,')],
    ['it was typed with mistakes', sentence.replace('graph', 'grahp').replace('litres', 'liters')],
    [
      'it has other letter case',
      sentence.toUpperCase().replace(/[A-Z]+/g, (word, at) => (at > 20 ? word.toLowerCase() : word)),
    ],
  ])('is found, but changed, where %s', (_what, words) => {
    const found = find(`<p>${before}</p><p>${words}</p><p>${after}</p>`, evidence);
    expect(found.state).toBe('changed');
    expect(words).toContain(found.words);
    expect(found.words?.length).toBeGreaterThan(0.8 * words.length);
    expect(found.score).toBeGreaterThan(0.7);
    expect(found.score).toBeLessThan(1);
  });

  it.each([
    ['it was cut out', `<h1>Pumps</h1><p>${before}</p><p>${after}</p>`],
    ['the page is another one', '<p>Fold, press, turn: ten minutes, until a thin piece lets the light through.</p>'],
    ['the page is empty', ''],
    ['it is only in a script', `<script>"${sentence}"</script>`],
  ])('is orphaned where %s', (_what, html) => {
    expect(find(html, evidence)).toEqual({ state: 'orphaned' });
  });

  it('is told from others in the same words by what is around it', () => {
    const task = (number: number) =>
      `<p>Task ${number}. Look at graph ${number}.</p><p>Find the slope of the line.</p>`;
    const html = [1, 2, 3, 4].map(task).join('');
    const third = captured(html.replace(/(graph 3\.<\/p><p>)(.*?)(<\/p>)/, '$1[$2]$3'));
    const window = openDom(`<p>${'Something new. '.repeat(20)}</p>${html}`);
    const passage = findPassage(window.document, third);
    expect(passage.state).toBe('exact');
    if (passage.state === 'orphaned') return;
    expect(passage.range.startContainer.parentElement?.previousElementSibling?.textContent).toMatch(/^Task 3/);
  });

  it('of a few letters needs its surroundings, or its old place', () => {
    const short = captured('<p>The steeper line has the greater [slope].</p><p>Its units are litres per minute.</p>');
    expect(find('<p>The steeper line has a greater slope.</p><p>Its units are litres.</p>', short).state).toBe('exact');
    expect(find('<p>Ski down the slope before it gets dark and the lifts stop.</p>', short).state).toBe('orphaned');
    expect(find('<p>The steeper line has the greater slopes.</p><p>Its units are litres.</p>', short).state).not.toBe(
      'orphaned',
    );
  });
});

describe('any page and any change of it', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'aeinorst.é\u{1f331}'), minLength: 1, maxLength: 8 }), {
    minLength: 12,
    maxLength: 60,
  });
  const { document } = openDom('');
  const show = (text: readonly string[]) => {
    document.body.replaceChildren(...text.map((word, at) => (at % 7 ? `${word} ` : element(word))));
  };
  const element = (word: string) => {
    const paragraph = document.createElement('p');
    paragraph.append(`${word} `);
    return paragraph;
  };
  const quoteOf = (from: number, to: number): Evidence | undefined => {
    const page = openText(document);
    const starts = [0, ...[...page.text.matchAll(/ /g)].map(({ index }) => index + 1), page.text.length + 1];
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(page.rangeOf(starts[from] ?? 0, (starts[to] ?? 0) - 1));
    return captureSelection(document);
  };

  it('finds what is still there word for word, whatever was put around it', () => {
    const checked = fc.property(words, words, words, fc.nat(), (text, ahead, behind, seed) => {
      show(text);
      const from = seed % (text.length - 8);
      const evidence = quoteOf(from, from + 8);
      expect(told(findPassage(document, evidence as Evidence)).words).toBe(evidence?.quote.exact);
      show([...ahead, ...text, ...behind]);
      const found = told(findPassage(document, evidence as Evidence));
      expect(found).toMatchObject({ state: 'exact', words: evidence?.quote.exact });
    });
    fc.assert(checked, { numRuns: 200 });
  });

  it('finds what was changed by one letter in ten', () => {
    const letters = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    const checked = fc.property(letters, fc.string({ maxLength: 200 }), (places, noise) => {
      const evidence = captured(lesson);
      const changed = places.reduce((text, place) => {
        const at = place % text.length;
        return `${text.slice(0, at)}#${text.slice(at + 1)}`;
      }, sentence);
      document.body.replaceChildren(element(noise), element(before), element(changed), element(after));
      const found = told(findPassage(document, evidence));
      expect(found.state).toBe('changed');
      expect(found.score).toBeGreaterThan(0.9);
    });
    fc.assert(checked, { numRuns: 200 });
  });

  it('never throws, and answers only what is alike', () => {
    const quote = fc.record({ exact: fc.string({ minLength: 1 }), prefix: fc.string(), suffix: fc.string() });
    const checked = fc.property(fc.string({ maxLength: 300 }), quote, fc.nat(), (text, said, start) => {
      document.body.replaceChildren(element(text));
      const found = findPassage(document, {
        quote: { type: 'TextQuoteSelector', ...said },
        position: { type: 'TextPositionSelector', start, end: start + 1 },
      });
      if (found.state !== 'orphaned') expect(found.score).toBeGreaterThanOrEqual(0.7);
      if (found.state === 'exact') expect(openText(document).text).toContain(said.exact);
    });
    fc.assert(checked, { numRuns: 500 });
  });
});

describe('time', () => {
  const evidence = captured(lesson);
  const inOneNode = (text: string) => {
    const { document } = openDom('<body>');
    document.body.append(text);
    return document;
  };

  it.each([
    ['2 million letters without it', () => 'Lines that join places of equal pressure. '.repeat(50_000), 'orphaned'],
    [
      '2 million letters and then it, changed',
      () => `${'Lines of pressure. '.repeat(110_000)}${sentence.replace('90', '95')}`,
      'changed',
    ],
    [
      '100,000 sentences that are nearly it',
      () => `${sentence.replace('second', 'other one')} `.repeat(30_000),
      'changed',
    ],
    ['nothing but one letter', () => 'e'.repeat(2_000_000), 'orphaned'],
  ])('is bounded on %s', (_what, text, state) => {
    const document = inOneNode(text());
    const began = performance.now();
    expect(findPassage(document, evidence).state).toBe(state);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('is bounded for a long quote of one letter on a page of it', () => {
    const long = captured(`<p>[${'e'.repeat(1999)}]</p>`);
    const began = performance.now();
    findPassage(inOneNode('e'.repeat(500_000)), long);
    findPassage(inOneNode(`${'e'.repeat(1000)} `.repeat(500)), long);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
