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

/** The texts on a screen that no message said: outside of brackets, and not in a language or code of their own. */
export function unsaid(screen: Element): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  let inside = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const outside = text.replace(new RegExp(`${opening}[^${closing}]*${closing}`, 'g'), '');
    inside +=
      (outside.match(new RegExp(opening, 'g'))?.length ?? 0) - (outside.match(new RegExp(closing, 'g'))?.length ?? 0);
    const own = node.parentElement?.closest('[lang], kbd, code, pre, [data-own-words]');
    if (inside === 0 && !own && /\p{L}{2}/u.test(outside)) found.push(outside.trim());
  }
  return found;
}
