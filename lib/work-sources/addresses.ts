import { type NamedPages, newPageTally } from './page-tally.ts';

/** An address as it stands in a line, up to the next white space or what encloses it. */
const address = /\bhttps?:\/\/[^\s<>"]+/i;

/** What may stand between an address and its title, at either end. */
const between = /^[\s,;|"–—:-]+|[\s,;|"–—:-]+$/g;

/**
 * Pages of plain text, one a line: an address, before or behind it the page's title. Empty lines and comments (`#`) are
 * passed over; a line without an address is refused.
 */
export function addressesIn(text: string): NamedPages {
  const tally = newPageTally();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const [whole] = address.exec(trimmed) ?? [];
    if (whole === undefined) {
      tally.add(trimmed);
      continue;
    }
    const found = withoutTitle(whole, trimmed.endsWith(whole));
    tally.add(found, trimmed.replace(found, ' ').replace(between, ''));
  }
  return tally.named;
}

/**
 * The address without the beginning of a title that a semicolon or a comma joins to it. A comma at the end of a line may be
 * the address's own: then it stays.
 */
function withoutTitle(whole: string, isLast: boolean): string {
  const [first = ''] = whole.split(/;/);
  const comma = first.lastIndexOf(',');
  return comma > 0 && (!isLast || comma === first.length - 1) ? first.slice(0, comma) : first;
}
