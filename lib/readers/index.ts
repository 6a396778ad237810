import type { NodeObject, PageReading, ReadDocument, Syntax, Warning } from '../domain/page-reading.ts';
import { readJsonLd } from './json-ld.ts';
import { readMetaTags } from './meta-tags.ts';
import { readMicrodata } from './microdata.ts';
import { native, openPage, type Page } from './page.ts';
import { readRdfa } from './rdfa.ts';
import type { VocabularyRegistry } from './vocabulary-registry.ts';

/** How a page may be read otherwise. */
export type ReadOptions = {
  /** The address at which the page counts as read; default its own. A `base` element applies on top. */
  baseUrl?: string;
  /** Microdata's vocabulary registry in place of W3C's (Microdata to RDF, section 5.1). */
  vocabRegistry?: object;
};

type Reader = (page: Page, options: ReadOptions) => ReadDocument[];

/** The readers, in the order of their precedence. */
const readers = {
  'json-ld': readJsonLd,
  microdata: (page, options) =>
    expanded('microdata', page, (warnings) =>
      readMicrodata(page, warnings, options.vocabRegistry as VocabularyRegistry | undefined),
    ),
  rdfa: (page) => expanded('rdfa', page, (warnings) => readRdfa(page, warnings)),
  meta: (page) => expanded('meta', page, (warnings) => readMetaTags(page, warnings)),
} satisfies Record<Syntax, Reader> as Record<Syntax, Reader>;

/**
 * Reads everything that a page says of itself, from the live DOM: pure, no network, no extension API. Answers plain
 * JSON, with one document for each JSON-LD script and one for each other syntax that says anything. Never throws: what
 * cannot be read becomes a warning.
 */
export function readPage(document: Document, options: ReadOptions = {}): PageReading {
  const page = openPage(document, options.baseUrl);
  const title = native<() => string>(document, 'title').call(document);
  const syntaxes = Object.keys(readers) as Syntax[];
  return {
    url: page?.url ?? options.baseUrl ?? '',
    title: title.replace(/\s+/g, ' ').trim(),
    language: page?.attribute(page.root, 'lang') ?? '',
    documents: page ? syntaxes.flatMap((syntax) => safely(syntax, () => readers[syntax](page, options))) : [],
  };
}

function expanded(syntax: Syntax, page: Page, read: (warnings: Warning[]) => NodeObject[]): ReadDocument[] {
  const warnings: Warning[] = [];
  const nodes = read(warnings);
  if (page.exhausted()) {
    const message = 'The page is so large that it was read only in part.';
    warnings.push({ code: 'reading-stopped', message });
  }
  return nodes.length || warnings.length ? [{ syntax, expanded: nodes, warnings }] : [];
}

function safely(syntax: Syntax, read: () => ReadDocument[]): ReadDocument[] {
  try {
    return read();
  } catch (error) {
    const message = `What the page says in ${syntax} could not be read: ${error}.`;
    return [{ syntax, warnings: [{ code: 'reader-failed', message }] }];
  }
}
