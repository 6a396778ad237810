import { nodeReference, type Value } from './graph.ts';
import { resolveIri } from './iri.ts';
import { literal, numberLiteral, timeLiteral } from './literal.ts';
import type { Page } from './page.ts';

/** The attribute that holds the address of an element whose value is one. */
function addressHolder(name: string): string | undefined {
  if (/^(a|area|link)$/.test(name)) return 'href';
  if (/^(audio|embed|iframe|img|source|track|video)$/.test(name)) return 'src';
  return name === 'object' ? 'data' : undefined;
}

/**
 * The value of a microdata property that is no item (HTML, section 5.2.4). `content` counts on every element, as in
 * W3C's HTML Microdata and on real pages.
 */
export function propertyValue(page: Page, element: Element, language: string): Value {
  const { attribute } = page;
  const name = page.name(element);
  const content = attribute(element, 'content') ?? (name === 'meta' ? '' : null);
  if (content !== null) return literal(content, language);
  const holder = addressHolder(name);
  const address = holder && attribute(element, holder);
  if (address != null) return nodeReference(resolveIri(address, page.base));
  const number = /^(data|meter)$/.test(name) ? attribute(element, 'value') : null;
  if (number !== null) return numberLiteral(number);
  if (name === 'time') return timeLiteral(attribute(element, 'datetime') ?? page.text(element));
  return literal(page.text(element), language);
}
