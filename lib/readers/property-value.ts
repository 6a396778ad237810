import type { Value } from './graph.ts';
import { resolveIri } from './iri.ts';
import { numberLiteral, plainLiteral, timeLiteral } from './literal.ts';
import type { Page } from './page.ts';

/** Elements whose value is an address, by the attribute that holds it. */
const addressHolders: [attribute: string, elements: RegExp][] = [
  ['href', /^(a|area|link)$/],
  ['src', /^(audio|embed|iframe|img|source|track|video)$/],
  ['data', /^object$/],
];

/**
 * The value of a microdata property that is no item (HTML, section 5.2.4). `content` counts on every element, as in
 * W3C's HTML Microdata and on real pages.
 */
export function propertyValue(page: Page, element: Element, language: string): Value {
  const { attribute } = page;
  const name = page.name(element);
  const content = attribute(element, 'content') ?? (name === 'meta' ? '' : null);
  if (content !== null) return plainLiteral(content, language);
  const holder = addressHolders.find(([, elements]) => elements.test(name))?.[0];
  const address = holder && attribute(element, holder);
  if (address != null) return { '@id': resolveIri(address, page.base) };
  const number = /^(data|meter)$/.test(name) ? attribute(element, 'value') : null;
  if (number !== null) return numberLiteral(number, language);
  if (name === 'time') return timeLiteral(attribute(element, 'datetime') ?? page.text(element), language);
  return plainLiteral(page.text(element), language);
}
