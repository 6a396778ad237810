import { hostOf } from '../domain/web-address.ts';

/** Endings by media type, for documents whose address has none. */
const endings: ReadonlyMap<string, string> = new Map([
  ['application/json', '.json'],
  ['application/ld+json', '.json'],
  ['text/csv', '.csv'],
  ['text/tab-separated-values', '.txt'],
  ['text/plain', '.txt'],
]);

/** The most of a name that is kept, in characters. */
const longestName = 120;

/**
 * A file name for a document of the network: what its server calls the download (RFC 6266), else the last segment of its
 * address, else its host. Shown to the person and never used as a path: separators and invisible characters are spaces.
 */
export function documentName(address: string, headers: Headers): string {
  const said = /filename="([^"]+)"/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const segment = new URL(address).pathname.split('/').findLast((one) => one !== '');
  const name = tidy(said ?? '') || tidy(decoded(segment ?? '')) || hostOf(address);
  if (/\.[a-z]{1,6}$/i.test(name) && name !== hostOf(address)) return name;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return `${name}${endings.get(type) ?? ''}`;
}

function tidy(name: string): string {
  return name
    .replace(/[\p{C}\s/\\]+/gu, ' ')
    .trim()
    .slice(-longestName);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
