import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText } from '../../lib/readers/page-text.ts';
import { openDom } from './dom.ts';

const textOf = (html: string, options = {}) => openText(openDom(html).document, options).text;

describe('the text of a page', () => {
  it.each([
    ['collapses white space, no-break spaces included', '<p> a \n\t b&nbsp;c </p>', 'a b c'],
    ['parts blocks', '<h1>One</h1><p>two</p><ul><li>three<li>four</ul>', 'One two three four'],
    ['parts cells and lines', '<table><tr><td>a<td>b</table>c<br>d', 'a b c d'],
    [
      'lets words run through inline elements',
      '<p>H<sub>2</sub>O is <b>wa</b>ter, <x-term>wet</x-term>.</p>',
      'H2O is water, wet.',
    ],
    ['treats main as a block and mi as none', '<main>a</main>b <math><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'a b x=2'],
    ['leaves out code, styles and form contents', 'a<script>b</script><style>c</style><textarea>d</textarea> e', 'a e'],
    ['leaves out what is hidden', 'a <p hidden>b</p><p style="display:none">c</p> d', 'a d'],
    ['keeps what has no box of its own but shows its children', '<p style="display:contents">a</p>', 'a'],
    ['is empty for an empty page', '', ''],
  ])('%s', (_what, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('has what the page keeps back, where that is asked for', () => {
    expect(textOf('a <p hidden>b</p><p style="display:none">c</p> d', { folded: true })).toBe('a b c d');
  });

  it('knows where blocks end', () => {
    const { text, breaks } = openText(openDom('<p>one</p><p>two <i>and</i></p><p>three</p>').document);
    expect(breaks.map((at) => text.slice(0, at))).toEqual(['', 'one', 'one two and', 'one two and three']);
  });

  it('is not misled by a page that hides the document’s methods', () => {
    const clobbered =
      '<form id="f"><input name="firstChild"><input name="nextSibling"><input name="localName"><input name="parentNode">' +
      'in a form</form><img name="documentElement"><img name="createRange"><img name="defaultView">after';
    expect(textOf(clobbered)).toBe('in a form after');
  });

  it('walks through thousands of elements inside one another', () => {
    expect(textOf(`${'<div>'.repeat(3000)}deep`, { folded: true })).toBe('deep');
  });

  it('gives each part of the text its range, and each range its part', () => {
    const piece = fc.oneof(
      fc.constantFrom('<b>', '</b>', '<p>', '</p>', '<br>', '<i hidden>', '</i>', '<!-- x -->', ' ', '\n\t', '&nbsp;'),
      fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab c\u{1f331}é') }),
    );
    const { document } = openDom('');
    const textIn = (html: string) => {
      document.body.innerHTML = html;
      return openText(document);
    };
    const checked = fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(), fc.nat(), (pieces, one, other) => {
      const page = textIn(pieces.join(''));
      expect(page.text).toBe(page.text.replace(/\s+/g, ' ').trim());
      const size = page.text.length + 1;
      const [start, end] = trimmed(page.text, [one % size, other % size]);
      if (start >= end) return;
      const range = page.rangeOf(start, end);
      expect(trimmed(page.text, page.offsetsOf(range))).toEqual([start, end]);
      const shown = document.createElement('div');
      shown.append(range.cloneContents());
      const squeezed = textIn(shown.innerHTML).text.replace(/ /g, '');
      expect(squeezed).toBe(page.text.slice(start, end).replace(/ /g, ''));
    });
    fc.assert(checked, { numRuns: 300 });
  });
});

/** A part of a text without the spaces at its ends. */
function trimmed(text: string, [from, to]: [number, number]): [number, number] {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return [start, start + part.trim().length];
}
