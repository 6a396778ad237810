import type { ColumnMap, DocumentKind } from '../domain/document-kind.ts';
import type { Framework } from '../domain/framework.ts';
import type { Problem } from '../domain/problem.ts';
import type { Skill } from '../domain/skill.ts';

/** Bytes that may hold skills: a file of the person's, or what a server answered. */
export type DocumentSource = {
  /**
   * File name; it names the framework where nothing inside does, and the language of ESCO's tables, which no cell tells. It
   * decides nothing else.
   */
  name: string;
  /** Where the document was fetched, for what is relative in it. */
  address?: string;
  body: Blob;
};

/** The beginning of a document, decoded: all that recognising looks at. */
export type Sample = {
  name: string;
  /** The first 64 KiB as text, without a byte order mark. */
  text: string;
  /** The whole document as JSON, where it is JSON. Read once, and shared by all who recognise. */
  json(): Promise<unknown>;
};

/** How a document is read. */
export type ReadOptions = {
  /** Which columns hold what; needed by `plain-csv` alone. */
  columns?: ColumnMap;
  /** BCP 47 tag of the language to prefer where texts come in several. Default: the document's own. */
  language?: string;
  signal?: AbortSignal;
};

/** One framework of a document. Its skills may be read once; reading them rejects with a ProblemError. */
export type FrameworkRead = { framework: Framework; skills: AsyncIterable<Skill> };

/** Something that was left out or mended while reading, for the person to know before importing. */
export type DocumentWarning = Problem & {
  /** How often it happened. */
  count: number;
};

/** What a document holds. */
export type DocumentRead = {
  frameworks: FrameworkRead[];
  /** Complete once all skills were read. */
  warnings: DocumentWarning[];
};

/**
 * A kind of document that holds skills. Pure: no extension API, no network, runs in Node, in a page and in a worker. A
 * document that cannot be read as what it was recognised as rejects with a ProblemError (I4xx) that names the place;
 * whoever imports keeps nothing of it then.
 */
export interface SkillDocument {
  readonly id: DocumentKind;
  /** How the kind is called where a person sees what was recognised. */
  readonly label: string;
  /** Whether the document is one of this kind. */
  recognises(sample: Sample): boolean | Promise<boolean>;
  read(source: DocumentSource, options?: ReadOptions): Promise<DocumentRead>;
}
