import type { EvidenceMark, MarkWords } from '../domain/evidence-mark.ts';
import type { Box } from './lines.ts';

/** What stands beside a mark while the pointer or the keyboard is there. */
export type Card = {
  /** Says what a passage shows, below a line of it, or above where there is no room. */
  show(mark: EvidenceMark, isChanged: boolean, line: Box): void;
  hide(): void;
};

/** The least room around the card, in pixels. */
const margin = 8;

/** Where the overlay begins in the window, and how large that is. */
export type Room = { left: number; top: number; width: number; height: number };

/** Makes the card. `make` makes an element of the page's document. */
export function createCard(
  make: (name: string) => HTMLElement,
  roomNow: () => Room,
  words: MarkWords,
): Card & { element: HTMLElement } {
  const element = make('div');
  element.className = 'card';
  // Each mark says the same by its name.
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  const line = (...parts: (Node | string)[]) => {
    const made = make('p');
    made.append(...parts);
    return made;
  };
  const put = ({ left, top, bottom }: Box) => {
    const room = roomNow();
    const { offsetWidth: width, offsetHeight: height } = element;
    const isAbove = bottom + height + margin > room.height && top - height > 0;
    const inside = Math.max(margin, Math.min(left, room.width - width - margin));
    element.style.left = `${inside - room.left}px`;
    element.style.top = `${(isAbove ? top - height : bottom) - room.top}px`;
  };
  return {
    element,
    show({ shows }, isChanged, at) {
      const lines = shows.map(({ relation, skill, language }) => {
        const [word, name] = [make('b'), make('span')];
        word.textContent = relation;
        name.textContent = skill;
        name.dir = 'auto';
        if (language) name.lang = language;
        return line(word, ' ', name);
      });
      if (isChanged) {
        const note = line(words.changed);
        note.className = 'note';
        lines.push(note);
      }
      element.replaceChildren(...lines);
      element.hidden = false;
      put(at);
    },
    hide() {
      element.hidden = true;
    },
  };
}
