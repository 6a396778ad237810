import type { NodeObject, PageReading, ReadDocument, Syntax, Warning } from '../domain/page-reading.ts';
import { jsonLdSelector, readJsonLd } from './json-ld.ts';
import { metaSelector, readMetaTags } from './meta-tags.ts';
import { microdataSelector, readMicrodata } from './microdata.ts';
import { native, openPage, type Page } from './page.ts';
import { rdfaSelector, readRdfa } from './rdfa.ts';
import type { VocabularyRegistry } from './vocabulary-registry.ts';

/** How a page may be read otherwise. */
export type ReadOptions = {
  /** The address at which the page counts as read; default its own. A `base` element applies on top. */
  baseUrl?: string;
  /** Microdata's vocabulary registry in place of W3C's (Microdata to RDF, section 5.1). */
  vocabRegistry?: object;
};

/** The readers, in the order of their precedence. JSON-LD's answers documents whose text is expanded elsewhere. */
const readers = {
  'json-ld': readJsonLd,
  microdata: readMicrodata,
  rdfa: readRdfa,
  meta: readMetaTags,
} satisfies Record<Syntax, (page: Page, registry?: VocabularyRegistry) => NodeObject[] | ReadDocument[]>;

/**
 * One union for what all readers look for, since walking a large page's tree costs more than all that is done with what
 * is found. What is rare is asked for by itself: browsers pass over whole subtrees that have no such attribute, but only
 * for a single selector.
 */
const selector = [jsonLdSelector, microdataSelector, rdfaSelector, metaSelector].join();

/**
 * Reads everything that a page says of itself, from the live DOM: pure, no network, no extension API. Answers plain
 * JSON, with one document for each JSON-LD script and one for each other syntax that says anything. Never throws: what
 * cannot be read becomes a warning.
 */
export function readPage(document: Document, options: ReadOptions = {}): PageReading {
  const page = openPage(document, selector, options.baseUrl);
  return {
    url: page?.url ?? options.baseUrl ?? '',
    base: page?.base,
    title: native<string>(document, 'title')(document).replace(/\s+/g, ' ').trim(),
    language: page?.attribute(page.root, 'lang') ?? '',
    documents: page ? (Object.keys(readers) as Syntax[]).flatMap((syntax) => documentsOf(syntax, page, options)) : [],
  };
}

function documentsOf(syntax: Syntax, page: Page, { vocabRegistry }: ReadOptions): ReadDocument[] {
  const warnings: Warning[] = [];
  let expanded: NodeObject[] = [];
  try {
    if (syntax === 'json-ld') return readers[syntax](page);
    expanded = readers[syntax](page, vocabRegistry as VocabularyRegistry | undefined);
  } catch (error) {
    const values = { syntax, error: `${error}` };
    warnings.push({ code: 'reader-failed', message: `${syntax} of the page could not be read: ${error}`, values });
  }
  if (page.isPartial())
    warnings.push({ code: 'reading-stopped', message: 'The page is too large; it was read in part.' });
  return expanded.length || warnings.length ? [{ syntax, expanded, warnings }] : [];
}
