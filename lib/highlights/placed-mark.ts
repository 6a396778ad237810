import type { EvidenceMark } from '../domain/evidence-mark.ts';
import { native } from '../readers/page.ts';
import { type Box, frameAround, isLight, linesOf, textRanges, within } from './lines.ts';

/** Makes an element of the page's document. */
export type Make = (name: string) => HTMLElement;

/** A passage that was found, to be marked. */
export type FoundMark = { mark: EvidenceMark; isChanged: boolean; range: Range };

/** Its mark, with the ranges of its text nodes and the lines of it that can be seen. */
export type PlacedMark = FoundMark & { element: HTMLElement; texts: Range[]; lines: Box[] };

/** Makes a mark that stands nowhere yet. */
export function makeMark(found: FoundMark, make: Make): PlacedMark {
  const { mark, isChanged, range } = found;
  const element = make('div');
  // Nothing happens where it is pressed: it is no button.
  element.setAttribute('role', 'note');
  element.setAttribute('aria-label', isChanged ? mark.names.changed : mark.names.exact);
  element.tabIndex = 0;
  return { ...found, element, texts: textRanges(range), lines: [] };
}

/** Puts a mark where its lines are by now; what is not laid out cannot be reached by keys either. */
export function place(one: PlacedMark, origin: Pick<Box, 'left' | 'top'>, make: Make): void {
  const { element, texts, isChanged } = one;
  const around = frameAround(one.range.startContainer);
  one.lines = linesOf(texts).flatMap((line) => within(line, around) ?? []);
  const holder = holderOf(one);
  const colour = holder ? getComputedStyle(holder).color : '';
  element.hidden = !isLaidOut(one);
  element.className = `mark${isChanged ? ' is-changed' : ''}${isLight(colour) ? ' is-light' : ''}`;
  const whole = boxOf(one.lines);
  if (whole) setBox(element, whole, origin);
  const boxes = one.lines.map((line) => {
    const made = make('div');
    made.className = 'line';
    setBox(made, line, whole ?? origin);
    return made;
  });
  element.replaceChildren(...boxes);
}

/** Whether a passage is laid out, be it scrolled away. */
export function isLaidOut({ texts }: PlacedMark): boolean {
  return texts.some((text) => linesOf([text]).length > 0);
}

/** The element of the page that a passage begins in. */
export function holderOf({ texts }: PlacedMark): Element | null | undefined {
  const text = texts[0]?.startContainer;
  return text && native<Element | null>(text, 'parentElement')(text);
}

/** The mark at a point of the window, with the line there; of two at one place the shorter one. */
export function markAt(marks: readonly PlacedMark[], x: number, y: number): { one: PlacedMark; line: Box } | undefined {
  const isAt = ({ left, top, right, bottom }: Box) => x >= left && x <= right && y >= top && y <= bottom;
  const found = marks.flatMap((one) => {
    const line = one.lines.find(isAt);
    return line ? [{ one, line }] : [];
  });
  const lengthOf = ({ one }: { one: PlacedMark }) => one.range.toString().length;
  return found.sort((first, second) => lengthOf(first) - lengthOf(second))[0];
}

function boxOf([first, ...others]: readonly Box[]): Box | undefined {
  return (
    first &&
    others.reduce(
      (box, line) => ({
        left: Math.min(box.left, line.left),
        top: Math.min(box.top, line.top),
        right: Math.max(box.right, line.right),
        bottom: Math.max(box.bottom, line.bottom),
      }),
      first,
    )
  );
}

function setBox({ style }: HTMLElement, { left, top, right, bottom }: Box, from: Pick<Box, 'left' | 'top'>): void {
  style.left = `${left - from.left}px`;
  style.top = `${top - from.top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}
