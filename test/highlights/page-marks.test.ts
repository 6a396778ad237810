// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageMarks, type PageMarks } from '../../lib/highlights/page-marks.ts';
import { layOut, markOf, open, words } from './page.ts';

const first = 'The graph of the second pump [climbs 90 litres in two minutes.]';
const second = 'Which pump is faster, and [how can you tell from the table?]';
const lesson = `<h1>Pumps</h1><p>${first}</p><p>Nothing here.</p><p>${second}</p><input>`;
const one = markOf(lesson.replace(second, second.replace(/[[\]]/g, '')));
const two = markOf(lesson.replace(first, first.replace(/[[\]]/g, '')), 'Tables');

let page: ReturnType<typeof layOut>;
let marks: PageMarks;

beforeEach(() => {
  page = layOut();
  open(lesson);
  marks = createPageMarks(document);
});
afterEach(() => {
  marks.remove();
  vi.unstubAllGlobals();
});

/** Looks for marks and draws what was found, as the background tells it to. */
function draw(some = [one, two], reveal: number | null = null): boolean[] {
  return marks.draw(marks.find(some), words, reveal);
}

function hear(event: Event): Event {
  (document.activeElement ?? document).dispatchEvent(event);
  return event;
}
const press = (key: string) => hear(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const pointAt = (x: number, y: number) =>
  hear(new MouseEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

describe('marking', () => {
  it('says what became of each passage, and draws nothing before it is told to', () => {
    const lost = markOf('<p>Completely other words [that nobody wrote on this page, ever.]</p>');
    expect(marks.find([two, lost, one])).toEqual(['exact', 'orphaned', 'exact']);
    expect(document.documentElement.children).toHaveLength(2);
    expect(marks.count()).toBe(0);
  });

  it('puts a named mark over each passage, in reading order, whatever the order of the alignments', () => {
    expect(draw([two, one])).toEqual([true, true]);
    expect(page.marks().map((mark) => [mark.getAttribute('aria-label'), mark.tabIndex])).toEqual([
      ['teaches Slope', 0],
      ['teaches Tables', 0],
    ]);
    expect(marks.count()).toBe(2);
  });

  it('tells a passage in changed words from one that stands as it was quoted', () => {
    open(lesson.replace('climbs 90', 'rises 90'));
    draw();
    expect(page.marks().map((mark) => [mark.getAttribute('aria-label'), mark.className])).toEqual([
      ['teaches Slope, changed', 'mark is-changed is-on'],
      ['teaches Tables', 'mark'],
    ]);
  });

  it('says that a passage is not shown where the page keeps it back, and marks it once it is shown', async () => {
    open(lesson.replace('<p>Which', '<p hidden>Which'));
    expect(draw()).toEqual([true, false]);
    expect(page.marks().map((mark) => mark.hidden)).toEqual([false, true]);
    document.querySelector('[hidden]')?.removeAttribute('hidden');
    await nextFrame();
    expect(page.marks().map((mark) => mark.hidden)).toEqual([false, false]);
  });

  it('leaves to another frame what that has better', () => {
    open(lesson.replace('climbs 90', 'rises 90'));
    expect(marks.find([one])).toEqual(['changed']);
    expect(marks.draw(['exact'], words, null)).toEqual([false]);
    expect(marks.count()).toBe(0);
  });

  it('puts the focus on the first, or on the one that is asked for', () => {
    draw();
    expect(page.shadow().activeElement).toBe(page.marks()[0]);
    draw([one, two], 1);
    expect(page.shadow().activeElement).toBe(page.marks()[1]);
    expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
  });

  it('draws light on dark where the text is light', () => {
    document.querySelector('p')?.setAttribute('style', 'color: rgb(230, 230, 230)');
    draw();
    expect(page.marks().map((mark) => mark.classList.contains('is-light'))).toEqual([true, false]);
  });

  it('takes nothing of page or alignment for markup', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    draw([{ ...one, shows: [{ relation: hostile, skill: hostile, language: 'de' }] }]);
    expect(page.card().textContent).toBe(`${hostile} ${hostile}`);
    expect(page.shadow().querySelector('img, script')).toBeNull();
  });

  it('works on a page whose forms take the names of what it needs', () => {
    open(`<form name="documentElement"><input name="parentElement"><input name="localName">${lesson}</form>
      <img name="createElement"><img name="activeElement"><img name="body"><img name="createTreeWalker">`);
    expect(draw()).toEqual([true, true]);
  });
});

describe('the card', () => {
  it('says relation and skill at the mark that has the focus, in the skill’s own language', () => {
    draw([{ ...one, shows: [{ relation: 'lehrt', skill: 'Slope', language: 'en' }] }]);
    expect([page.card().hidden, page.card().textContent]).toEqual([false, 'lehrt Slope']);
    expect(page.card().querySelector('span')).toMatchObject({ lang: 'en', dir: 'auto' });
    page.marks()[0]?.blur();
    expect(page.card().hidden).toBe(true);
  });

  it('says so where the words changed', () => {
    open(lesson.replace('climbs 90', 'rises 90'));
    draw([one]);
    expect(page.card().textContent).toBe('teaches SlopeChanged since.');
  });

  it('comes and goes with the pointer, and stays while that is on the card itself', () => {
    draw();
    // The third paragraph is the fourth line.
    page.marks()[0]?.blur();
    pointAt(20, 35);
    expect([page.card().hidden, page.card().textContent]).toEqual([false, 'teaches Tables']);
    page.shadow().host.dispatchEvent(new MouseEvent('pointermove', { bubbles: true, clientX: 500, clientY: 500 }));
    expect(page.card().hidden).toBe(false);
    pointAt(500, 500);
    expect(page.card().hidden).toBe(true);
  });
});

describe('removing', () => {
  it('leaves no node, attribute, style, listener or observer, and touches none of the page’s own', async () => {
    const before = document.documentElement.outerHTML;
    const nodes = [...document.querySelectorAll('*')];
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((records) => changes.push(...records));
    watch.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    draw();
    await nextFrame();
    draw();
    press('Tab');
    press('Escape');
    await nextFrame();
    watch.disconnect();
    expect(document.documentElement.outerHTML).toBe(before);
    expect([...document.querySelectorAll('*')]).toEqual(nodes);
    expect(changes.every(({ type, target }) => type === 'childList' && target === document.documentElement)).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
    expect(page.left()).toEqual({ listeners: [], watching: 0 });
    expect(document.adoptedStyleSheets ?? []).toEqual([]);
    expect(marks.count()).toBe(0);
  });

  it('gives the focus back to where it was', () => {
    const field = document.querySelector('input');
    field?.focus();
    draw();
    expect(document.activeElement).not.toBe(field);
    press('Escape');
    expect(document.activeElement).toBe(field);
  });

  it('keeps Escape from the page where it is ours, and leaves it alone where the page is at work', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    draw();
    document.querySelector('input')?.focus();
    expect(press('Escape').defaultPrevented).toBe(false);
    expect([marks.count(), heard.mock.calls.length]).toEqual([2, 1]);
    page.marks()[0]?.focus();
    expect(press('Escape').defaultPrevented).toBe(true);
    expect([marks.count(), heard.mock.calls.length]).toEqual([0, 1]);
    document.removeEventListener('keydown', heard);
  });

  it('cleans up behind a page that throws the marks out itself', async () => {
    draw();
    page.shadow().host.remove();
    await nextFrame();
    expect(marks.count()).toBe(0);
    expect(page.left()).toEqual({ listeners: [], watching: 0 });
  });
});
