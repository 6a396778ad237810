import { ProblemError } from '../domain/problem.ts';
import { I460, I461 } from '../domain/problems.ts';

/** What parses XML: the browser's own `DOMParser`, in a page. */
export type XmlParser = Pick<DOMParser, 'parseFromString'>;

/**
 * A document of XML. What defines a document type is refused before it is parsed: neither sitemaps nor OAI-PMH have one, and
 * entities of a document's own can be made to grow beyond all bounds. Throws I460 and I461.
 */
export function xmlIn(text: string, name: string, parser: XmlParser): Document {
  if (/<!(doctype|entity)/i.test(text)) throw new ProblemError(I461({ file: name }));
  const document = parser.parseFromString(text, 'text/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new ProblemError(I460({ file: name }));
  return document;
}

/** The elements below another by their local name, whatever their namespace's prefix. */
export function below(element: Document | Element, name: string): Element[] {
  return Array.from(element.getElementsByTagNameNS('*', name));
}

/** The text of the first element below another by its local name, without white space at its ends. */
export function textBelow(element: Document | Element, name: string): string {
  return below(element, name)[0]?.textContent?.trim() ?? '';
}
