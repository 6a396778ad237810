import type { TableSample } from '../domain/framework-import.ts';
import { ProblemError } from '../domain/problem.ts';
import { I462, I466 } from '../domain/problems.ts';
import type { WorkOrigin } from '../domain/work-list.ts';
import { decodedText } from '../skill-documents/decode.ts';
import { sampleOf } from '../skill-documents/sample.ts';
import type { DocumentSource } from '../skill-documents/skill-document.ts';
import { tableIn } from '../skill-documents/table-sample.ts';
import { addressesIn } from './addresses.ts';
import { isOaiPmh, lacksVerb, recordsAddress, recordsIn } from './oai-pmh.ts';
import { listedAddress, type NamedPages } from './page-tally.ts';
import { isSitemap, sitemapIn } from './sitemap.ts';
import { beginsAsXml, largestSource, unpacked, xmlText } from './source-bytes.ts';
import { proposedWorkColumns, tablePages, type WorkColumns, wholeWorkColumns } from './work-table.ts';
import { type XmlParser, xmlIn } from './xml.ts';

/** What a source of pages was read as. */
export type ReadPages = NamedPages & {
  from: WorkOrigin;
  /** Records that a repository says are deleted. Default none. */
  deleted?: number;
  /** Addresses at which there is more of it: the sitemaps of an index, the next records of a repository. */
  further: string[];
  /** How many pages there are in all, where the source says so. */
  total?: number;
  /** For a table: its beginning and what its columns were taken to hold. */
  table?: { sample: TableSample; columns: WorkColumns };
};

/** A table whose columns the person has to name. */
export type UnnamedTable = { unnamed: TableSample; guess: Partial<WorkColumns> };

/** How a source is read. */
export type ReadSource = {
  parser: XmlParser;
  /** Which columns of a table hold what. Default: as it seems. */
  columns?: WorkColumns | undefined;
  /** Where it was fetched, so that what follows can be asked for there. */
  address?: string;
  signal: AbortSignal;
};

/**
 * Reads what names pages: plain addresses, a table, a sitemap or an index of them, packed or not, or an answer of OAI-PMH,
 * recognised by content and never by name. Rejects with ProblemError I400 to I404 and I460 to I466, and on abort with the
 * signal's reason.
 */
export async function readWorkSource(
  packed: DocumentSource,
  { parser, columns, address, signal }: ReadSource,
): Promise<ReadPages | UnnamedTable> {
  const source = await unpacked(packed);
  signal.throwIfAborted();
  if (await beginsAsXml(source)) return readXml(source, parser, address);
  const { text } = await sampleOf(source, signal);
  if (!isTable(text)) {
    const all = await decodedText(source, { limit: largestSource, of: source.name, signal });
    return found({ ...addressesIn(all), from: 'typed', further: [] }, source);
  }
  const sample = await tableIn(source, signal);
  const guess = proposedWorkColumns(sample);
  const named = columns ?? wholeWorkColumns(guess);
  if (!named) return { unnamed: sample, guess };
  const pages = await tablePages(source, named, signal);
  return found({ ...pages, from: 'table', further: [], table: { sample, columns: named } }, source);
}

async function readXml(source: DocumentSource, parser: XmlParser, address: string | undefined): Promise<ReadPages> {
  const text = await xmlText(source);
  // A web page says best itself that it is none of these.
  if (/^\s*<(!doctype\s+html|html)\b/i.test(text.slice(0, 2000))) await sampleOf(source);
  const document = xmlIn(text, source.name, parser);
  if (isSitemap(document)) return found({ ...sitemapIn(document), from: 'sitemap' }, source);
  if (!isOaiPmh(document)) throw new ProblemError(I462({ file: source.name }));
  const isAsked = address !== undefined && new URL(address).searchParams.has('verb');
  if (address !== undefined && !isAsked && lacksVerb(document)) {
    return { ...addressesIn(''), from: 'oai-pmh', further: [recordsAddress(address)] };
  }
  const { token, ...records } = recordsIn(document);
  const next = address !== undefined && token !== undefined ? [recordsAddress(address, token)] : [];
  return found({ ...records, from: 'oai-pmh', further: next }, source);
}

/** Throws I466 where a source names nothing at all. */
function found(read: ReadPages, { name }: DocumentSource): ReadPages {
  const { pages, refused, further, deleted = 0 } = read;
  if (pages.length + further.length + deleted > 0 || (refused.count > 0 && read.from !== 'typed')) return read;
  throw new ProblemError(I466({ file: name }));
}

/** Whether text is a table: its first line has several cells, or one that is no address and addresses below it. */
function isTable(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (/\bhttps?:\/\//i.test(first) || first.startsWith('#')) return false;
  if (/[,;\t|]/.test(first)) return true;
  return listedAddress(first) === undefined && listedAddress(second) !== undefined && !/\s/.test(first.trim());
}
