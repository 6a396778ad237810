import type { NodeObject } from '../domain/page-reading.ts';
import { createGraph, nodeReference } from './graph.ts';
import { rdfType } from './initial-context.ts';
import { isAbsolute, resolveIri } from './iri.ts';
import { type Page, words } from './page.ts';
import { propertyValue } from './property-value.ts';
import { defaultRegistry, predicatesFor, type VocabularyRegistry } from './vocabulary-registry.ts';

const propertySelector = '[itemprop],[itemprop-reverse]';

/** What this reader looks for, beside the items themselves and the few reverse properties. */
export const microdataSelector = '[itemprop]';

/**
 * Reads a page's microdata (HTML, section 5) as Microdata to RDF has it (https://www.w3.org/TR/microdata-rdf/). Forgives
 * what would be lost by the letter: a schema.org type without scheme, a property item outside all items, an `itemref` to
 * an item that is no property. Nodes are flat; blank ones are named `_:m0` and so on.
 */
export function readMicrodata(page: Page, registry: VocabularyRegistry = defaultRegistry): NodeObject[] {
  const { attribute, base } = page;
  const { add, nodes } = createGraph(page);
  const { items, isItem, scopeOf, propertiesOf } = itemsOf(page);
  const subjects = new Map<Element, string>();
  const vocabularies = new Map<string, ReturnType<typeof predicatesFor>>();
  const queue: [item: Element, type: string][] = [];
  let described = 0;

  for (const item of items) if (attribute(item, 'itemprop') === null) subjectOf(item);
  describeAll();
  for (const item of items) {
    if (subjects.has(item) || scopeOf(item)) continue;
    subjectOf(item);
    describeAll();
  }
  return nodes();

  /** The queue grows while it is walked: an item is queued at its first mention, so that none is nested too deeply. */
  function describeAll(): void {
    for (; !page.exhausted(); described++) {
      const next = queue[described];
      if (!next) return;
      describe(...next);
    }
  }

  function subjectOf(item: Element, type = ''): string {
    let subject = subjects.get(item);
    if (subject === undefined) {
      const id = attribute(item, 'itemid');
      subject = id === null ? `_:m${subjects.size}` : resolveIri(id, base);
      subjects.set(item, subject);
      queue.push([item, type]);
    }
    return subject;
  }

  /** Microdata to RDF, section 6.1. */
  function describe(item: Element, inherited: string): void {
    const subject = subjectOf(item);
    const types = words(attribute(item, 'itemtype')).map(withScheme).filter(isAbsolute);
    for (const type of types) add(subject, rdfType, nodeReference(type));
    const type = types[0] ?? inherited;
    const predicates = vocabularies.get(type) ?? predicatesFor(type, registry, base);
    vocabularies.set(type, predicates);
    for (const element of propertiesOf(item)) {
      const value = isItem(element)
        ? nodeReference(subjectOf(element, type))
        : propertyValue(page, element, languageOf(element));
      for (const predicate of predicates(attribute(element, 'itemprop'))) add(subject, predicate, value);
      for (const predicate of predicates(attribute(element, 'itemprop-reverse'))) {
        if ('@id' in value) add(value['@id'], predicate, nodeReference(subject));
      }
    }
  }

  function languageOf(element: Element): string {
    const holder = page.closest(element, '[lang]');
    return (holder && attribute(holder, 'lang')) ?? '';
  }
}

/** `schema.org/Course`, as pages write it, means schema.org's. */
function withScheme(type: string): string {
  return /^(www\.)?schema\.org\//i.test(type) ? `https://${type}` : type;
}

/** The page's items and their properties. */
function itemsOf(page: Page) {
  const { attribute, query } = page;
  const own = new Map<Element, Element[]>();
  /** The item around an element. */
  const scopeOf = (element: Element) => {
    const parent = page.parent(element);
    return parent && page.closest(parent, '[itemscope]');
  };
  const isItem = (element: Element) => own.has(element);
  const isProperty = (element: Element) =>
    (attribute(element, 'itemprop') ?? attribute(element, 'itemprop-reverse')) !== null;

  const items = query('[itemscope]');
  for (const item of items) own.set(item, []);
  const properties = query('[itemprop-reverse]')[0] ? query(propertySelector) : page.having('itemprop');
  for (const element of properties) {
    if (page.exhausted()) break;
    const scope = scopeOf(element);
    if (scope) own.get(scope)?.push(element);
  }
  return { items, isItem, scopeOf, propertiesOf };

  /** HTML, section 5.2.5: the item's own, and those in the elements that `itemref` names, in tree order. */
  function propertiesOf(item: Element): Element[] {
    const direct = own.get(item) ?? [];
    const all = new Set(direct);
    for (const id of words(attribute(item, 'itemref'))) {
      const target = page.byId(id);
      for (const element of target ? propertiesIn(target) : []) all.add(element);
    }
    all.delete(item);
    return all.size > direct.length ? properties.filter((element) => all.has(element)) : direct;
  }

  function propertiesIn(target: Element): Element[] {
    if (isProperty(target) && isItem(target)) return [target];
    const inside = own.get(target) ?? query(propertySelector, target).filter((one) => scopeOf(one) === scopeOf(target));
    return isProperty(target) ? [target, ...inside] : inside;
  }
}
