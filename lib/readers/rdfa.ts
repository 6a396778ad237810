import type { NodeObject, Warning } from '../domain/page-reading.ts';
import { createGraph, rdf, type Value } from './graph.ts';
import { isAbsolute, resolveIri } from './iri.ts';
import { plainLiteral, timeLiteral } from './literal.ts';
import { type Page, words } from './page.ts';
import { initialPrefixes, initialTerms, openGraph, rdfaNamespace, xhv } from './rdfa-context.ts';
import { copyPatterns } from './rdfa-patterns.ts';

/** A statement that waits for its other end: a `rel` or `rev` without a resource (RDFa Core 1.1, section 7.4). */
type Incomplete = { predicate: string; direction: 'forward' | 'reverse' } | { list: Value[] };

/** What an element hands on to those inside it: the evaluation context of RDFa Core 1.1, section 7.2. */
type Context = {
  subject: string;
  object: string;
  incomplete: Incomplete[];
  /** Lists in the making, by subject and predicate. */
  lists: Map<string, Value[]>;
  language: string;
  /** Declared prefixes in lower case, `''` for a plain `xmlns`; without those of the initial context. */
  prefixes: ReadonlyMap<string, string>;
  vocabulary: string;
};

/** Elements that say something in RDFa. What has only `href` or `src` matters around these, or inside a bare `rel`. */
const selector = ['about', 'inlist', 'prefix', 'property', 'rel', 'resource', 'rev', 'role', 'typeof', 'vocab']
  .map((name) => `[${name}]`)
  .join();

/**
 * Reads a page's RDFa 1.1 (https://www.w3.org/TR/rdfa-core/) by the rules of HTML+RDFa 1.1, with the role attribute.
 * Nothing is fetched, so vocabularies are not expanded. Nodes are flat; blank ones are named `_:r0` and so on.
 */
export function readRdfa(page: Page, warnings: Warning[]): NodeObject[] {
  const { base, root, attribute } = page;
  const graph = createGraph(warnings);
  const { add } = graph;
  const contexts = new Map<Element, Context>();
  const named = new Map<string, string>();
  let blanks = 0;
  const blank = () => `_:r${blanks++}`;
  const start: Context = {
    subject: base,
    object: base,
    incomplete: [],
    lists: new Map(),
    language: '',
    prefixes: new Map(),
    vocabulary: '',
  };

  let elements = page.select(selector);
  const isBare = (element: Element) =>
    (attribute(element, 'rel') ?? attribute(element, 'rev')) !== null &&
    !['resource', 'href', 'src'].some((name) => attribute(element, name) !== null);
  if (elements.some(isBare)) elements = page.select(`${selector},[href],[src]`);

  for (const element of elements) {
    if (page.exhausted() || !enter(element)) break;
  }
  return copyPatterns(graph.nodes());

  /** Processes an element after those around it, each once, without recursion. */
  function enter(element: Element): boolean {
    const path: Element[] = [];
    let context: Context | undefined;
    for (let at: Element | null = element; at && !context; at = page.parent(at)) {
      context = contexts.get(at);
      if (!context) path.push(at);
    }
    context ??= start;
    for (const one of path.reverse()) {
      context = process(one, context);
      contexts.set(one, context);
    }
    return graph.hasRoom();
  }

  /** RDFa Core 1.1, section 7.5; the numbers are its steps. */
  function process(element: Element, context: Context): Context {
    const names = page.attributeNames(element);
    if (!names.length) return context;
    const get = (name: string) => (names.includes(name) ? attribute(element, name) : null);

    // 2 to 4
    let { vocabulary, prefixes, language } = context;
    const vocab = get('vocab');
    if (vocab !== null) {
      vocabulary = vocab.trim() && resolveIri(vocab, base);
      if (vocabulary) add(base, `${rdfaNamespace}usesVocabulary`, { '@id': vocabulary });
    }
    prefixes = declared(names, get, prefixes);
    language = get('lang') ?? get('xml:lang') ?? language;

    const predicate = (token: string) => {
      const iri = expand(token, vocabulary, prefixes);
      return iri?.startsWith('_:') ? undefined : iri;
    };
    const predicates = (tokens: string[] | undefined) => tokens?.map(predicate).filter((one) => one !== undefined);
    const resource = (name: string) => reference(get(name), prefixes);
    const address = (name: string) => {
      const text = get(name);
      return text === null ? undefined : resolveIri(text, base);
    };
    const property = get('property');
    const relTokens = tokensOf(get('rel'), property !== null);
    const revTokens = tokensOf(get('rev'), property !== null);
    const content = get('content');
    const datatype = get('datatype');
    const isTyped = get('typeof') !== null;
    const inList = get('inlist') !== null;
    const isRoot = element === root;

    // 5 and 6
    const about = resource('about');
    let subject: string;
    let object: string | undefined;
    let typed: string | undefined;
    let skip = false;
    const target = () => resource('resource') ?? address('href') ?? address('src');
    if (relTokens || revTokens) {
      subject = about ?? (isRoot ? base : context.object);
      object = target() ?? (isTyped && about === undefined ? blank() : undefined);
      typed = about ?? object;
    } else if (property !== null && content === null && datatype === null) {
      subject = about ?? (isRoot ? base : context.object);
      if (isTyped) object = typed = about ?? (isRoot ? base : (target() ?? blank()));
    } else {
      const given = about ?? target() ?? (isRoot ? base : undefined);
      const isPart = isTyped && !/^(head|body)$/.test(page.name(element));
      subject = given ?? (isPart ? blank() : context.object);
      typed = subject;
      skip = given === undefined && !isTyped && property === null;
    }

    // 7
    if (isTyped && typed !== undefined) {
      for (const type of words(get('typeof'))) {
        const iri = expand(type, vocabulary, prefixes);
        if (iri) add(typed, `${rdf}type`, { '@id': iri });
      }
    }

    // 8 to 10
    const lists = subject === context.object ? context.lists : new Map<string, Value[]>();
    const listOf = (iri: string) => {
      const key = `${subject} ${iri}`;
      let list = lists.get(key);
      if (!list) {
        list = [];
        lists.set(key, list);
        add(subject, iri, { '@list': list });
      }
      return list;
    };
    const incomplete: Incomplete[] = [];
    const isOpen = object === undefined && Boolean(relTokens || revTokens);
    const rels = predicates(relTokens) ?? [];
    const revs = predicates(revTokens) ?? [];
    if (isOpen) object = blank();
    for (const iri of rels) {
      if (isOpen) incomplete.push(inList ? { list: listOf(iri) } : { predicate: iri, direction: 'forward' });
      else if (object !== undefined) {
        if (inList) listOf(iri).push({ '@id': object });
        else add(subject, iri, { '@id': object });
      }
    }
    for (const iri of revs) {
      if (isOpen) incomplete.push({ predicate: iri, direction: 'reverse' });
      else if (object !== undefined) add(object, iri, { '@id': subject });
    }

    // 11
    if (property !== null) {
      const value = propertyValue();
      for (const iri of predicates(words(property)) ?? []) {
        if (inList) listOf(iri).push(value);
        else add(subject, iri, value);
      }
    }

    // 12
    if (!skip) {
      for (const one of context.incomplete) {
        if ('list' in one) one.list.push({ '@id': subject });
        else if (one.direction === 'forward') add(context.subject, one.predicate, { '@id': subject });
        else add(subject, one.predicate, { '@id': context.subject });
      }
    }

    const role = get('role');
    if (role !== null) addRoles(role, get('id'), prefixes);

    // 13
    return skip
      ? { ...context, language, prefixes, vocabulary }
      : { subject, object: object ?? subject, incomplete, lists, language, prefixes, vocabulary };

    /** Step 11, with HTML+RDFa 1.1, section 3.1, rules 9 to 12. */
    function propertyValue(): Value {
      const type = datatype === null ? undefined : expand(datatype, vocabulary, prefixes);
      const isTime = page.name(element) === 'time';
      const text = () => content ?? get('datetime') ?? page.text(element);
      if (type === `${rdf}XMLLiteral` || type === `${rdf}HTML`) {
        return { '@value': content ?? page.markup(element, namespaces(type, prefixes)), '@type': type };
      }
      if (type) return { '@value': text(), '@type': type };
      if (datatype !== null || content !== null) return plainLiteral(text(), language);
      const dated = get('datetime');
      if (dated !== null || isTime) return timeLiteral(text(), language);
      const found = relTokens || revTokens ? undefined : target();
      if (found !== undefined) return { '@id': found };
      if (typed !== undefined && isTyped && about === undefined) return { '@id': typed };
      return plainLiteral(page.text(element), language);
    }
  }

  /** https://www.w3.org/TR/role-attribute/, section 4. */
  function addRoles(role: string, id: string | null, prefixes: ReadonlyMap<string, string>): void {
    const subject = id ? resolveIri(`#${id}`, base) : blank();
    for (const token of words(role)) {
      const iri = expand(token, xhv, prefixes);
      if (iri) add(subject, `${xhv}role`, { '@id': iri });
    }
  }

  /** TERMorCURIEorAbsIRI (RDFa Core 1.1, section 7.4.3). */
  function expand(token: string, vocabulary: string, prefixes: ReadonlyMap<string, string>): string | undefined {
    if (!token.includes(':')) {
      if (!/^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(token)) return undefined;
      return vocabulary ? resolveIri(vocabulary + token, base) : initialTerms.get(token.toLowerCase());
    }
    return curie(token, prefixes) ?? (isAbsolute(token) ? resolveIri(token, base) : undefined);
  }

  function curie(token: string, prefixes: ReadonlyMap<string, string>): string | undefined {
    const colon = token.indexOf(':');
    if (colon < 0) return undefined;
    const prefix = token.slice(0, colon).toLowerCase();
    const rest = token.slice(colon + 1);
    if (prefix === '_') {
      const name = named.get(rest) ?? blank();
      named.set(rest, name);
      return name;
    }
    const address = prefix ? (prefixes.get(prefix) ?? initialPrefixes.get(prefix) ?? openGraph(prefix)) : xhv;
    return address === undefined ? undefined : resolveIri(address + rest, base);
  }

  /** SafeCURIEorCURIEorIRI: a safe CURIE that means nothing counts as if the attribute were not there. */
  function reference(text: string | null, prefixes: ReadonlyMap<string, string>): string | undefined {
    if (text === null) return undefined;
    const safe = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
    if (safe !== undefined) return curie(safe, prefixes);
    return curie(text.trim(), prefixes) ?? resolveIri(text, base);
  }
}

/** Prefixes in force on an element: `xmlns:` first, since `prefix` has the last word (RDFa Core 1.1, section 7.5, 3). */
function declared(
  names: string[],
  get: (name: string) => string | null,
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const text = get('prefix');
  const spaces = names.filter((name) => /^xmlns(:|$)/.test(name));
  if (text === null && !spaces.length) return inherited;
  const prefixes = new Map(inherited);
  for (const name of spaces) prefixes.set(name.slice(6).toLowerCase(), get(name) ?? '');
  const tokens = words(text);
  for (let at = 0; at < tokens.length - 1; at += 2) {
    const prefix = tokens[at] ?? '';
    if (/[^_]:$/.test(prefix)) prefixes.set(prefix.slice(0, -1).toLowerCase(), tokens[at + 1] ?? '');
  }
  return prefixes;
}

/** HTML+RDFa 1.1, section 3.1, rule 8: beside `property`, plain words in `rel` and `rev` are not meant for RDFa. */
function tokensOf(text: string | null, besideProperty: boolean): string[] | undefined {
  if (text === null) return undefined;
  const tokens = words(text);
  if (!besideProperty) return tokens;
  const meant = tokens.filter((token) => token.includes(':'));
  return meant.length ? meant : undefined;
}

/** What an XML literal's outermost elements must declare to stand alone (RDFa Core 1.1, section 7.5, 11, note). */
function namespaces(type: string, prefixes: ReadonlyMap<string, string>): [name: string, value: string][] {
  if (!type.endsWith('XMLLiteral')) return [];
  const sorted = [...prefixes].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([prefix, address]) => [prefix ? `xmlns:${prefix}` : 'xmlns', address]);
}
