import type { MarkWords } from '../domain/evidence-mark.ts';
import { native } from '../readers/page.ts';
import { createCard, type Room } from './card.ts';
import { dress } from './mark-style.ts';
import { type FoundMark, holderOf, isLaidOut, makeMark, markAt, type PlacedMark, place } from './placed-mark.ts';
import { watchPage } from './watch-page.ts';

/** The marks over a page. */
export type Overlay = {
  /** Whether a passage is laid out, so that its mark can be seen; by its place among those given. */
  isShown(at: number): boolean;
  /** Scrolls to a passage and puts the focus on its mark. */
  reveal(at: number): void;
  /** Takes everything away, listeners and observers too, and gives the focus back. Called again, it does nothing. */
  remove(): void;
};

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
  const focusedBefore = get<Partial<HTMLElement> | null>('activeElement');
  const host = make('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const roomNow = (): Room => {
    const { left, top } = host.getBoundingClientRect();
    const [width, height] = [native<number>(root, 'clientWidth')(root), innerHeight];
    return { left, top, width, height };
  };
  const card = createCard(make, roomNow, words);
  const marks = found.map((one) => makeMark(one, make));
  let current: PlacedMark | undefined;

  /** Turns to a mark, or away from all. */
  const point = (one: PlacedMark | undefined, line = one?.lines.at(-1)) => {
    current = line && one;
    for (const { element } of marks) element.classList.toggle('is-on', element === current?.element);
    if (one && line) card.show(one.mark, one.isChanged, line);
    else card.hide();
  };
  const placeAll = () => {
    if (!host.isConnected) return leave();
    const origin = roomNow();
    for (const one of marks) place(one, origin, make);
    if (current) point(current);
  };
  const scrollTo = (one: PlacedMark) => {
    const holder = holderOf(one);
    if (!holder) return;
    native(holder, 'scrollIntoView')(holder, { block: 'center', inline: 'nearest', behavior: 'instant' });
    placeAll();
    // A paragraph can be longer than the window.
    one.element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  };

  const onPointer = ({ clientX, clientY, target }: PointerEvent) => {
    // The card is the only part that the pointer meets itself, and may be read at leisure.
    if (current && target === host) return;
    const at = markAt(marks, clientX, clientY);
    if (at) point(at.one, at.line);
    else if (current) point(marks.find(({ element }) => element === shadow.activeElement));
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
  const onFocus = ({ target }: FocusEvent) => {
    const one = marks.find(({ element }) => element === target);
    // What a part of the page has scrolled away, the browser cannot scroll to by the mark.
    if (one && one.lines.length === 0) scrollTo(one);
    point(one);
  };

  dress(shadow, make);
  const group = make('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', words.group);
  group.lang = words.language;
  group.dir = words.direction;
  group.append(...marks.map(({ element }) => element), card.element);
  group.addEventListener('focusin', onFocus);
  group.addEventListener('focusout', () => point(undefined));
  shadow.append(group);
  native(root, 'appendChild')(root, host);
  placeAll();
  const ending = new AbortController();
  const { signal } = ending;
  watchPage(document, placeAll, signal);
  addEventListener('pointermove', onPointer, { capture: true, passive: true, signal });
  addEventListener('keydown', onKey, { capture: true, signal });

  return {
    isShown: (at) => marks[at] !== undefined && isLaidOut(marks[at]),
    reveal(at) {
      const one = marks[at];
      if (!one) return;
      scrollTo(one);
      one.element.focus({ preventScroll: true });
    },
    remove() {
      const hadFocus = host.isConnected && get('activeElement') === host;
      ending.abort();
      host.remove();
      if (hadFocus) focusedBefore?.focus?.({ preventScroll: true });
    },
  };
}
