import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FormatId } from '../domain/bundle.ts';
import type { Connection, Publication } from './adapter.ts';
import { type WrittenText, writtenText } from './written-text.ts';

/** How the file of each format ends, with its dot; a test holds this against the formats. */
export const extensions = {
  lrmi: '.jsonld',
  'lrmi-html': '.html',
  'open-badges-2': '.json',
  'open-badges-3': '.json',
  'clr-2': '.json',
  cass: '.json',
  ctdl: '.jsonld',
  case: '.json',
  'ctdl-asn': '.jsonld',
  rsd: '.json',
  'learning-registry': '.json',
  'web-annotation': '.jsonld',
  csv: '.csv',
  report: '.html',
  'osmt-csv': '.csv',
  plumbline: '.plumbline.json',
} as const satisfies Record<FormatId, string>;

/** The most characters of a page's address that are in its file's name. */
const longestName = 80;

/**
 * What the file of a page is called: what a person reads of its address, and the beginning of the SHA-1 of the whole, so
 * that each page always has the same file and no two pages have one. Letters, digits, points and hyphens only, in lower
 * case: fit for any disk (`lessons.example-graph-1a2b3c4d.csv`).
 */
export function pageFileName(connection: Connection, { resource }: Pick<Publication, 'resource'>): string {
  const { host, pathname } = new URL(resource.address);
  const words = `${host}${pathname}`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  const readable = words.slice(0, longestName).replace(/^[-.]+|[-.]+$/g, '');
  const hash = bytesToHex(sha1(utf8ToBytes(resource.address))).slice(0, 8);
  return `${readable}-${hash}${extensions[formatOf(connection)]}`;
}

/** The file of a page: all of its alignments that are to stand there, in the format that the person chose. */
export function pageFile(connection: Connection, { resource, alignments }: Publication): Promise<WrittenText> {
  return writtenText(connection, formatOf(connection), resource, alignments);
}

/** Plumbline's own bundle where nothing was chosen: it alone loses nothing. */
function formatOf({ registry }: Connection): FormatId {
  return registry.delivery?.format ?? 'plumbline';
}
