import * as z from 'zod/mini';
import { sentence } from './sentence.ts';

/** Ways in which a page says something of itself. The order of `lib/readers/index.ts` is their precedence. */
export const Syntax = z.enum(['json-ld', 'microdata', 'rdfa', 'meta']);
export type Syntax = z.infer<typeof Syntax>;

/**
 * Something that could not be read or had to be guessed, in one sentence; the rest was read all the same. Each is made in
 * `warnings.ts`.
 */
export const Warning = z.object({
  /** Stable word for the case, such as `json-ld-malformed`. */
  code: z.string(),
  ...sentence,
  /** Which part of the page: `script 2`, an element's path, a property. */
  where: z.optional(z.string()),
});
export type Warning = z.infer<typeof Warning>;

/** A node of expanded JSON-LD (JSON-LD 1.1, section 9.1 node objects): full IRIs as keys, arrays as values. */
export const NodeObject = z.record(z.string(), z.unknown());
export type NodeObject = z.infer<typeof NodeObject>;

/** What one syntax says: expanded JSON-LD where the reader expands itself, else the JSON-LD text of one block. */
export const ReadDocument = z.object({
  syntax: Syntax,
  /** Statements as expanded JSON-LD: microdata, RDFa and meta tags answer these. */
  expanded: z.optional(z.array(NodeObject)),
  /** One JSON-LD block as it stands in the page; expanded in the background, offline. */
  text: z.optional(z.string()),
  warnings: z.array(Warning),
});
export type ReadDocument = z.infer<typeof ReadDocument>;

/** Everything that a page says of itself, as the injected reader answers it: plain JSON, not yet interpreted. */
export const PageReading = z.object({
  /** The document's own address, with fragment. */
  url: z.string(),
  /** Address at which the document was loaded: another one than `url` after navigation inside an application. */
  loaded: z.optional(z.string()),
  /** Address against which the page's JSON-LD is expanded: that of its `base` element, default `url`'s. */
  base: z.optional(z.string()),
  /** `document.title`, white space collapsed. Empty where the page has none. */
  title: z.string(),
  /** The root element's `lang`, empty where it has none. */
  language: z.string(),
  /** `document.contentType`: tells a PDF viewer from a page. A form of that name in the page hides it (HTML, 3.1.5). */
  contentType: z.catch(z.optional(z.string()), undefined),
  documents: z.array(ReadDocument),
});
export type PageReading = z.infer<typeof PageReading>;
