import type { NodeObject, Warning } from '../domain/page-reading.ts';
import { createGraph, rdf, type Value } from './graph.ts';
import { isAbsolute, resolveIri } from './iri.ts';
import { numberLiteral, plainLiteral, timeLiteral } from './literal.ts';
import { type Page, words } from './page.ts';

/**
 * Which properties of a vocabulary stand for others too, by the vocabulary's address
 * (Microdata to RDF, section 5.1: https://www.w3.org/TR/microdata-rdf/#registry).
 */
export type VocabularyRegistry = Record<string, { properties?: Record<string, Record<string, string | string[]>> }>;

const asType = { subPropertyOf: `${rdf}type` };

/** W3C's registry (https://www.w3.org/ns/md), with schema.org in both schemes and the vocabulary of W3C's own tests. */
const defaultRegistry: VocabularyRegistry = {
  'http://schema.org/': { properties: { additionalType: asType } },
  'https://schema.org/': { properties: { additionalType: asType } },
  'http://microformats.org/profile/hcard': {},
  'http://expansion/': { properties: { subPropertyOf: asType, equivalentProperty: asType } },
};

const propertySelector = '[itemprop],[itemprop-reverse]';

/** Elements whose value is an address, and the attribute that holds it (HTML, section 5.2.4). */
const addressAttributes = new Map(
  'a href,area href,link href,audio src,embed src,iframe src,img src,source src,track src,video src,object data'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/**
 * Reads a page's microdata (HTML, section 5) as Microdata to RDF has it (https://www.w3.org/TR/microdata-rdf/), and
 * forgives an item type that lacks its scheme. Nodes are flat; blank ones are named `_:m0` and so on.
 */
export function readMicrodata(
  page: Page,
  warnings: Warning[],
  registry: VocabularyRegistry = defaultRegistry,
): NodeObject[] {
  const { attribute, base } = page;
  const graph = createGraph(warnings);
  const nearestScope = page.nearest('itemscope');
  const nearestLanguage = page.nearest('lang');
  const scopeOf = (element: Element) => nearestScope(page.parent(element));
  const own = new Map<Element, Element[]>();
  const order = new Map<Element, number>();
  const subjects = new Map<Element, string>();
  const queue: [item: Element, type: string][] = [];

  page.select(`[itemscope],${propertySelector}`).forEach((element, index) => {
    const scope = scopeOf(element);
    order.set(element, index);
    const isProperty = attribute(element, 'itemprop') !== null;
    if (isProperty || attribute(element, 'itemprop-reverse') !== null) {
      if (scope) own.get(scope)?.push(element);
    }
    if (attribute(element, 'itemscope') !== null) {
      own.set(element, []);
      if (!isProperty) subjectOf(element, '');
    }
  });

  // The queue grows while it is walked: an item is queued when it is first mentioned, so no nesting is too deep.
  for (const [item, type] of queue) {
    if (page.exhausted() || !describe(item, type)) break;
  }
  return graph.nodes();

  function subjectOf(item: Element, type: string): string {
    let subject = subjects.get(item);
    if (subject === undefined) {
      const id = attribute(item, 'itemid');
      subject = id === null ? `_:m${subjects.size}` : resolveIri(id, base);
      subjects.set(item, subject);
      queue.push([item, type]);
    }
    return subject;
  }

  function describe(item: Element, inherited: string): boolean {
    const subject = subjectOf(item, inherited);
    const types = words(attribute(item, 'itemtype')).map(withScheme).filter(isAbsolute);
    for (const type of types) graph.add(subject, `${rdf}type`, { '@id': type });
    const type = types[0] ?? inherited;
    const vocabulary = Object.keys(registry).find((prefix) => type.startsWith(prefix)) ?? type.replace(/[^/#]*$/, '');
    const predicateOf = (name: string) => {
      if (isAbsolute(name)) return name;
      return resolveIri(type ? vocabulary + (/[/#]$/.test(vocabulary) ? '' : '#') + name : `#${name}`, base);
    };
    let room = true;
    for (const element of propertiesOf(item)) {
      const value = propertyValue(element, type);
      for (const name of words(attribute(element, 'itemprop'))) {
        room = graph.add(subject, predicateOf(name), value);
        for (const more of expansions(vocabulary, name)) graph.add(subject, more, value);
      }
      for (const name of words(attribute(element, 'itemprop-reverse'))) {
        if ('@id' in value) graph.add(value['@id'], predicateOf(name), { '@id': subject });
      }
      if (!room) return false;
    }
    return true;
  }

  function expansions(vocabulary: string, name: string): string[] {
    const properties = registry[vocabulary]?.properties;
    const rules = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return rules ? Object.values(rules).flat() : [];
  }

  /** HTML, section 5.2.5: the item's own, and those in the elements that `itemref` names, in tree order. */
  function propertiesOf(item: Element): Element[] {
    const direct = own.get(item) ?? [];
    const references = words(attribute(item, 'itemref'));
    if (!references.length) return direct;
    const all = new Set(direct);
    for (const id of references) {
      const target = page.byId(id);
      if (target) for (const element of propertiesIn(target)) all.add(element);
    }
    all.delete(item);
    return [...all].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }

  function propertiesIn(target: Element): Element[] {
    const itself = order.has(target) && isPropertyElement(target) ? [target] : [];
    if (own.has(target)) return itself;
    const scope = scopeOf(target);
    return [...itself, ...page.select(propertySelector, target).filter((element) => scopeOf(element) === scope)];
  }

  function isPropertyElement(element: Element): boolean {
    return attribute(element, 'itemprop') !== null || attribute(element, 'itemprop-reverse') !== null;
  }

  /** HTML, section 5.2.4; `content` counts on every element, as in W3C's HTML Microdata and on real pages. */
  function propertyValue(element: Element, type: string): Value {
    if (own.has(element)) return { '@id': subjectOf(element, type) };
    const name = page.name(element);
    const language = () => {
      const holder = nearestLanguage(element);
      return (holder && attribute(holder, 'lang')) ?? '';
    };
    const content = attribute(element, 'content');
    if (content !== null || name === 'meta') return plainLiteral(content ?? '', language());
    const holder = addressAttributes.get(name);
    const address = holder && attribute(element, holder);
    if (address != null) return { '@id': resolveIri(address, base) };
    if (name === 'data' || name === 'meter') {
      const number = attribute(element, 'value');
      if (number !== null) return numberLiteral(number, language());
    }
    if (name === 'time') return timeLiteral(attribute(element, 'datetime') ?? page.text(element), language());
    return plainLiteral(page.text(element), language());
  }

  function withScheme(type: string): string {
    if (!/^(www\.)?schema\.org\//i.test(type)) return type;
    const code = 'item-type-without-scheme';
    if (!warnings.some((one) => one.code === code)) {
      const message = `An item's type is written without its scheme and was read as https://${type}.`;
      warnings.push({ code, message, where: type });
    }
    return `https://${type}`;
  }
}
