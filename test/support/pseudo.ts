import { speak, type Words } from '../../lib/language/words.ts';
import english from '../../locales/en.words';

/** Brackets around whatever comes from a message; no text of ours has them otherwise. */
export const [opening, closing] = ['⟦', '⟧'];

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', O: 'Ö' };

/**
 * Speaks a language that nobody speaks: English with accents, two fifths longer, in brackets. What stands on a screen
 * without them was never made a message; what is cut off has no room for German.
 */
export function speakPseudo(): void {
  const words = Object.entries(english).map(([key, say]) => [
    key,
    (values: Record<string, unknown>) => {
      const text = say(values).replace(/[aeiouAEO]/g, (letter) => accents[letter] ?? letter);
      return `${opening}${text}${'·'.repeat(Math.ceil(text.length * 0.4))}${closing}`;
    },
  ]);
  speak('en', Object.fromEntries(words) as Words);
}

/** The texts on a screen that no message said: outside of brackets, and neither typed in nor in a language or code of their own. */
export function unsaid(screen: Element): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  // A message may stand inside another one, and one sentence in several elements.
  let depth = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let outside = '';
    for (const letter of node.textContent ?? '') {
      if (letter === opening) depth += 1;
      else if (letter === closing) depth -= 1;
      else if (depth === 0) outside += letter;
    }
    const own = node.parentElement?.closest('[lang], kbd, code, pre, textarea, [data-own-words]');
    if (!own && /\p{L}{2}/u.test(outside)) found.push(outside.trim());
  }
  return found;
}

/**
 * The names and explanations that no message said: those that assistive technology reads, and those in tooltips and
 * empty fields. `own` are the ones that are nobody's to translate: the names of frameworks, the kit's own words.
 */
export function unsaidNames(screen: Element, own: readonly string[] = []): string[] {
  const names = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt', 'label'];
  return [...screen.querySelectorAll(names.map((name) => `[${name}]`).join())]
    .filter((element) => !element.closest('[lang], [data-own-words]'))
    .flatMap((element) => names.flatMap((name) => element.getAttribute(name) ?? []))
    .filter((text) => /\p{L}{2}/u.test(text) && !text.includes(opening) && !own.includes(text));
}
