import type { EvidenceMark, MarkWords } from '../domain/evidence-mark.ts';
import { native } from '../readers/page.ts';
import { createCard, type Room } from './card.ts';
import { type Box, frameAround, isLight, linesOf, textRanges, within } from './lines.ts';
import { markStyle } from './mark-style.ts';

/** A passage that was found, to be marked. */
export type FoundMark = { mark: EvidenceMark; isChanged: boolean; range: Range };

/** The marks over a page. */
export type Overlay = {
  /** Whether a passage is laid out, so that its mark can be seen; by its place among those given. */
  isShown(at: number): boolean;
  /** Scrolls to a passage and puts the focus on its mark. */
  reveal(at: number): void;
  /** Takes everything away, listeners and observers too, and gives the focus back. Called again, it does nothing. */
  remove(): void;
};

type Placed = FoundMark & { element: HTMLElement; texts: Range[]; lines: Box[] };

/** Events after which what is shown may stand elsewhere, besides changes of the tree and of sizes. */
const moving = ['scroll', 'resize', 'toggle', 'transitionend', 'animationend'];

/**
 * Marks passages of a page, in reading order for the keyboard: boxes in one closed shadow root beside the page's body. The
 * page's own elements are not touched, clicks and selections go through to them. `leave` is called when the person removes
 * the marks with the Escape key, or the page does.
 */
export function openOverlay(
  document: Document,
  found: readonly FoundMark[],
  words: MarkWords,
  leave: () => void,
): Overlay {
  const get = <Result>(name: string) => native<Result>(document, name)(document);
  const create = native<HTMLElement>(document, 'createElement');
  const make = (name: string) => create(document, name);
  const root = get<Element>('documentElement');
  const host = make('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const roomNow = (): Room => {
    const { left, top } = host.getBoundingClientRect();
    const [width, height] = [native<number>(root, 'clientWidth')(root), innerHeight];
    return { left, top, width, height };
  };
  const card = createCard(make, roomNow, words);
  const focusedBefore = get<Element | null>('activeElement');
  const ending = new AbortController();
  let frame = 0;
  let current: Placed | undefined;

  const placed = found.map(({ mark, isChanged, range }): Placed => {
    const element = make('div');
    // Nothing happens where it is pressed: it is no button.
    element.setAttribute('role', 'note');
    element.setAttribute('aria-label', isChanged ? mark.names.changed : mark.names.exact);
    element.tabIndex = 0;
    return { mark, isChanged, range, element, texts: textRanges(range), lines: [] };
  });

  const place = () => {
    const origin = roomNow();
    for (const one of placed) {
      const around = frameAround(one.range.startContainer);
      one.lines = linesOf(one.texts).flatMap((line) => within(line, around) ?? []);
      put(one, origin, make);
    }
    if (current) point(current);
  };
  const placeSoon = () => {
    if (!host.isConnected) leave();
    else
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        place();
      });
  };

  /** Turns to a mark, or away from all. */
  const point = (one: Placed | undefined, line = one?.lines.at(-1)) => {
    current = line && one;
    for (const { element } of placed) element.classList.toggle('is-on', element === current?.element);
    if (one && line) card.show(one.mark, one.isChanged, line);
    else card.hide();
  };

  const scrollTo = ({ texts, element }: Placed) => {
    const text = texts[0]?.startContainer;
    const around = text && native<Element | null>(text, 'parentElement')(text);
    if (!around) return;
    native(around, 'scrollIntoView')(around, { block: 'center', inline: 'nearest', behavior: 'instant' });
    place();
    // A paragraph can be longer than the window.
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  };

  const focused = () => placed.find(({ element }) => element === shadow.activeElement);
  const onPointer = ({ clientX: x, clientY: y, target }: PointerEvent) => {
    // The card is the only part that the pointer meets itself, and may be read at leisure.
    if (current && target === host) return;
    const isAt = ({ left, top, right, bottom }: Box) => x >= left && x <= right && y >= top && y <= bottom;
    const [one] = placed
      .filter(({ lines }) => lines.some(isAt))
      .sort((first, second) => lengthOf(first) - lengthOf(second));
    if (one) point(one, one.lines.find(isAt));
    else if (current) point(focused());
  };
  const onKey = (event: KeyboardEvent) => {
    const at = get<Element | null>('activeElement');
    const isOurs = current !== undefined || at === host || at === null || at === get('body');
    if (event.key !== 'Escape' || event.defaultPrevented || !isOurs) return;
    // The page's own layers stay open: this closes the innermost alone.
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  };

  dress(shadow, make);
  const group = make('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', words.group);
  group.lang = words.language;
  group.dir = words.direction;
  group.append(...placed.map(({ element }) => element), card.element);
  shadow.append(group);
  native(root, 'appendChild')(root, host);
  place();

  const { signal } = ending;
  const listening = { capture: true, passive: true, signal };
  for (const name of moving) addEventListener(name, placeSoon, listening);
  addEventListener('pointermove', onPointer, listening);
  addEventListener('keydown', onKey, { capture: true, signal });
  group.addEventListener('focusin', ({ target }) => {
    const one = placed.find(({ element }) => element === target);
    // What a part of the page has scrolled away, the browser cannot scroll to by the mark.
    if (one && one.lines.length === 0) scrollTo(one);
    point(one);
  });
  group.addEventListener('focusout', () => point(undefined));
  const sizes = new ResizeObserver(placeSoon);
  for (const element of [root, get<Element | null>('body')]) if (element) sizes.observe(element);
  const changes = new MutationObserver(placeSoon);
  changes.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });

  return {
    isShown: (at) => isLaidOut(placed[at]?.texts ?? []),
    reveal(at) {
      const one = placed[at];
      if (!one) return;
      scrollTo(one);
      one.element.focus({ preventScroll: true });
    },
    remove() {
      const hadFocus = host.isConnected && get('activeElement') === host;
      ending.abort();
      sizes.disconnect();
      changes.disconnect();
      cancelAnimationFrame(frame);
      host.remove();
      if (hadFocus) (focusedBefore as Partial<HTMLElement> | null)?.focus?.({ preventScroll: true });
    },
  };
}

/** No page's policy forbids a sheet that is made here. Older Firefox refuses it to us, but lets our style element be. */
function dress(shadow: ShadowRoot, make: (name: string) => HTMLElement): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markStyle);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = make('style');
    style.textContent = markStyle;
    shadow.append(style);
  }
}

/** Puts a mark where its lines are; what is not seen cannot be reached by keys either. */
function put({ element, lines, texts, isChanged }: Placed, origin: Room, make: (name: string) => HTMLElement): void {
  const [first] = lines;
  const holder = texts[0]?.startContainer;
  const around = holder && native<Element | null>(holder, 'parentElement')(holder);
  element.hidden = !isLaidOut(texts);
  const colour = around ? getComputedStyle(around).color : '';
  element.className = `mark${isChanged ? ' is-changed' : ''}${isLight(colour) ? ' is-light' : ''}`;
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  if (first) setBox(element, { left, top: first.top, right, bottom }, origin);
  const boxes = lines.map((line) => {
    const made = make('div');
    made.className = 'line';
    setBox(made, line, { left, top: first?.top ?? 0 });
    return made;
  });
  element.replaceChildren(...boxes);
}

function isLaidOut(texts: readonly Range[]): boolean {
  return texts.some((text) => linesOf([text]).length > 0);
}

function setBox({ style }: HTMLElement, { left, top, right, bottom }: Box, from: Pick<Box, 'left' | 'top'>): void {
  style.left = `${left - from.left}px`;
  style.top = `${top - from.top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}

/** How much text a mark is over: of two at one place, the shorter one is meant. */
function lengthOf({ range }: Placed): number {
  return range.toString().length;
}
