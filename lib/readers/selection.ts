import type { Evidence } from '../domain/evidence.ts';
import { countCodePoints } from './code-points.ts';
import { native } from './page.ts';
import { openText, type PageText } from './page-text.ts';
import { textDirective } from './text-fragment.ts';

/** As in lib/domain/evidence.ts, whose schema would not fit into a script for pages. */
const [longestQuote, contextLength, longestAddress] = [2000, 32, 4096];

/**
 * What the person selected on a page, in words by which it can be found again: its text as `openText` makes it, the
 * context and the place by Web Annotation Data Model 4.2.4 and 4.2.5, an address by the text fragments' draft. Of
 * several ranges the first counts. Undefined where no text is selected. Pure, DOM only.
 */
export function captureSelection(document: Document): Evidence | undefined {
  const selection = native<Selection | null>(document, 'getSelection')(document);
  if (!selection || native<number>(selection, 'rangeCount')(selection) === 0) return undefined;
  const range = native<Range>(selection, 'getRangeAt')(selection, 0);
  if (native<boolean>(range, 'collapsed')(range)) return undefined;
  const page = openText(document);
  const { text } = page;
  const [start, end] = trimmed(text, page.offsetsOf(range));
  if (start === end) return undefined;
  const address = addressOf(native<string>(document, 'URL')(document), page, start, end);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: [...text.slice(Math.max(0, start - 2 * contextLength), start)].slice(-contextLength).join(''),
      suffix: [...text.slice(end, end + 2 * contextLength)].slice(0, contextLength).join(''),
    },
    position: {
      type: 'TextPositionSelector',
      start: countCodePoints(text, start),
      end: countCodePoints(text, end),
    },
    ...(address && { address }),
  };
}

/** Whether the person was last at work inside a frame of this document: what is selected out here is older then. */
export function isInnerFrameActive(document: Document): boolean {
  const active = native<Element | null>(document, 'activeElement')(document);
  return active !== null && /^i?frame$/.test(native<string>(active, 'localName')(active));
}

/** Without spaces at its ends, and no longer than a quote may be. */
function trimmed(text: string, [from, to]: [number, number]): [number, number] {
  let end = to;
  if (end - from > longestQuote) {
    const space = text.lastIndexOf(' ', from + longestQuote);
    end = space > from ? space : from + longestQuote - 1;
  }
  const part = text.slice(from, end);
  const start = from + part.length - part.trimStart().length;
  return [start, start + part.trim().length];
}

function addressOf(url: string, page: PageText, start: number, end: number): string | undefined {
  if (!/^https?:/.test(url)) return undefined;
  const own = new URL(url);
  own.username = '';
  own.password = '';
  const address = `${own.href}${own.hash ? '' : '#'}:~:text=${textDirective(page, start, end)}`;
  return address.length > longestAddress ? undefined : address;
}
