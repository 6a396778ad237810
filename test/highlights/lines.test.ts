// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { frameAround, isLight, linesOf, textRanges, within } from '../../lib/highlights/lines.ts';

/** Ranges that are laid out in these boxes: left, top, right, bottom. */
function laidOut(...boxes: [number, number, number, number][]): Range[] {
  return boxes.map(([left, top, right, bottom]) => {
    const rect = { left, top, right, bottom, width: right - left, height: bottom - top };
    return { getClientRects: () => [rect] } as unknown as Range;
  });
}

describe('the lines of a passage', () => {
  it('are one where bold words stand in the middle of one, and two where it breaks', () => {
    expect(linesOf(laidOut([10, 0, 50, 20], [50, 0, 90, 20], [90, 0.5, 120, 20.5], [10, 20, 60, 40]))).toEqual([
      { left: 10, top: 0, right: 120, bottom: 20 },
      { left: 10, top: 20, right: 60, bottom: 40 },
    ]);
  });

  it('are one where the words run from right to left', () => {
    expect(linesOf(laidOut([50, 0, 90, 20], [10, 0, 50, 20]))).toEqual([{ left: 10, top: 0, right: 90, bottom: 20 }]);
  });

  it('are none where nothing is laid out, and two where columns part them', () => {
    expect(linesOf(laidOut([5, 5, 5, 5]))).toEqual([]);
    expect(linesOf(laidOut([10, 0, 50, 20], [300, 0, 340, 20]))).toHaveLength(2);
  });
});

describe('the text of a range', () => {
  it('is its text nodes, cut at its ends, without the boxes of elements inside', () => {
    document.body.replaceChildren(
      ...new DOMParser().parseFromString('<p>one <b>two</b></p><p>three</p>', 'text/html').body.children,
    );
    const [first, last] = [...document.querySelectorAll('p')];
    const range = document.createRange();
    range.setStart(first?.firstChild as Text, 1);
    range.setEnd(last?.firstChild as Text, 3);
    expect(textRanges(range).map(String)).toEqual(['ne ', 'two', 'thr']);
  });
});

describe('what a scrolling box lets be seen', () => {
  const box = { left: 10, top: 10, right: 110, bottom: 60 };
  afterEach(() => vi.restoreAllMocks());

  it('is cut to it, or nothing', () => {
    expect(within({ left: 0, top: 50, right: 90, bottom: 70 }, box)).toEqual({
      left: 10,
      top: 50,
      right: 90,
      bottom: 60,
    });
    expect(within({ left: 0, top: 60, right: 90, bottom: 80 }, box)).toBeUndefined();
  });

  it('is told by the boxes around that cut off, whatever a form among them calls its fields', () => {
    const html = '<form style="overflow-x: auto"><input name="parentElement"><p>text</p></form>';
    document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.children);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box as DOMRect);
    const text = document.querySelector('p')?.firstChild as Text;
    expect(frameAround(text)).toEqual(box);
    document.querySelector('form')?.removeAttribute('style');
    expect(frameAround(text).right).toBe(Infinity);
  });
});

it.each([
  ['rgb(0, 0, 0)', false],
  ['rgb(36 33 29)', false],
  ['rgba(236, 232, 225, 0.9)', true],
  ['rgb(255, 255, 255)', true],
  ['color(display-p3 1 1 1)', false],
  ['', false],
])('tells light text from dark: %s', (colour, light) => {
  expect(isLight(colour)).toBe(light);
});
